package veche.irc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;

/// The id of a message as clients know it (https://ircv3.net/specs/extensions/message-ids): opaque
/// to them, and in truth its position. Ids compare as their messages are in order.
final class MessageId {

    private static final int LENGTH = 11;
    private static final int RADIX = 36;

    private MessageId() {}

    /// @param position at least 0, and below 36<sup>11</sup>
    static String of(long position) {
        var digits = new byte[LENGTH];
        var rest = position;
        for (var at = LENGTH - 1; at >= 0; at--) {
            digits[at] = (byte) Character.forDigit((int) (rest % RADIX), RADIX);
            rest /= RADIX;
        }
        return new String(digits, US_ASCII);
    }

    /// The position of the message; empty if no message can have that id.
    static Optional<Long> parse(String id) {
        if (id.length() != LENGTH || !id.chars().allMatch(MessageId::isDigit)) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(id, RADIX)).filter(position -> position > 0);
    }

    private static boolean isDigit(int character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z');
    }
}
