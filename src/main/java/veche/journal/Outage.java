package veche.journal;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The time in which nothing can be stored, as the log has it: its beginning, a reminder each
/// minute, and its end. The journal's thread says what happens; any thread may ask.
final class Outage {

    private static final Logger log = LoggerFactory.getLogger(Outage.class);

    private static final Duration REMINDER = Duration.ofMinutes(1);

    /// No disk in good health takes so long for a batch.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Duration patience;
    private volatile @Nullable JournalException trouble;

    /// When the attempt began that is under way, as [System#nanoTime] has it; null if none is.
    private volatile @Nullable Long attempt;

    private long begun;
    private long told;

    Outage() {
        this(PATIENCE);
    }

    /// @param patience after what time an attempt that has not ended is trouble
    Outage(Duration patience) {
        this.patience = patience;
    }

    /// Why nothing can be stored; empty if all is well.
    Optional<JournalException> trouble() {
        var begun = attempt;
        var known = Optional.ofNullable(trouble);
        if (known.isPresent() || begun == null) {
            return known;
        }
        var taken = Duration.ofNanos(System.nanoTime() - begun);
        return taken.compareTo(patience) < 0
                ? Optional.empty()
                : Optional.of(JournalException.hanging(taken));
    }

    /// An attempt to store something begins.
    void attempt() {
        attempt = System.nanoTime();
    }

    void failed(JournalException why, int entries) {
        attempt = null;
        var now = System.nanoTime();
        if (trouble == null) {
            begun = now;
            told = now;
            log.atError()
                    .setCause(why)
                    .addKeyValue("trouble", why.trouble())
                    .addKeyValue("entries", entries)
                    .log("cannot store what happens: nobody is told until it is stored");
        } else if (now - told >= REMINDER.toNanos()) {
            told = now;
            log.atError()
                    .addKeyValue("trouble", why.trouble())
                    .addKeyValue("since", Duration.ofNanos(now - begun))
                    .log("still cannot store what happens");
        }
        trouble = why;
    }

    /// Something is stored.
    void over() {
        attempt = null;
        if (trouble != null) {
            trouble = null;
            log.atInfo()
                    .addKeyValue("after", Duration.ofNanos(System.nanoTime() - begun))
                    .log("what happens is stored again");
        }
    }
}
