package veche.journal;

import java.time.Duration;
import java.util.Arrays;

/// How long the last commits took, of which a thousand are remembered. Safe for use by many
/// threads.
final class Latencies {

    private static final int REMEMBERED = 1_000;

    private final long[] nanos = new long[REMEMBERED];
    private long added;

    synchronized void add(long taken) {
        nanos[(int) (added % REMEMBERED)] = taken;
        added++;
    }

    /// How many were added since the start.
    synchronized long count() {
        return added;
    }

    /// What a share of those remembered took at most; nothing if there were none.
    ///
    /// @param percent 1 to 100
    Duration within(int percent) {
        var sorted = remembered();
        if (sorted.length == 0) {
            return Duration.ZERO;
        }
        Arrays.sort(sorted);
        return Duration.ofNanos(sorted[Math.ceilDiv(sorted.length * percent, 100) - 1]);
    }

    private synchronized long[] remembered() {
        return Arrays.copyOf(nanos, (int) Math.min(added, REMEMBERED));
    }
}
