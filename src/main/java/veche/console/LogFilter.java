package veche.console;

import java.time.Instant;
import java.util.Locale;
import org.slf4j.event.Level;

/// Which records of the log an operator wants to see.
///
/// @param level at least so grave
/// @param since not older than this
/// @param text what must be somewhere in the record; upper and lower case are the same
record LogFilter(Level level, Instant since, String text) {

    static final LogFilter EVERYTHING = new LogFilter(Level.TRACE, Instant.MIN, "");

    LogFilter {
        text = text.toLowerCase(Locale.ROOT);
    }

    boolean passes(LogRecord record) {
        return record.level().toInt() >= level.toInt()
                && !isTooOld(record)
                && (text.isEmpty() || record.full().toLowerCase(Locale.ROOT).contains(text));
    }

    boolean isTooOld(LogRecord record) {
        return record.time().toInstant().isBefore(since);
    }
}
