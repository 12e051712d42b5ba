package veche.console;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.event.Level;

/// One record of the service log: a line, and for what went wrong the stack trace on further lines,
/// each of which begins with a tab. Nothing else in the log begins with one.
///
///     2026-11-22T20:15:00.123+03:00 WARN  Journal: slow commit waited=PT0.3S channel="#tea time"
///
/// @param time to the millisecond
/// @param source the class that logged it, without its package
/// @param text the message and its values, and the stack trace
record LogRecord(OffsetDateTime time, Level level, String source, String text) {

    /// How long what comes before the text is at most, nearly always.
    private static final int BEGINNING = 64;

    /// How long the longest names of levels are; the others are one shorter.
    private static final int WIDEST = 5;

    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");
    private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final Pattern LINE =
            Pattern.compile("(\\S+) (ERROR|WARN|INFO|DEBUG|TRACE) +(\\S+): (.*)", Pattern.DOTALL);

    static LogRecord of(ILoggingEvent event, ZoneId zone) {
        var text = new LogText(event.getFormattedMessage());
        var values = event.getKeyValuePairs();
        if (values != null) {
            values.forEach(pair -> text.value(pair.key, pair.value));
        }
        event.getMDCPropertyMap().forEach(text::value);
        if (event.getThrowableProxy() != null) {
            text.trace(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        var logger = event.getLoggerName();
        return new LogRecord(
                event.getInstant().truncatedTo(ChronoUnit.MILLIS).atZone(zone).toOffsetDateTime(),
                Level.valueOf(event.getLevel().toString()),
                logger.substring(logger.lastIndexOf('.') + 1),
                text.toString());
    }

    /// Reads what [#full] wrote; empty if it is something else.
    static Optional<LogRecord> parse(String written) {
        var line = LINE.matcher(written);
        if (!line.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new LogRecord(
                            OffsetDateTime.parse(line.group(1), FULL),
                            Level.valueOf(line.group(2)),
                            line.group(3),
                            line.group(4)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// As it stands in the file, without the last line's end.
    String full() {
        return beginning(FULL).append(source).append(": ").append(text).toString();
    }

    /// As an operator sees it while it happens: a line, and a second one that names what went
    /// wrong.
    String brief() {
        var first = text.indexOf('\n');
        var second = first < 0 ? -1 : text.indexOf('\n', first + 1);
        var end = second < 0 ? text.length() : second;
        return beginning(BRIEF).append(text, 0, end).toString();
    }

    /// Written by hand: a format string took longer than all the rest of a record.
    private StringBuilder beginning(DateTimeFormatter form) {
        var line = new StringBuilder(BEGINNING + text.length());
        form.formatTo(time, line);
        line.append(' ').append(level).append(' ');
        return level.toString().length() < WIDEST ? line.append(' ') : line;
    }
}
