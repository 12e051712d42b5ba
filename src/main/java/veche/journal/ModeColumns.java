package veche.journal;

import java.util.Optional;
import java.util.OptionalInt;
import veche.event.ChannelFlag;
import veche.event.ChannelList;
import veche.event.ModeChange;
import veche.event.Rank;
import veche.name.ChannelName;

/// How a change to what a channel is like stands in the columns of a [Row].
///
/// | `detail` | other columns |
/// | --- | --- |
/// | `+flag moderated`, `-flag moderated` | |
/// | `+rank voice`, `-rank voice` | `to_account`, `to_name`: whose |
/// | `+list ban`, `-list ban` | `text`: the mask |
/// | `+key`, `-key` | `text`: the key, if there is one |
/// | `+limit`, `-limit` | `number`: how many, if there is a limit |
/// | `+forward`, `-forward` | `text`: the other channel, if there is one |
final class ModeColumns {

    private static final String FLAG = "flag";
    private static final String RANK = "rank";
    private static final String LIST = "list";
    private static final String KEY = "key";
    private static final String LIMIT = "limit";
    private static final String FORWARD = "forward";

    private ModeColumns() {}

    static Row write(ModeChange change, Row row) {
        switch (change) {
            case ModeChange.Flagged(var flag, var set) -> row.detail(detail(set, FLAG, flag));
            case ModeChange.Ranked(var who, var rank, var given) ->
                    row.detail(detail(given, RANK, rank)).to(who);
            case ModeChange.Listed(var list, var mask, var added) ->
                    row.detail(detail(added, LIST, list)).text(mask);
            case ModeChange.Keyed(var key) -> {
                row.detail(sign(key.isPresent()) + KEY);
                key.ifPresent(row::text);
            }
            case ModeChange.Limited(var limit) -> {
                row.detail(sign(limit.isPresent()) + LIMIT);
                limit.ifPresent(row::number);
            }
            case ModeChange.Forwarded(var channel) -> {
                row.detail(sign(channel.isPresent()) + FORWARD);
                channel.map(ChannelName::text).ifPresent(row::text);
            }
        }
        return row;
    }

    private static String detail(boolean on, String what, Enum<?> which) {
        return sign(on) + what + " " + Row.word(which);
    }

    private static String sign(boolean on) {
        return on ? "+" : "-";
    }

    static ModeChange read(Row row) {
        var on = row.detail().startsWith("+");
        var words = row.detail().substring(1).split(" ", 2);
        return switch (words[0]) {
            case FLAG -> new ModeChange.Flagged(Row.constant(ChannelFlag.class, words[1]), on);
            case RANK -> new ModeChange.Ranked(row.to(), Row.constant(Rank.class, words[1]), on);
            case LIST ->
                    new ModeChange.Listed(
                            Row.constant(ChannelList.class, words[1]), row.words(), on);
            case KEY -> new ModeChange.Keyed(on ? Optional.of(row.words()) : Optional.empty());
            case LIMIT ->
                    new ModeChange.Limited(
                            on
                                    ? OptionalInt.of(Math.toIntExact(row.number()))
                                    : OptionalInt.empty());
            case FORWARD ->
                    new ModeChange.Forwarded(
                            on ? Optional.of(row.names().channel(row.words())) : Optional.empty());
            default -> throw new IllegalArgumentException("no mode: " + row.detail);
        };
    }
}
