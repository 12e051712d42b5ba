package veche.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before trying again: longer each time, up to a bound, and any part of that, so
/// that all who lost a server do not come back in the same moment ("full jitter").
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final RandomGenerator random;
    private int failures;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /// The next wait: at most half a second the first time, then twice as much each time, at most
    /// 30 seconds.
    Duration next() {
        var most = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, 16));
        failures++;
        return Duration.ofMillis(random.nextLong(most + 1));
    }

    /// It went well: the next wait is a first one again.
    void reset() {
        failures = 0;
    }
}
