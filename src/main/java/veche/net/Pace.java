package veche.net;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import veche.config.Limits;
import veche.config.Pacing;

/// How fast one client's commands are obeyed: a burst at once, then evenly (IRC servers call it
/// *fakelag*). A client that has just come may ask for more at once of what only reads, as it has
/// to find out what it missed.
///
/// It only says how long to wait; the client's own thread waits, before it reads on. No other
/// thread calls this.
public final class Pace {

    /// Null if nobody ever waits.
    private final @Nullable Rate rate;

    // As a rate remembers times.
    private final long caughtUp;
    private long full = Rate.UNUSED;

    private int catchUp;

    /// The pace of a client that has just come; empty if its network is exempt, so that it need not
    /// wait for anything.
    public static Optional<Pace> of(Limits limits, InetAddress from, Instant now) {
        return limits.perNetwork().exempts(from)
                ? Optional.empty()
                : Optional.of(new Pace(limits.pace(), now));
    }

    /// @param since when the client came
    public Pace(Pacing settings, Instant since) {
        this.rate =
                settings.burst().isPresent()
                        ? Rate.of(
                                settings.burst().getAsInt(), settings.commands(), settings.window())
                        : null;
        this.caughtUp = Rate.nanos(since.plus(settings.catchUpTime()));
        this.catchUp = settings.catchUp();
    }

    /// How long to wait before a command is obeyed. It counts from then on, so wait before asking
    /// about the next one.
    ///
    /// @param weight for how many commands it counts; 0 for one that never waits, and no more than
    ///   the burst counts
    /// @return at most the time in which the whole burst comes back
    public Duration waitBefore(int weight, Instant now) {
        if (weight < 0) {
            throw new IllegalArgumentException("not a weight: " + weight);
        }
        if (rate == null) {
            return Duration.ZERO;
        }
        var wait = rate.wait(full, weight, now);
        full = rate.afterUse(full, weight, now);
        return wait;
    }

    /// How long to wait before a command that only reads is obeyed. As long as the client is
    /// catching up, it costs nothing.
    ///
    /// @param weight as for any other
    /// @return as for any other
    public Duration waitBeforeReading(int weight, Instant now) {
        if (weight <= catchUp && Rate.nanos(now) < caughtUp) {
            catchUp -= weight;
            return Duration.ZERO;
        }
        return waitBefore(weight, now);
    }
}
