package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Somebody who talks faster than the others can read.
class FastTalkerTest {

    /// Some 12 MiB: more than two kernels and the server keep for one client.
    private static final List<String> MUCH =
            IntStream.rangeClosed(1, 3_000).mapToObj(i -> i + " " + "x".repeat(4_000)).toList();

    @Test
    void whoeverTalksFasterThanHalfOfThemReadIsSlowedDown() throws Exception {
        try (var server = ChatServer.start("");
                var bob = Client.arrive(server.address(), "bob", Chat.PASSWORD);
                var ann = Client.connect(server.address(), 1024)) {
            ann.logIn("ann", Chat.PASSWORD);
            ann.readUntil("*** In #veche: ann, bob");
            bob.expectLine("*** ann is here");
            var talking =
                    new FutureTask<>(() -> {
                        say(bob, MUCH);
                        return MUCH.size();
                    });
            Thread.ofVirtual().start(talking);
            for (var words : MUCH) {
                ann.expectLine("bob: " + words);
            }
            assertThat(talking.get()).isEqualTo(MUCH.size());
            bob.assertToldNothingMore();
        }
    }

    private static void say(Client client, List<String> talk) throws IOException {
        for (var words : talk) {
            client.send(words);
        }
    }
}
