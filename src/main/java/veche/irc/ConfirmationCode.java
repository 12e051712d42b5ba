package veche.irc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// What somebody has to write before something is done that cannot be undone. It follows from what
/// is to be done, so that nothing has to be remembered, and is no secret: it is there against
/// mishaps.
final class ConfirmationCode {

    private static final int LENGTH = 8;

    private ConfirmationCode() {}

    static String of(String what, Object... about) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var bytes = digest.digest((what + List.of(about)).getBytes(UTF_8));
            return HexFormat.of().formatHex(bytes).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
