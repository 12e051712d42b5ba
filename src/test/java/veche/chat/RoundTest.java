package veche.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import veche.event.Entry;
import veche.event.Event.Announced;
import veche.event.Text;

class RoundTest {

    @Test
    void whoSawHistoryFirstCanRenderItWhileOthersDo() {
        var round = new Round();
        var words = new Announced(Text.parse("hear ye").orElseThrow());
        round.add(new Entry(1, Instant.EPOCH, words), null);

        var ours =
                round.<byte[]>rendered(
                        1,
                        entries -> {
                            onAnotherThread(() ->
                                    round.<byte[]>rendered(2, same -> "theirs".getBytes(UTF_8)));
                            return "ours".getBytes(UTF_8);
                        });

        assertThat(ours).asString(UTF_8).isEqualTo("ours");
        assertThat(round.<byte[]>rendered(2, entries -> new byte[0]))
                .asString(UTF_8)
                .isEqualTo("theirs");
    }

    private static void onAnotherThread(Runnable work) {
        CompletableFuture.runAsync(work).orTimeout(20, TimeUnit.SECONDS).join();
    }
}
