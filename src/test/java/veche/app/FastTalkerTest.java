package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody who talks faster than the others can read.
class FastTalkerTest {

    /// Some 12 MiB: more than a kernel and the server keep for one client.
    private static final List<String> MUCH =
            IntStream.rangeClosed(1, 3_000).mapToObj(i -> i + " " + "x".repeat(4_000)).toList();

    private static final List<String> READERS =
            List.of("cyd", "dan", "eve", "fay", "gus", "hal", "ian", "joy");

    /// How much a reader's kernel takes ahead, in bytes: little, and yet more than TCP sends at
    /// once. With less than that it sends a few bytes for each fifth of a second.
    private static final int WINDOW = 65_536;

    private final List<Client> readers = new ArrayList<>();
    private ChatServer server;
    private Client bob;

    @BeforeEach
    void start() throws IOException {
        server = ChatServer.start();
        bob = Client.arrive(server.address(), "bob", Chat.PASSWORD);
        for (var name : READERS) {
            var reader = Client.connect(server.address(), WINDOW);
            reader.logIn(name, Chat.PASSWORD);
            readers.add(reader);
            bob.expectLine("*** " + name + " is here");
        }
    }

    @AfterEach
    void stop() throws IOException {
        for (var reader : readers) {
            reader.close();
        }
        bob.close();
        server.close();
    }

    /// They read at the same pace: all of them are behind, or none is.
    @Test
    void isSlowedDownSoThatNobodyIsLetGo() throws Exception {
        var talking =
                new FutureTask<>(() -> {
                    for (var words : MUCH) {
                        bob.send(words);
                    }
                    return true;
                });
        Thread.ofVirtual().start(talking);
        for (var words : MUCH) {
            for (var reader : readers) {
                assertThat(reader.readUntil("bob: ").getLast()).isEqualTo("bob: " + words);
            }
        }
        assertThat(talking.get()).isTrue();
        bob.assertToldNothingMore();
    }
}
