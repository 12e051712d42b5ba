package veche.config;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// What is shown of what was said, and how long it is kept.
///
/// @param newcomers how many of a channel's last messages a newcomer is shown; 0 to 10000
/// @param missed how many missed messages are shown on return, at most; 0 to 10000
/// @param retention how long what was said is kept; an hour to 36500 days, one message to a
///   thousand million
public record History(int newcomers, int missed, Retention retention) {

    private static final int MOST_SHOWN = 10_000;
    private static final int MOST_KEPT = 1_000_000_000;
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(36_500);

    public History {
        var check =
                new Check()
                        .within("newcomers", newcomers, 0, MOST_SHOWN)
                        .within("missed", missed, 0, MOST_SHOWN);
        retention.age().ifPresent(age -> check.within("keep_age", age, SHORTEST, LONGEST));
        retention.count().ifPresent(count -> check.within("keep_count", count, 1, MOST_KEPT));
        check.pass();
    }

    static History from(Section section) {
        return new History(
                section.number("newcomers"),
                section.number("missed"),
                new Retention(
                        section.read(
                                "keep_age",
                                Kind.TIMESPAN.or("forever", Optional.empty(), Optional::of)),
                        section.read(
                                "keep_count",
                                Kind.NUMBER.or(
                                        "everything", OptionalLong.empty(), OptionalLong::of))));
    }
}
