package veche.account;

import java.util.Locale;

/// Why an exchange by SCRAM fails, as RFC 5802 section 7 calls it. Only [#INVALID_PROOF] tells a
/// client anything about a password, and counts as a wrong one.
public enum ScramError implements Scram.Opening, Scram.Ending {
    /// The message is not what the RFC says it looks like.
    INVALID_ENCODING,
    /// The client demands an extension; there is none that we know.
    EXTENSIONS_NOT_SUPPORTED,
    /// The client does not know the password, or nobody has the name.
    INVALID_PROOF,
    /// What the client says of channel binding is not what it said at first.
    CHANNEL_BINDINGS_DONT_MATCH,
    /// The client demands channel binding, which plain SCRAM-SHA-256 has not.
    CHANNEL_BINDING_NOT_SUPPORTED,
    /// The name is none that anybody can have.
    UNKNOWN_USER,
    /// An `=` in the name is not `=2C` or `=3D`.
    INVALID_USERNAME_ENCODING,
    /// The nonce is not that of this exchange, or the client wants to act as somebody else.
    OTHER_ERROR;

    /// Such as `e=invalid-proof`.
    @Override
    public String message() {
        return "e=" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
