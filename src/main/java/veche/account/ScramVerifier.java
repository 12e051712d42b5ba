package veche.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// What the server knows of a password for SCRAM-SHA-256 (RFC 5802 section 3, RFC 7677): enough to
/// see that a client knows it, and to show the client that the server does. What is called H, HMAC
/// and Hi there is SHA-256, HMAC-SHA-256 and PBKDF2 here.
final class ScramVerifier {

    /// In bytes, of everything but the salt.
    private static final int LENGTH = 32;

    /// That of RFC 5803 section 3, for keeping it.
    private static final Pattern FORM =
            Pattern.compile(
                    "SCRAM-SHA-256\\$([1-9]\\d{3,7}):([A-Za-z0-9+/]{22}==)"
                            + "\\$([A-Za-z0-9+/]{43}=):([A-Za-z0-9+/]{43}=)");

    private final byte[] salt;
    private final int iterations;
    private final byte[] storedKey;
    private final byte[] serverKey;

    ScramVerifier(byte[] salt, int iterations, byte[] storedKey, byte[] serverKey) {
        this.salt = salt;
        this.iterations = iterations;
        this.storedKey = storedKey;
        this.serverKey = serverKey;
    }

    /// That of a password. Meant to take long: it belongs on the [HashingThreads].
    ///
    /// @param prepared as [PasswordRule#prepared] has it
    /// @param salt 16 bytes
    static ScramVerifier of(String prepared, byte[] salt, int iterations) {
        var key = new PBEKeySpec(prepared.toCharArray(), salt, iterations, LENGTH * Byte.SIZE);
        try {
            var salted =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(key)
                            .getEncoded();
            return new ScramVerifier(
                    salt,
                    iterations,
                    sha256(hmac(salted, "Client Key")),
                    hmac(salted, "Server Key"));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /// Reads what [#text] wrote.
    static Optional<ScramVerifier> parse(String text) {
        var form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(
                        new ScramVerifier(
                                decode(form.group(2)),
                                Integer.parseInt(form.group(1)),
                                decode(form.group(3)),
                                decode(form.group(4))))
                : Optional.empty();
    }

    String text() {
        return "SCRAM-SHA-256$%d:%s$%s:%s"
                .formatted(iterations, salt(), encode(storedKey), encode(serverKey));
    }

    /// In Base64.
    String salt() {
        return encode(salt);
    }

    int iterations() {
        return iterations;
    }

    /// Whether whoever made this proof knows the password.
    ///
    /// @param proof of any length
    /// @param messages what was said before it, by both; RFC 5802 calls it AuthMessage
    boolean isProvenBy(byte[] proof, String messages) {
        if (proof.length != LENGTH) {
            return false;
        }
        var clientKey = hmac(storedKey, messages);
        for (var i = 0; i < LENGTH; i++) {
            clientKey[i] ^= proof[i];
        }
        return MessageDigest.isEqual(sha256(clientKey), storedKey);
    }

    /// Shows the client that the server knows its password, in Base64.
    ///
    /// @param messages as above
    String signature(String messages) {
        return encode(hmac(serverKey, messages));
    }

    static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getDecoder().decode(text);
    }
}
