package veche.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import veche.event.Text;
import veche.name.PersonId;

/// By which a client logs in to an account in place of the password: its secret is random, is shown
/// once, and can be taken back without changing anything else.
///
/// Of the secret only the SHA-256 hash is kept. It has 192 bits of chance, so nobody finds it by
/// trying, and there is nothing that a slow hash such as that of passwords would slow down.
///
/// @param id the position of the entry that made it: no other token ever has it
/// @param label what its owner calls it
/// @param hash of its secret, as [#hash] makes it
/// @param used when it was last used, as far as is [noted][Tokens]; empty if never
public record Token(
        long id, PersonId account, Text label, String hash, Instant made, Optional<Instant> used) {

    /// The longest label, in characters (UTF-16).
    public static final int LONGEST_LABEL = 64;

    /// How long a note that a token was used stays as good as a new one.
    private static final Duration NOTED = Duration.ofHours(1);

    private static final String PREFIX = "veche_";

    /// In bytes; a multiple of 3, so that nothing is left over in Base64.
    private static final int CHANCE = 24;

    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{32}");

    /// Makes a secret: `veche_` and 32 letters, digits, `-` and `_`.
    public static String secret(SecureRandom random) {
        var bytes = new byte[CHANCE];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().encodeToString(bytes);
    }

    /// Whether a text has the form of a secret, which no password may have.
    public static boolean isSecret(String text) {
        return FORM.matcher(text).matches();
    }

    /// What is kept of a secret, in hexadecimal digits.
    public static String hash(String secret) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(secret.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java has it (java.security.MessageDigest).
            throw new IllegalStateException(impossible);
        }
    }

    /// Reads a label that a client sent: one line of 1 to [#LONGEST_LABEL] characters.
    public static Optional<Text> label(String written) {
        return Text.parse(written.strip())
                .flatMap(text -> Text.parse(text.plain()))
                .filter(text -> text.value().length() <= LONGEST_LABEL);
    }

    /// When it was last of use: when it was used, or else made.
    public Instant lastOfUse() {
        return used.orElse(made);
    }

    /// Whether it is worth noting that it is used now.
    public boolean isLongUnused(Instant now) {
        return used.filter(it -> it.plus(NOTED).isAfter(now)).isEmpty();
    }

    Token usedAt(Instant time) {
        return new Token(id, account, label, hash, made, Optional.of(time));
    }

    @Override
    public String toString() {
        return "token " + id;
    }
}
