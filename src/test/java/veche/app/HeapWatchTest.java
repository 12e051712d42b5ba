package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// When all of the heap is looked through.
class HeapWatchTest {

    private static final long MEBIBYTE = 1 << 20;

    private long heap = 100 * MEBIBYTE;
    private long now;
    private int collections;

    private final HeapWatch watch =
            new HeapWatch(
                    () -> heap,
                    () -> {
                        collections++;
                        heap -= 40 * MEBIBYTE;
                    },
                    () -> now);

    @Test
    void oneThatHasDoubledWaitsForALull() {
        pass(Duration.ofMinutes(1), 200);
        assertThat(watch.quiet()).isEqualTo(Duration.ofSeconds(30));
        pass(Duration.ZERO, 201);
        assertThat(watch.quiet()).isEqualTo(Duration.ofSeconds(1));
        watch.look();
        assertThat(collections).isZero();
        watch.tidy();
        assertThat(collections).isEqualTo(1);
    }

    @Test
    void aSmallOneMayGrowBySomeMegabytes() {
        heap = 10 * MEBIBYTE;
        var small = new HeapWatch(() -> heap, () -> collections++, () -> now);
        pass(Duration.ofMinutes(1), 42);
        assertThat(small.quiet()).isEqualTo(Duration.ofSeconds(30));
        pass(Duration.ZERO, 43);
        assertThat(small.quiet()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void oneThatHasDoubledIsCollectedAtLastThoughMuchIsGoingOn() {
        pass(Duration.ofHours(1), 201);
        watch.look();
        pass(Duration.ofSeconds(299), 201);
        watch.look();
        assertThat(collections).isZero();
        pass(Duration.ofSeconds(1), 201);
        watch.look();
        assertThat(collections).isEqualTo(1);
    }

    @Test
    void howLongItHasBeenTooLargeBeginsAnew() {
        pass(Duration.ofHours(1), 201);
        watch.look();
        pass(Duration.ofMinutes(4), 150);
        watch.look();
        pass(Duration.ofMinutes(1), 201);
        watch.look();
        pass(Duration.ofMinutes(4), 201);
        watch.look();
        assertThat(collections).isZero();
    }

    @Test
    void oneThatIsFarTooLargeIsCollectedThoughMuchIsGoingOn() {
        pass(Duration.ofSeconds(30), 400);
        watch.look();
        assertThat(collections).isZero();
        pass(Duration.ZERO, 401);
        watch.look();
        assertThat(collections).isEqualTo(1);
    }

    @Test
    void itIsRare() {
        pass(Duration.ofSeconds(29), 1000);
        watch.look();
        assertThat(collections).isZero();
        assertThat(watch.quiet()).isEqualTo(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1), 1000);
        watch.look();
        assertThat(collections).isEqualTo(1);
        pass(Duration.ofSeconds(10), 5000);
        watch.look();
        assertThat(collections).isEqualTo(1);
        assertThat(watch.quiet()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void oneThatHasHardlyGrownIsLeftAlone() {
        pass(Duration.ofHours(1), 112);
        assertThat(watch.quiet()).isEqualTo(Duration.ZERO);
        watch.look();
        watch.tidy();
        assertThat(collections).isZero();
    }

    @Test
    void whenLittleIsGoingOnAnEighthIsWorthIt() {
        heap = 112 * MEBIBYTE;
        watch.tidy();
        assertThat(collections).isZero();
        heap = 113 * MEBIBYTE;
        watch.tidy();
        assertThat(collections).isEqualTo(1);
        // 73 are left.
        heap = 82 * MEBIBYTE;
        watch.tidy();
        assertThat(collections).isEqualTo(1);
        heap = 83 * MEBIBYTE;
        watch.tidy();
        assertThat(collections).isEqualTo(2);
    }

    private void pass(Duration time, long mebibytes) {
        now += time.toNanos();
        heap = mebibytes * MEBIBYTE;
    }
}
