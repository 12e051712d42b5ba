package veche.journal;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import veche.event.Event;
import veche.event.Exile;

/// Which columns of a [Row] say who may not be on the server: the detail is whom it is about, with
/// one of two words before it, the name is the operator's, the number is when it ends. Which say
/// that nobody may be in a channel: the detail is its name.
final class BanColumns {

    private static final String EVERYONE = "everyone";

    /// Those who are not logged in to an account.
    private static final String GUESTS = "guests";

    private BanColumns() {}

    static Row write(Event.BanSet set, Row row) {
        set.until().ifPresent(end -> row.number(end.toEpochMilli()));
        row.name = set.by();
        return row.detail((set.sparesAccounts() ? GUESTS : EVERYONE) + " " + set.whom().text())
                .text(set.why());
    }

    static Event read(Row row) {
        var words = row.detail().split(" ", 2);
        return new Event.BanSet(
                whom(words[1], row),
                words[0].equals(GUESTS),
                Optional.ofNullable(row.number).map(Instant::ofEpochMilli),
                operator(row),
                row.textIfAny());
    }

    static Row write(Event.ChannelPurged purged, Row row) {
        row.name = purged.by();
        return row.detail(purged.channel().text()).text(purged.why());
    }

    static Event readPurge(Row row) {
        return new Event.ChannelPurged(
                row.names().channel(row.detail()), operator(row), row.textIfAny());
    }

    private static String operator(Row row) {
        return Objects.requireNonNull(row.name, "a ban without an operator");
    }

    static Exile whom(String text, Row row) {
        return Exile.parse(text, row.names().mapping())
                .orElseThrow(() -> new IllegalStateException("no ban: " + text));
    }
}
