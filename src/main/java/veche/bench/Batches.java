package veche.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// Clients ask for what was said, and are answered by a
/// [batch](https://ircv3.net/specs/extensions/batch) of messages. Each client asks for one thing at
/// a time. Runs on the loop's thread.
final class Batches implements Conversation.Listener {

    /// What clients ask for, so that they are answered so.
    static final List<String> CAPABILITIES =
            List.of("batch", "message-tags", "server-time", "draft/chathistory");

    private static final long TURN_MILLIS = 100;

    private final Crowd crowd;

    /// By client: what has come of the batch for which it waits.
    private final Map<Client, List<String>> waiting = new HashMap<>();

    private final Map<Client, Consumer<List<String>>> askers = new HashMap<>();
    private String refusal = "";

    Batches(Crowd crowd) {
        this.crowd = crowd;
        crowd.conversation().tell(this);
    }

    /// Asks for something.
    ///
    /// @param then is given the lines of messages that came, when all have; they are gone
    ///   afterwards
    void ask(Client client, String request, Consumer<List<String>> then) {
        waiting.put(client, new ArrayList<>());
        askers.put(client, then);
        crowd.send(client, request + "\r\n");
    }

    /// Waits until all are answered.
    void await() throws Failure, IOException {
        crowd.progress().begin();
        while (!askers.isEmpty()) {
            turn();
        }
    }

    /// Reads what has come, or waits until something does.
    ///
    /// @throws Failure if nothing does, or the server refuses to answer
    void turn() throws Failure, IOException {
        crowd.loop().turn(TURN_MILLIS);
        crowd.requireAll();
        if (crowd.progress().isStalled(crowd.loop().reads())) {
            throw new Failure("history.stalled", askers.size());
        }
        if (!refusal.isEmpty()) {
            throw new Failure("history.refused", refusal);
        }
    }

    @Override
    public boolean listensTo(Client client) {
        return waiting.containsKey(client);
    }

    @Override
    public void heard(Client client, String line) {
        var lines = Objects.requireNonNull(waiting.get(client));
        var words = line.startsWith("@") ? line.substring(line.indexOf(' ') + 1) : line;
        if (line.startsWith("@") && line.contains("batch=") && words.contains(" PRIVMSG ")) {
            lines.add(line);
        } else if (words.contains("BATCH -")) {
            waiting.remove(client);
            var then = askers.remove(client);
            if (then != null) {
                then.accept(lines);
                // The collector takes the list for old, which was there before they came, and
                // would keep them for its sake.
                lines.clear();
            }
        }
    }

    @Override
    public void refused(String line) {
        refusal = line;
    }

    /// The number of a message that was said by [Traffic].
    static int sequence(String line) {
        var text = line.indexOf(" :M") + 3;
        return Integer.parseUnsignedInt(line, text + Hex.DIGITS, text + 2 * Hex.DIGITS, 16);
    }

    /// A tag of a message; empty if it has none of that name.
    static String tag(String line, String name) {
        for (var tag : line.substring(1, Math.max(1, line.indexOf(' '))).split(";", -1)) {
            if (tag.startsWith(name + "=")) {
                return tag.substring(name.length() + 1);
            }
        }
        return "";
    }
}
