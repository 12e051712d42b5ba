package veche.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private final Deadlines deadlines = new Deadlines();
    private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();

    @Test
    void whatIsDueSoonerIsNotKeptWaitingByWhatIsDueLater() throws Exception {
        after(Duration.ofHours(1), "later");
        after(Duration.ofMillis(1), "sooner");
        assertThat(next()).isEqualTo("sooner");
    }

    @Test
    void whatIsCancelledDoesNotHappen() throws Exception {
        var busy = new CountDownLatch(1);
        deadlines.after(Duration.ZERO, () -> await(busy));
        after(Duration.ZERO, "first");
        var cancelled = after(Duration.ZERO, "cancelled");
        after(Duration.ZERO, "last");
        cancelled.cancel();
        cancelled.cancel();
        busy.countDown();
        assertThat(next()).isEqualTo("first");
        assertThat(next()).isEqualTo("last");
    }

    @Test
    void cancellingWhatHasHappenedDoesNothing() throws Exception {
        var over = after(Duration.ZERO, "over");
        assertThat(next()).isEqualTo("over");
        over.cancel();
        after(Duration.ZERO, "next");
        assertThat(next()).isEqualTo("next");
    }

    @Test
    void oneThatFailsDoesNotEndTheOthers() throws Exception {
        deadlines.after(
                Duration.ZERO,
                () -> {
                    throw new IllegalStateException("a bug");
                });
        after(Duration.ZERO, "the next");
        assertThat(next()).isEqualTo("the next");
    }

    private Deadline after(Duration time, String what) {
        return deadlines.after(time, () -> happened.add(what));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable String next() throws InterruptedException {
        return happened.poll(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
