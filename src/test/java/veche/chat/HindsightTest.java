package veche.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A while is ten seconds here, and in each second something happens.
class HindsightTest {

    private final Hindsight hindsight = new Hindsight(Duration.ofSeconds(10));

    @Test
    void untilAWhileHasPassedItIsTheFirstThatCounts() {
        for (var second = 5L; second < 15; second++) {
            note(second);
            assertThat(hindsight.position()).isEqualTo(5);
        }
    }

    @Test
    void thenItIsAtLeastAWhileAndNotTwiceAsLong() {
        for (var second = 0L; second <= 100; second++) {
            note(second);
            if (second >= 10) {
                assertThat(second - hindsight.position()).isBetween(10L, 19L);
            }
        }
    }

    @Test
    void whatHappensAfterALongSilenceIsNotYetLongAgo() {
        note(1);
        note(1_000);
        assertThat(hindsight.position()).isEqualTo(1);
        note(1_010);
        assertThat(hindsight.position()).isEqualTo(1_000);
    }

    private void note(long second) {
        hindsight.note(Instant.ofEpochSecond(second), second);
    }
}
