package veche.account;

import java.util.Base64;
import java.util.Optional;
import veche.account.Scram.Ending;
import veche.account.Scram.Proven;
import veche.name.Nickname;

/// An exchange by SCRAM in which the client's proof is awaited. It is a value: what becomes of one
/// that is asked twice is the same twice. Ask it for one answer, as a [PasswordAttempt], and drop
/// it.
public final class ScramExchange {

    private final Nickname name;
    private final Optional<String> device;
    private final Optional<Account> account;
    private final ScramVerifier verifier;
    private final String binding;
    private final String nonce;
    private final String messages;

    /// @param binding what must stand in the client's last message for the header of its first
    /// @param nonce of both sides, with `r=` before it
    /// @param messages the first of the client, without its header, and that of the server
    ScramExchange(
            Nickname name,
            Optional<String> device,
            Optional<Account> account,
            ScramVerifier verifier,
            String binding,
            String nonce,
            String messages) {
        this.name = name;
        this.device = device;
        this.account = account;
        this.verifier = verifier;
        this.binding = binding;
        this.nonce = nonce;
        this.messages = messages;
    }

    /// Who the client says it is. Perhaps nobody has that name.
    public Nickname name() {
        return name;
    }

    /// Which of their devices the client says it is on.
    public Optional<String> device() {
        return device;
    }

    /// Ends the exchange. Answer [ScramError#INVALID_PROOF] as a wrong password.
    ///
    /// @param last what RFC 5802 section 7 calls `client-final-message`, or anything else
    public Ending finish(String last) {
        var end = last.lastIndexOf(",p=");
        if (end < 0) {
            return ScramError.INVALID_ENCODING;
        }
        var withoutProof = last.substring(0, end);
        // What follows the nonce is optional, and means nothing to us.
        var attributes = withoutProof.split(",", 3);
        if (attributes.length < 2
                || !attributes[0].startsWith("c=")
                || !attributes[1].startsWith("r=")) {
            return ScramError.INVALID_ENCODING;
        }
        if (!attributes[0].equals(binding)) {
            return ScramError.CHANNEL_BINDINGS_DONT_MATCH;
        }
        if (!attributes[1].equals(nonce)) {
            return ScramError.OTHER_ERROR;
        }
        return decode(last.substring(end + ",p=".length()))
                .map(proof -> check(proof, messages + "," + withoutProof))
                .orElse(ScramError.INVALID_ENCODING);
    }

    private Ending check(byte[] proof, String all) {
        var proven = verifier.isProvenBy(proof, all);
        return proven && account.isPresent()
                ? new Proven("v=" + verifier.signature(all), account.get())
                : ScramError.INVALID_PROOF;
    }

    private static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
