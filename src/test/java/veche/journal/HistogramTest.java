package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistogramTest {

    private final Histogram histogram = new Histogram();

    @Test
    void whatTookAsLongAsABucketHoldsIsInIt() {
        for (var bound : histogram.counted().bounds()) {
            histogram.add(bound.toNanos());
        }
        var counts = histogram.counted().counts();
        assertThat(counts.subList(0, counts.size() - 1)).containsOnly(1L);
        assertThat(counts.getLast()).isZero();
    }

    @Test
    void whatTookAMomentLongerIsInTheNext() {
        for (var bound : histogram.counted().bounds()) {
            histogram.add(bound.toNanos() + 1);
        }
        var counts = histogram.counted().counts();
        assertThat(counts.getFirst()).isZero();
        assertThat(counts.subList(1, counts.size())).containsOnly(1L);
    }

    @Test
    void theirTotalIsKnownToo() {
        IntStream.rangeClosed(1, 4).forEach(i -> histogram.add(i * 1_000_000L));
        histogram.add(-5);
        assertThat(histogram.counted().total()).isEqualTo(Duration.ofMillis(10));
        assertThat(histogram.counted().counts()).startsWith(1L, 1L, 1L, 2L, 0L);
    }
}
