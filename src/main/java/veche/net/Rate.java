package veche.net;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/// How fast something may be used: a burst at once, and then evenly. It is the *generic cell rate
/// algorithm* (ITU-T I.371), which does what a bucket of tokens does, and needs to remember one
/// time only: when the bucket will be full again.
///
/// What can be used up in a window is at most the burst and what the window brings. A clock that is
/// set back costs nobody more than an empty bucket.
///
/// The time that is remembered is in nanoseconds since 1970: it is looked at for each command.
///
/// @param burst how many at once; at least 1
/// @param interval in which one comes back, in nanoseconds; positive
public record Rate(int burst, long interval) {

    /// When a bucket is full that nobody has used.
    public static final long UNUSED = Long.MIN_VALUE;

    /// So many at once, and so many more in each window after that.
    ///
    /// @param count how many come back in the window
    public static Rate of(int burst, int count, Duration window) {
        return new Rate(burst, window.dividedBy(count).toNanos());
    }

    /// How long it is until some can be used.
    ///
    /// @param full when the bucket will be full
    /// @param weight how many; more than the burst are as many as the burst
    /// @return at most the time in which the whole burst comes back; zero if they are there
    public Duration wait(long full, int weight, Instant now) {
        var time = nanos(now);
        var missing = used(full, time) - time + cost(weight) - cost(burst);
        return missing > 0 ? Duration.ofNanos(missing) : Duration.ZERO;
    }

    /// When the bucket will be full, if some are used after the wait for them.
    public long afterUse(long full, int weight, Instant now) {
        return used(full, nanos(now)) + cost(weight);
    }

    /// When the bucket will be full: not in the past, and no later than if it were empty.
    private long used(long full, long now) {
        return Math.clamp(full, now, now + cost(burst));
    }

    private long cost(int weight) {
        return interval * Math.min(weight, burst);
    }

    /// A time as it is remembered.
    static long nanos(Instant time) {
        return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
    }
}
