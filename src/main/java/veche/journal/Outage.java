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

    private volatile @Nullable JournalException trouble;
    private long begun;
    private long told;

    /// Why nothing can be stored; empty if all is well.
    Optional<JournalException> trouble() {
        return Optional.ofNullable(trouble);
    }

    void failed(JournalException why, int entries) {
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

    void over() {
        if (trouble != null) {
            trouble = null;
            log.atInfo()
                    .addKeyValue("after", Duration.ofNanos(System.nanoTime() - begun))
                    .log("what happens is stored again");
        }
    }
}
