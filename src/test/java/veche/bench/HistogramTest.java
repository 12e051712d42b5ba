package veche.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramTest {

    private static final double[] SHARES = {0, 0.1, 0.5, 0.9, 0.99, 0.999, 1};

    @Test
    void noQuantileIsWrongByOnePercent() {
        for (var seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            var histogram = new Histogram();
            var times = new long[1 + random.nextInt(2000)];
            for (var i = 0; i < times.length; i++) {
                // Of every size, from nothing to centuries.
                times[i] = random.nextLong() >>> 1 >>> random.nextInt(63);
                histogram.add(times[i]);
            }
            Arrays.sort(times);
            for (var share : SHARES) {
                var rank = (int) Math.max(1, Math.ceil(share * times.length));
                var exact = (double) times[rank - 1];
                assertThat((double) histogram.quantile(share))
                        .as("seed %d, share %s", seed, share)
                        .isCloseTo(exact, within(exact / 100));
            }
            assertThat(histogram.longest()).isEqualTo(times[times.length - 1]);
            assertThat(histogram.count()).isEqualTo(times.length);
        }
    }

    @Test
    void timesThatAreNotOverYetCountAsNothing() {
        var histogram = new Histogram();
        assertThat(histogram.quantile(0.5)).isZero();
        histogram.add(-5);
        assertThat(histogram.quantile(1)).isZero();
        assertThat(histogram.count()).isOne();
    }
}
