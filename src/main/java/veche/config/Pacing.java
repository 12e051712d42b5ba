package veche.config;

import java.time.Duration;
import java.util.OptionalInt;

/// How fast one client's commands are obeyed.
///
/// @param burst how many at a stretch, 1 to 10000; empty for any number at any time
/// @param commands how many more in each window after that; 1 to 10000
/// @param window the time for so many; a second to an hour
/// @param catchUp how many that only read are obeyed at once when a client has just come; 0 to
///   10000
/// @param catchUpTime how long after its coming; at most an hour
public record Pacing(
        OptionalInt burst, int commands, Duration window, int catchUp, Duration catchUpTime) {

    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofHours(1);

    public Pacing {
        var check =
                new Check()
                        .within("commands", commands, 1, MOST)
                        .within("window", window, Duration.ofSeconds(1), LONGEST)
                        .within("catch_up", catchUp, 0, MOST)
                        .within("catch_up_time", catchUpTime, Duration.ZERO, LONGEST);
        burst.ifPresent(most -> check.within("burst", most, 1, MOST));
        check.pass();
    }

    static Pacing from(Section section) {
        return new Pacing(
                section.read(
                        "burst", Kind.NUMBER.or("unlimited", OptionalInt.empty(), OptionalInt::of)),
                section.number("commands"),
                section.read("window", Kind.TIMESPAN),
                section.number("catch_up"),
                section.read("catch_up_time", Kind.TIMESPAN));
    }
}
