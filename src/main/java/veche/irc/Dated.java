package veche.irc;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Text;

/// Writes the time of a message before its words, for clients that do not understand `server-time`
/// and would show it as if it were said now.
final class Dated {

    private static final DateTimeFormatter TODAY =
            DateTimeFormatter.ofPattern("'['HH:mm:ss'] '", Locale.ROOT);

    private static final DateTimeFormatter EARLIER =
            DateTimeFormatter.ofPattern("'['uuuu-MM-dd HH:mm:ss'] '", Locale.ROOT);

    private final ZoneId zone;
    private final LocalDate today;

    /// @param zone in which times are shown
    Dated(ZoneId zone, InstantSource clock) {
        this.zone = zone;
        this.today = LocalDate.ofInstant(clock.instant(), zone);
    }

    Entry of(Entry entry) {
        var event =
                switch (entry.event()) {
                    case Event.Said(var channel, var by, var manner, var text, var tags) ->
                            new Event.Said(channel, by, manner, dated(text, entry), tags);
                    case Event.Told(var by, var to, var manner, var text, var tags) ->
                            new Event.Told(by, to, manner, dated(text, entry), tags);
                    default -> entry.event();
                };
        return new Entry(entry.position(), entry.time(), event);
    }

    /// A command to a program stays one. A text that would be too long stays as it is.
    private Text dated(Text text, Entry entry) {
        var time = entry.time().atZone(zone);
        var isToday = time.toLocalDate().equals(today);
        var words = (isToday ? TODAY : EARLIER).format(time) + text.value();
        return text.isCommand() ? text : Text.ofLines(List.of(words.split("\n", -1))).orElse(text);
    }
}
