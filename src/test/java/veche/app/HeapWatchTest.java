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
    void itBecomesTwiceAsLargeAtMost() {
        assertThat(collectionsAt(200)).isZero();
        assertThat(collectionsAt(201)).isEqualTo(1);
        // 161 are left.
        assertThat(collectionsAt(322)).isEqualTo(1);
        assertThat(collectionsAt(323)).isEqualTo(2);
    }

    @Test
    void aSmallOneMayGrowBySomeMegabytes() {
        heap = 10 * MEBIBYTE;
        var small = new HeapWatch(() -> heap, () -> collections++, () -> now);
        now += Duration.ofMinutes(1).toNanos();
        heap = 42 * MEBIBYTE;
        small.look();
        assertThat(collections).isZero();
        heap = 43 * MEBIBYTE;
        small.look();
        assertThat(collections).isEqualTo(1);
    }

    @Test
    void itIsRare() {
        collectionsAt(1000);
        heap = 5000 * MEBIBYTE;
        now += Duration.ofSeconds(29).toNanos();
        watch.look();
        assertThat(collections).isEqualTo(1);
        now += Duration.ofSeconds(1).toNanos();
        watch.look();
        assertThat(collections).isEqualTo(2);
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

    /// After a minute in which the heap has grown to so many mebibytes.
    private int collectionsAt(long size) {
        now += Duration.ofMinutes(1).toNanos();
        heap = size * MEBIBYTE;
        watch.look();
        return collections;
    }
}
