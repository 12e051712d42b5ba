package veche.irc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.security.MessageDigest;
import veche.config.Network;
import veche.event.Text;
import veche.wire.Pieces;

/// Makes what strangers wrote fit for a place in a line.
final class Texts {

    private static final int SHOWN = 64;

    /// In bytes of UTF-8.
    private static final int LONGEST_GIVEN_BACK = 380;

    private Texts() {}

    /// Something that was refused, as it can be named in an answer: one word, not too long.
    static String word(String written) {
        var word = new StringBuilder();
        written.codePoints()
                .filter(c -> c > ' ' && c != 0x7F)
                .limit(SHOWN)
                .forEach(word::appendCodePoint);
        return word.isEmpty() || word.charAt(0) == ':' ? "*" : word.toString();
    }

    /// What a client has sent, as one that is given back to it in the middle of a line.
    static String parameter(String written) {
        var isMiddle = !written.isEmpty() && written.charAt(0) != ':' && written.indexOf(' ') < 0;
        return isMiddle ? cut(written, LONGEST_GIVEN_BACK) : word(written);
    }

    /// A line of what other programs have to say, without what a terminal or a client would obey.
    static String printable(String line) {
        return Text.parse(line).map(Text::plain).orElse("");
    }

    /// A text of at most so many bytes of UTF-8; what is beyond them is cut off.
    static String cut(String written, int bytes) {
        return written.length() * 3 <= bytes || written.isEmpty()
                ? written
                : Pieces.of(written, bytes).getFirst();
    }

    /// A user name without what means something elsewhere.
    static String user(String written, int longest) {
        var user = new StringBuilder();
        written.codePoints()
                .filter(c -> (Character.isLetterOrDigit(c) && c < 0x80) || "-_.".indexOf(c) >= 0)
                .limit(longest)
                .forEach(user::appendCodePoint);
        return user.isEmpty() ? "user" : user.toString();
    }

    /// An address as a host: one that begins with a colon gets a zero before it.
    static String host(InetAddress address) {
        var text = Network.of(address).toString();
        return text.startsWith(":") ? "0" + text : text;
    }

    /// Whether two secrets are the same, in a time that tells nothing of where they differ.
    static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
