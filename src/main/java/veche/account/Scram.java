package veche.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import veche.config.Hashing;
import veche.name.CaseMapping;
import veche.name.Nickname;

/// The server's side of SCRAM-SHA-256 (RFC 5802, RFC 7677), by which a client proves that it knows
/// a password without telling it. It offers no channel binding.
///
/// A name that nobody has, or whose owner has no proof for SCRAM, is answered like any other, and
/// always with the same salt, so that nobody learns which names exist; then no proof is right.
///
/// Messages are texts as they are before they are put into Base64. Nothing here blocks or is
/// costly, whatever the client sends. Any thread may call.
public final class Scram {

    /// The name of the mechanism (SASL).
    public static final String MECHANISM = "SCRAM-SHA-256";

    /// In bytes.
    private static final int NONCE = 18;

    /// In bytes.
    private static final int SALT = 16;

    /// RFC 5802 section 7: `printable`.
    private static final Pattern NONCE_ATTRIBUTE = Pattern.compile("r=[!-+\\--~]+");

    /// An `=` that does not stand for `,` or `=`.
    private static final Pattern BAD_ESCAPE = Pattern.compile("=(?!2C|3D)");

    /// What comes of a client's first message.
    public sealed interface Opening permits Challenge, ScramError {

        /// What the client is told.
        String message();
    }

    /// What comes of its last one.
    public sealed interface Ending permits Proven, ScramError {

        /// What the client is told.
        String message();
    }

    /// The client is asked for its proof.
    ///
    /// @param exchange takes it
    public record Challenge(String message, ScramExchange exchange) implements Opening {}

    /// The client knows the password, and with this message sees that the server does.
    ///
    /// @param account as it was at the first message: if its credential has changed since, then the
    ///   password is an old one
    public record Proven(String message, Account account) implements Ending {}

    private final Function<Nickname, Optional<Account>> accounts;
    private final CaseMapping mapping;
    private final int iterations;
    private final byte[] key;
    private final Supplier<String> nonces;

    /// @param accounts finds one by its name
    /// @param mapping by which names are read
    /// @param cost how costly it seems to guess the passwords of those who do not exist
    /// @param key 32 bytes that nobody outside knows, from which their salts are made; if it is not
    ///   the same after a restart, who compares can tell them by their salts
    /// @param random where nonces come from
    public Scram(
            Function<Nickname, Optional<Account>> accounts,
            CaseMapping mapping,
            Hashing cost,
            byte[] key,
            SecureRandom random) {
        this(accounts, mapping, cost, key, () -> nonce(random));
    }

    Scram(
            Function<Nickname, Optional<Account>> accounts,
            CaseMapping mapping,
            Hashing cost,
            byte[] key,
            Supplier<String> nonces) {
        this.accounts = accounts;
        this.mapping = mapping;
        this.iterations = cost.scramIterations();
        this.key = key.clone();
        this.nonces = nonces;
    }

    private static String nonce(SecureRandom random) {
        var bytes = new byte[NONCE];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// Begins an exchange.
    ///
    /// @param first what RFC 5802 section 7 calls `client-first-message`, or anything else
    public Opening begin(String first) {
        // Before the second comma stands the header of GS2 (RFC 5801 section 4).
        var parts = first.split(",", 3);
        if (parts[0].startsWith("p=")) {
            return ScramError.CHANNEL_BINDING_NOT_SUPPORTED;
        }
        if (parts.length < 3 || !(parts[0].equals("n") || parts[0].equals("y"))) {
            return ScramError.INVALID_ENCODING;
        }
        return begin(parts[0] + "," + parts[1] + ",", parts[1], parts[2]);
    }

    /// @param header what stands before the rest, with its last comma
    /// @param actor as whom the client wants to act: empty, or `a=` and a name
    private Opening begin(String header, String actor, String bare) {
        if (bare.startsWith("m=")) {
            return ScramError.EXTENSIONS_NOT_SUPPORTED;
        }
        // What follows the nonce is optional, and means nothing to us.
        var attributes = bare.split(",", 3);
        if (attributes.length < 2
                || !attributes[0].startsWith("n=")
                || !NONCE_ATTRIBUTE.matcher(attributes[1]).matches()
                || !(actor.isEmpty() || actor.startsWith("a="))) {
            return ScramError.INVALID_ENCODING;
        }
        if (BAD_ESCAPE.matcher(attributes[0]).find(2)
                || BAD_ESCAPE.matcher(actor).find(Math.min(2, actor.length()))) {
            return ScramError.INVALID_USERNAME_ENCODING;
        }
        var identity = identity(attributes[0]);
        var name = identity.name();
        if (name.isEmpty()) {
            return ScramError.UNKNOWN_USER;
        }
        if (!actor.isEmpty() && !name.equals(identity(actor).name())) {
            return ScramError.OTHER_ERROR;
        }
        return challenge(name.get(), identity.device(), header, bare, attributes[1]);
    }

    private Identity identity(String attribute) {
        var written = attribute.substring(2).replace("=2C", ",").replace("=3D", "=");
        return Identity.parse(written, mapping);
    }

    private Challenge challenge(
            Nickname name,
            Optional<String> device,
            String header,
            String bare,
            String clientNonce) {
        var account = accounts.apply(name);
        var known = account.flatMap(it -> Secret.of(it.credential())).flatMap(Secret::verifier);
        var verifier = known.orElseGet(() -> unproven(name));
        var nonce = clientNonce + nonces.get();
        var message = nonce + ",s=" + verifier.salt() + ",i=" + verifier.iterations();
        return new Challenge(
                message,
                new ScramExchange(
                        name,
                        device,
                        account,
                        verifier,
                        binding(header),
                        nonce,
                        bare + "," + message));
    }

    private static String binding(String header) {
        return "c=" + Base64.getEncoder().encodeToString(header.getBytes(StandardCharsets.UTF_8));
    }

    /// The verifier of a password that nobody knows, always the same for one name.
    private ScramVerifier unproven(Nickname name) {
        return new ScramVerifier(
                Arrays.copyOf(ScramVerifier.hmac(key, "salt " + name.folded()), SALT),
                iterations,
                ScramVerifier.hmac(key, "stored " + name.folded()),
                ScramVerifier.hmac(key, "server " + name.folded()));
    }
}
