package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A client that does not read what it is sent, while others talk.
class SlowClientTest {

    /// All that is missed is shown on return. Less than that may wait for a client.
    private static final String SETTINGS =
            """
            [history]
            missed = 10000
            [limits]
            outbox = 16384
            """;

    /// Some 8 MiB: more than two kernels and the server keep for one client.
    private static final List<String> MUCH = talk(2_000, "x".repeat(4_000));

    private ChatServer server;
    private Client bob;
    private Client ann;

    @BeforeEach
    void start() throws IOException {
        server = ChatServer.start(SETTINGS);
        bob = Client.arrive(server.address(), "bob", Chat.PASSWORD);
        ann = Client.connect(server.address(), 1024);
        ann.logIn("ann", Chat.PASSWORD);
        ann.readUntil("*** In #veche: ann, bob");
        bob.expectLine("*** ann is here");
    }

    @AfterEach
    void stop() throws IOException {
        ann.close();
        bob.close();
        server.close();
    }

    @Test
    void itIsLetGoAndMissesNothing() throws IOException {
        say(MUCH);
        bob.expectLine("*** ann left (too slow)");
        ann.breakOff();
        assertThat(shownOnReturn()).isEqualTo(MUCH);
    }

    @Test
    void whatItHasGotByThenIsWholeAndInOrder() throws IOException {
        var first = MUCH.getFirst();
        say(List.of(first));
        ann.expectLine("bob: " + first);
        say(MUCH.subList(1, MUCH.size()));
        bob.expectLine("*** ann left (too slow)");
        var got = words(ann.readToEnd());
        // The last line may have been cut in two.
        var whole = got.subList(0, Math.max(0, got.size() - 1));
        assertThat(whole).isEqualTo(MUCH.subList(1, 1 + whole.size()));
    }

    @Test
    void ifItBreaksOffItMissesNothing() throws IOException {
        var little = talk(20, "");
        say(little);
        bob.assertToldNothingMore();
        ann.expectLine("bob: 1");
        ann.breakOff();
        bob.expectLine("*** ann left (connection lost)");
        assertThat(shownOnReturn()).containsAll(little.subList(1, little.size()));
    }

    private void say(List<String> talk) throws IOException {
        for (var words : talk) {
            bob.send(words);
        }
    }

    private List<String> shownOnReturn() throws IOException {
        try (var again = Client.connect(server.address())) {
            again.logIn("ann", Chat.PASSWORD);
            return words(again.readUntil("*** In #veche: ann, bob"));
        }
    }

    /// What bob says in these lines.
    private static List<String> words(List<String> lines) {
        var bob = "bob: ";
        return lines.stream()
                .filter(line -> line.startsWith(bob))
                .map(line -> line.substring(bob.length()))
                .toList();
    }

    private static List<String> talk(int lines, String rest) {
        return IntStream.rangeClosed(1, lines).mapToObj(i -> (i + " " + rest).strip()).toList();
    }
}
