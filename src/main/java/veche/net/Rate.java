package veche.net;

import java.time.Duration;
import java.time.Instant;

/// How fast something may be used: a burst at once, and then evenly. It is the *generic cell rate
/// algorithm* (ITU-T I.371), which does what a bucket of tokens does, and needs to remember one
/// time only: when the bucket will be full again.
///
/// What can be used up in a window is at most the burst and what the window brings. A clock that is
/// set back costs nobody more than an empty bucket.
///
/// @param burst how many at once; at least 1
/// @param interval in which one comes back; positive
public record Rate(int burst, Duration interval) {

    /// When a bucket is full that nobody has used.
    public static final Instant UNUSED = Instant.MIN;

    /// So many at once, and so many more in each window after that.
    ///
    /// @param count how many come back in the window
    public static Rate of(int burst, int count, Duration window) {
        return new Rate(burst, window.dividedBy(count));
    }

    /// How long it is until some can be used.
    ///
    /// @param full when the bucket will be full
    /// @param weight how many; more than the burst are as many as the burst
    /// @return at most the time in which the whole burst comes back; zero if they are there
    public Duration wait(Instant full, int weight, Instant now) {
        var missing = Duration.between(now, used(full, now)).plus(cost(weight)).minus(cost(burst));
        return missing.isNegative() ? Duration.ZERO : missing;
    }

    /// When the bucket will be full, if some are used after the wait for them.
    public Instant afterUse(Instant full, int weight, Instant now) {
        return used(full, now).plus(cost(weight));
    }

    /// When the bucket will be full: not in the past, and no later than if it were empty.
    private Instant used(Instant full, Instant now) {
        var latest = now.plus(cost(burst));
        if (full.isAfter(latest)) {
            return latest;
        }
        return full.isAfter(now) ? full : now;
    }

    private Duration cost(int weight) {
        // Duration multiplies by way of BigDecimal, and this is done for each command.
        var count = (long) Math.min(weight, burst);
        return Duration.ofSeconds(interval.getSeconds() * count, interval.getNano() * count);
    }
}
