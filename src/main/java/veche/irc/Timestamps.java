package veche.irc;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// Moments as clients write them, `2019-01-04T14:33:26.123Z`
/// (https://ircv3.net/specs/extensions/server-time).
final class Timestamps {

    private static final Pattern FORM =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?Z");

    private static final String SIGN = "timestamp=";

    private Timestamps() {}

    static Optional<Instant> parse(String written) {
        if (!FORM.matcher(written).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(written));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /// Reads one that says what it is, such as `timestamp=2019-01-04T14:33:26.123Z`.
    static Optional<Instant> parseReference(String written) {
        return written.startsWith(SIGN)
                ? parse(written.substring(SIGN.length()))
                : Optional.empty();
    }

    /// As it is read by [#parseReference].
    static String reference(Instant time) {
        return SIGN + ServerTime.text(time);
    }
}
