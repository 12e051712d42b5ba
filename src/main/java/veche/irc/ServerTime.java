package veche.irc;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/// When something happened, as clients are told it
/// (https://ircv3.net/specs/extensions/server-time): milliseconds, always three digits. Most of
/// what is told at a time happened within a second, so the last one is remembered in words.
final class ServerTime {

    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    /// How long the milliseconds are, with what follows them.
    private static final int END = "123Z".length();

    /// @param start what comes before the milliseconds
    private record Second(long epoch, String start) {}

    private volatile Second last = second(Instant.EPOCH);

    /// Any thread.
    String of(Instant time) {
        var second = last;
        if (second.epoch() != time.getEpochSecond()) {
            second = second(time);
            last = second;
        }
        var millis = Integer.toString(1000 + time.getNano() / 1_000_000);
        return second.start() + millis.substring(1) + "Z";
    }

    private static Second second(Instant time) {
        var text = text(time);
        return new Second(time.getEpochSecond(), text.substring(0, text.length() - END));
    }

    /// A time by itself.
    static String text(Instant time) {
        return TIME.format(time);
    }
}
