package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/// A visit of somebody with netcat who remembers every message that the server shows them, and who
/// may talk as fast as the server takes it. What they say is numbered: `7/12` is the twelfth thing
/// that they say in the seventh round.
final class Witness {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern MESSAGE = Pattern.compile("\\S+: \\d+/\\d+");

    private final String name;
    private final Client client;
    private final List<String> shown;
    private final List<String> heard = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile String lastLine = "";

    private Witness(String name, Client client, List<String> shown) {
        this.name = name;
        this.client = client;
        this.shown = shown;
    }

    /// Comes, as a new person or one who was here before, and is shown what was said meanwhile.
    static Witness arrive(InetSocketAddress address, String name) throws IOException {
        var client = Client.connect(address);
        client.logIn(name, Chat.PASSWORD);
        return new Witness(name, client, messages(client.readUntil("*** In #")));
    }

    String name() {
        return name;
    }

    /// The messages that were shown on arrival.
    List<String> shown() {
        return shown;
    }

    /// The messages that came while the witness listened. Not before [#awaitEnd].
    List<String> heard() {
        return heard;
    }

    /// What the server said last, whatever it was.
    String lastLine() {
        return lastLine;
    }

    /// Asks for the last messages of the channel. Not while listening.
    List<String> history(int limit) throws IOException {
        client.send("/history " + limit);
        return messages(client.readUntil("*** Now:"));
    }

    /// Begins to listen, and goes on until the server hangs up or is gone.
    ///
    /// @param each called with the number of each message that comes, from 1
    void listen(IntConsumer each) {
        threads.add(
                Thread.ofVirtual()
                        .start(() -> {
                            client.follow(line -> {
                                lastLine = line;
                                if (MESSAGE.matcher(line).matches()) {
                                    heard.add(line);
                                    each.accept(heard.size());
                                }
                            });
                            close();
                        }));
    }

    /// Begins to talk, and goes on until the server is gone, or everything is said.
    void talk(int round, int most) {
        threads.add(
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                for (var number = 1; number <= most; number++) {
                                    client.send(round + "/" + number);
                                }
                            } catch (IOException theServerIsGone) {
                                // And so nobody is left to talk to.
                            }
                        }));
    }

    /// Waits until the server has hung up.
    void awaitEnd() throws InterruptedException {
        for (var thread : threads) {
            assertThat(thread.join(PATIENCE)).as("%s is done", name).isTrue();
        }
    }

    private void close() {
        try {
            client.close();
        } catch (IOException e) {
            // It is over in any case.
        }
    }

    private static List<String> messages(List<String> lines) {
        return lines.stream().filter(line -> MESSAGE.matcher(line).matches()).toList();
    }
}
