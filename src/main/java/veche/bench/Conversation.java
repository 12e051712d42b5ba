package veche.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import veche.bench.Client.State;

/// What a client of IRC answers and understands beside the messages that are counted: coming in,
/// PING, and what the server refuses. Knows servers of all makes, and passes over what it does not
/// know.
final class Conversation implements LineReader {

    /// A line that is for somebody else: whoever asks for the history.
    interface Listener {

        /// Whether it listens to what this client is sent.
        boolean listensTo(Client client);

        void heard(Client client, String line);

        /// The server has refused something to any client.
        void refused(String line);
    }

    private final Crowd crowd;
    private Optional<Listener> listener = Optional.empty();
    private long pings;
    private long strayMessages;
    private long refusals;

    Conversation(Crowd crowd) {
        this.crowd = crowd;
    }

    /// Has each line that is not answered here told to somebody.
    void tell(Listener other) {
        listener = Optional.of(other);
    }

    /// How often the server has asked whether somebody is there.
    long pings() {
        return pings;
    }

    /// How many messages came in no form that we send.
    long strayMessages() {
        return strayMessages;
    }

    /// How many messages the server has refused.
    long refusals() {
        return refusals;
    }

    @Override
    public int read(Client client, byte[] bytes, int from, int to) {
        var at = from;
        while (at < to) {
            var end = Lines.end(bytes, at, to);
            if (end < 0) {
                break;
            }
            line(client, bytes, at, end);
            at = end + 1;
        }
        return at;
    }

    /// @param from where the line begins
    /// @param newline where it ends
    void line(Client client, byte[] bytes, int from, int newline) {
        var to = newline > from && bytes[newline - 1] == '\r' ? newline - 1 : newline;
        var command = Lines.command(bytes, from, to);
        if (command < 0 || client.state == State.GONE) {
            return;
        }
        var space = Lines.space(bytes, command, to);
        var verb = new String(bytes, command, space - command, ISO_8859_1);
        switch (verb) {
            case "PING" -> {
                pings++;
                crowd.send(client, "PONG" + text(bytes, space, to) + "\r\n");
            }
            case "PONG" -> crowd.answered(client);
            case "PRIVMSG" -> {
                strayMessages += listener.isEmpty() ? 1 : 0;
                tellListener(client, bytes, from, to);
            }
            case "ERROR" -> crowd.loop().lose(client, text(bytes, from, to));
            case "FAIL" -> listener.ifPresent(it -> it.refused(text(bytes, from, to)));
            case "CAP" -> capabilities(client, text(bytes, space, to));
            default -> {
                if (verb.length() == 3 && Character.isDigit(verb.charAt(0))) {
                    numeric(client, verb, bytes, from, to);
                }
                tellListener(client, bytes, from, to);
            }
        }
    }

    private void tellListener(Client client, byte[] bytes, int from, int to) {
        if (listener.isPresent() && listener.get().listensTo(client)) {
            listener.get().heard(client, text(bytes, from, to));
        }
    }

    private void numeric(Client client, String number, byte[] bytes, int from, int to) {
        switch (client.state) {
            case REGISTERING -> {
                switch (number) {
                    case "001" -> client.welcomed = true;
                    case "376", "422" -> client.motdRead = true;
                    case "432", "433", "436", "437", "451", "461", "462", "463", "464", "465" ->
                            crowd.loop().lose(client, text(bytes, from, to));
                    default -> {}
                }
                if (client.welcomed && client.motdRead && client.state == State.REGISTERING) {
                    crowd.registered(client);
                }
            }
            case JOINING -> {
                switch (number) {
                    case "366" -> crowd.joined(client);
                    case "263",
                            "403",
                            "405",
                            "407",
                            "437",
                            "461",
                            "471",
                            "473",
                            "474",
                            "475",
                            "477",
                            "489" ->
                            crowd.loop().lose(client, text(bytes, from, to));
                    default -> {}
                }
            }
            default -> {
                switch (number) {
                    case "263", "401", "403", "404", "412" -> {
                        refusals++;
                        crowd.complain(text(bytes, from, to));
                    }
                    default -> {}
                }
            }
        }
    }

    private void capabilities(Client client, String words) {
        if (!client.awaitsCapabilities) {
            return;
        }
        if (words.contains(" ACK")) {
            client.awaitsCapabilities = false;
            crowd.send(client, "CAP END\r\n");
        } else if (words.contains(" NAK")) {
            crowd.loop().lose(client, "CAP" + words);
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, UTF_8);
    }
}
