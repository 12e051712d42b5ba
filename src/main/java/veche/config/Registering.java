package veche.config;

import java.time.Duration;
import java.util.List;

/// How IRC clients make accounts, where anybody may make one.
///
/// @param beforeConnect whether a client can make one before it has come in
/// @param customName whether an account can be called something else than whoever makes it
/// @param verification the program that sends a code to the e-mail address that somebody gives, and
///   its arguments; empty if no address is asked for
/// @param verificationTime how long the code is good; a minute to a week
public record Registering(
        boolean beforeConnect,
        boolean customName,
        List<String> verification,
        Duration verificationTime) {

    public Registering {
        verification = List.copyOf(verification);
        new Check()
                .within(
                        "verification_time",
                        verificationTime,
                        Duration.ofMinutes(1),
                        Duration.ofDays(7))
                .that(
                        "verification",
                        verification.stream().noneMatch(String::isEmpty),
                        Words.of("must.list", Words.of("must.not-empty")))
                .pass();
    }

    static Registering from(Section section) {
        return new Registering(
                section.read("before_connect", Kind.TRUTH),
                section.read("custom_name", Kind.TRUTH),
                section.list("verification", Kind.TEXT),
                section.read("verification_time", Kind.TIMESPAN));
    }
}
