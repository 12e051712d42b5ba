package veche.journal;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// How long something took each time, counted in buckets. Safe for use by many threads.
public final class Histogram {

    /// What each bucket but the last holds at most: from what a fast disk takes to what nobody
    /// waits for.
    private static final List<Duration> BOUNDS =
            List.of(
                    Duration.ofNanos(500_000),
                    Duration.ofMillis(1),
                    Duration.ofNanos(2_500_000),
                    Duration.ofMillis(5),
                    Duration.ofMillis(10),
                    Duration.ofMillis(25),
                    Duration.ofMillis(50),
                    Duration.ofMillis(100),
                    Duration.ofMillis(250),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(25));

    private final long[] bounds = BOUNDS.stream().mapToLong(Duration::toNanos).toArray();
    private final long[] counts = new long[bounds.length + 1];
    private long total;

    /// What has been counted since the start.
    ///
    /// @param bounds what each bucket holds at most; the last, which has no bound, is not among
    ///   them
    /// @param counts how many are in each bucket and in none before it; one more than bounds
    /// @param total all of them together
    public record Counted(List<Duration> bounds, List<Long> counts, Duration total) {}

    /// Counts one more.
    ///
    /// @param nanos how long it took this time; less than nothing counts as nothing
    public synchronized void add(long nanos) {
        var taken = Math.max(0, nanos);
        counts[bucket(taken)]++;
        total += taken;
    }

    private int bucket(long nanos) {
        var found = Arrays.binarySearch(bounds, nanos);
        return found >= 0 ? found : -found - 1;
    }

    /// What has been counted until now.
    public synchronized Counted counted() {
        return new Counted(BOUNDS, Arrays.stream(counts).boxed().toList(), Duration.ofNanos(total));
    }
}
