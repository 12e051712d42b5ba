package veche.console;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/// How an operator writes how long: `90s`, `15m`, `2h`, `7d`.
final class Durations {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})([smhd])");

    private Durations() {}

    static boolean isWritten(String text) {
        return WRITTEN.matcher(text).matches();
    }

    static Duration parse(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new TypeConversionException("not a duration: " + text);
        }
        var amount = Long.parseLong(written.group(1));
        return switch (written.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /// How long, to the two largest units: `2d 3h`, `15m 4s`.
    static String text(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + "d " + duration.toHoursPart() + "h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + "h " + duration.toMinutesPart() + "m";
        }
        return (duration.toMinutes() > 0 ? duration.toMinutes() + "m " : "")
                + duration.toSecondsPart()
                + "s";
    }
}
