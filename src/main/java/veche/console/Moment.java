package veche.console;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.TypeConversionException;

/// How an operator writes when: so long ago (`15m`, `2h`), a time of today (`20:15`), or a date,
/// with or without a time and an offset (`2026-11-22`, `2026-11-22T20:15`,
/// `2026-11-22T20:15:00+03:00`).
record Moment(String written) {

    private static final DateTimeFormatter CALENDAR =
            DateTimeFormatter.ofPattern("[uuuu-MM-dd]['T'][HH:mm[:ss[.SSS]]][XXX]");

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    static Moment parse(String text) {
        var moment = new Moment(text);
        try {
            moment.on(Clock.systemUTC());
        } catch (DateTimeException e) {
            throw new TypeConversionException(e.getMessage());
        }
        return moment;
    }

    /// The moment that is meant by somebody who has this clock on the wall.
    Instant on(Clock clock) {
        if (Durations.isWritten(written)) {
            return clock.instant().minus(Durations.parse(written));
        }
        var best =
                CALENDAR.parseBest(
                        written,
                        OffsetDateTime::from,
                        LocalDateTime::from,
                        LocalDate::from,
                        LocalTime::from);
        return switch (best) {
            case OffsetDateTime time -> time.toInstant();
            case LocalDateTime time -> time.atZone(clock.getZone()).toInstant();
            case LocalDate day -> day.atStartOfDay(clock.getZone()).toInstant();
            case LocalTime time ->
                    LocalDate.now(clock).atTime(time).atZone(clock.getZone()).toInstant();
            default -> throw new DateTimeException(written);
        };
    }

    /// A moment as it is shown to an operator.
    static String text(Instant moment, ZoneId zone) {
        return SHOWN.format(moment.atZone(zone));
    }
}
