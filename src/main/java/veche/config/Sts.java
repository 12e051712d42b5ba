package veche.config;

import java.time.Duration;
import java.util.OptionalInt;

/// What IRC clients are told of TLS, so that they come by it from then on (*strict transport
/// security*). See https://ircv3.net/specs/extensions/sts
///
/// @param port to which a client shall come that has come without TLS, 1 to 65535; empty to tell
///   clients nothing
/// @param duration how long a client shall come by TLS only, from when it was last here; up to 3650
///   days, and zero has it forget that
/// @param preload whether the server may be put on lists that come with clients
public record Sts(OptionalInt port, Duration duration, boolean preload) {

    private static final Duration LONGEST = Duration.ofDays(3650);

    public Sts {
        var check = new Check().within("duration", duration, Duration.ZERO, LONGEST);
        port.ifPresent(number -> check.within("port", number, 1, 65_535));
        check.pass();
    }

    static Sts from(Section section) {
        return new Sts(
                section.read("port", Kind.NUMBER.or("none", OptionalInt.empty(), OptionalInt::of)),
                section.read("duration", Kind.TIMESPAN),
                section.read("preload", Kind.TRUTH));
    }
}
