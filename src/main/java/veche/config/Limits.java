package veche.config;

import java.util.OptionalInt;

/// What clients may use up.
///
/// @param connections how many clients at once, 1 to 10 million; empty for as many as the operating
///   system allows
/// @param line the longest line that a client may send, in bytes; 512 to 65536
/// @param outbox how much may wait to be sent to one client, in bytes; at least 8192 and two lines,
///   at most 1 GiB
/// @param pipeline how many commands of one client may be on their way at once; 1 to 10000
/// @param perNetwork how many clients from one network
/// @param pace how fast one client's commands are obeyed
public record Limits(
        OptionalInt connections,
        int line,
        int outbox,
        int pipeline,
        PerNetwork perNetwork,
        Pacing pace) {

    private static final int SHORTEST_LINE = 512;
    private static final int LONGEST_LINE = 65_536;

    public Limits {
        // A line that is out of bounds is said to be so; the outbox is not blamed for it.
        var twoLines = 2 * Math.clamp(line, SHORTEST_LINE, LONGEST_LINE);
        var check =
                new Check()
                        .within("line", line, SHORTEST_LINE, LONGEST_LINE)
                        .within("outbox", outbox, Math.max(8192, twoLines), 1 << 30)
                        .within("pipeline", pipeline, 1, 10_000);
        connections.ifPresent(most -> check.within("connections", most, 1, 10_000_000));
        check.pass();
    }

    static Limits from(Section section) {
        return new Limits(
                section.read(
                        "connections",
                        Kind.NUMBER.or("auto", OptionalInt.empty(), OptionalInt::of)),
                section.number("line"),
                section.number("outbox"),
                section.number("pipeline"),
                section.section("per_network", PerNetwork::from),
                section.section("pace", Pacing::from));
    }
}
