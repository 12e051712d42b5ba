package veche.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import veche.config.Pacing;

class PaceTest {

    private static final Instant START = Instant.parse("2026-11-22T20:13:38Z");
    private static final Duration CATCH_UP_TIME = Duration.ofSeconds(60);

    private Instant now = START;

    /// A burst of four, then two in a second, and ten to catch up with.
    private final Pace pace = pace(OptionalInt.of(4));

    private static Pace pace(OptionalInt burst) {
        return new Pace(new Pacing(burst, 2, Duration.ofSeconds(1), 10, CATCH_UP_TIME), START);
    }

    /// Gives a command as the client's thread does, and waits.
    private long give(int weight) {
        var wait = pace.waitBefore(weight, now);
        now = now.plus(wait);
        return wait.toMillis();
    }

    private long read(int weight) {
        var wait = pace.waitBeforeReading(weight, now);
        now = now.plus(wait);
        return wait.toMillis();
    }

    private List<Long> give(int weight, int times) {
        var waits = new ArrayList<Long>();
        for (var i = 0; i < times; i++) {
            waits.add(give(weight));
        }
        return waits;
    }

    private void pass(long millis) {
        now = now.plusMillis(millis);
    }

    @Test
    void aBurstDoesNotWaitAndThenCommandsComeEvenly() {
        assertThat(give(1, 8)).containsExactly(0L, 0L, 0L, 0L, 500L, 500L, 500L, 500L);
    }

    @Test
    void whoPausesMayGiveMoreAtOnceButNoMoreThanABurst() {
        give(1, 4);
        pass(1_000);
        assertThat(give(1, 3)).containsExactly(0L, 0L, 500L);
        pass(200);
        assertThat(give(1)).isEqualTo(300);
        pass(3_600_000);
        assertThat(give(1, 5)).containsExactly(0L, 0L, 0L, 0L, 500L);
    }

    @Test
    void theSlowestPaceThatCanBeSetStaysOneWhateverTheClockDoes() {
        var slowest =
                new Pace(
                        new Pacing(
                                OptionalInt.of(10_000), 1, Duration.ofHours(1), 0, CATCH_UP_TIME),
                        START);
        assertThat(slowest.waitBefore(10_000, now)).isZero();
        assertThat(slowest.waitBefore(1, now)).isEqualTo(Duration.ofHours(1));
        // Set back by years, it is as if all were used up.
        assertThat(slowest.waitBefore(1, Instant.EPOCH)).isEqualTo(Duration.ofHours(1));
        assertThat(slowest.waitBefore(1, Instant.parse("2200-01-01T00:00:00Z"))).isZero();
    }

    @Test
    void whoKeepsTheirPaceNeverWaits() {
        for (var i = 0; i < 1_000; i++) {
            assertThat(give(1)).isZero();
            pass(500);
        }
    }

    @Test
    void aCommandCountsForAsManyAsItWeighs() {
        assertThat(give(3)).isZero();
        assertThat(give(3)).isEqualTo(1_000);
        assertThat(give(1)).isEqualTo(500);
    }

    @Test
    void aWeightOfNothingNeverWaits() {
        give(1, 4);
        assertThat(give(0, 100)).containsOnly(0L);
        assertThat(give(1)).isEqualTo(500);
    }

    @Test
    void noCommandCountsForMoreThanABurst() {
        assertThat(give(1_000)).isZero();
        assertThat(give(1_000)).isEqualTo(2_000);
        assertThat(give(Integer.MAX_VALUE)).isEqualTo(2_000);
        assertThat(give(1)).isEqualTo(500);
    }

    @Test
    void aNegativeWeightIsABug() {
        assertThatIllegalArgumentException().isThrownBy(() -> pace.waitBefore(-1, now));
    }

    @Test
    void whoHasJustComeReadsWithoutWaiting() {
        for (var i = 0; i < 10; i++) {
            assertThat(read(1)).isZero();
        }
        assertThat(give(1, 4)).as("are left of the burst").containsOnly(0L);
        assertThat(read(1)).isEqualTo(500);
    }

    @Test
    void catchingUpEndsAfterItsTime() {
        give(1, 4);
        now = START.plus(CATCH_UP_TIME).minusMillis(1);
        give(1, 4);
        assertThat(read(1)).isZero();
        pass(1);
        assertThat(read(1)).isEqualTo(499);
        assertThat(read(1)).isEqualTo(500);
    }

    @Test
    void whatWeighsMoreThanIsLeftForCatchingUpIsACommandLikeOthers() {
        give(1, 4);
        assertThat(read(8)).isZero();
        assertThat(read(3)).isEqualTo(1_500);
        assertThat(read(2)).isZero();
        assertThat(read(1)).isEqualTo(500);
    }

    @Test
    void itCanBeOff() {
        var off = pace(OptionalInt.empty());
        for (var i = 0; i < 1_000; i++) {
            assertThat(off.waitBefore(100, now)).isZero();
            assertThat(off.waitBeforeReading(100, now)).isZero();
        }
    }

    @Test
    void aClockThatIsSetBackCostsNoMoreThanAnEmptyBurst() {
        give(1, 4);
        now = now.minus(Duration.ofDays(1));
        assertThat(give(1, 3)).containsExactly(500L, 500L, 500L);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    /// In no stretch of time is more obeyed than the burst and what that time brings.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobodyIsFasterThanTheirPaceForLong(long seed) {
        record Given(Instant time, int weight) {}

        var random = new Random(seed);
        var all = new ArrayList<Given>();
        for (var i = 0; i < 300; i++) {
            pass(random.nextInt(4) == 0 ? random.nextInt(3_000) : 0);
            var weight = random.nextInt(5);
            assertThat(give(weight)).isBetween(0L, 2_000L);
            all.add(new Given(now, weight));
        }
        for (var from = 0; from < all.size(); from++) {
            var weight = 0L;
            for (var to = from; to < all.size(); to++) {
                weight += all.get(to).weight();
                var time = Duration.between(all.get(from).time(), all.get(to).time());
                assertThat(weight * 500).isLessThanOrEqualTo(4 * 500 + time.toMillis());
            }
        }
    }
}
