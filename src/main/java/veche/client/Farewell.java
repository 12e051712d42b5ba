package veche.client;

/// Why a connection ended, as the server says in the line before `ERROR`: docs/protocol.md, section
/// "Why a connection ends"; or as it says to a login.
enum Farewell {
    ACCOUNTS_CLEARED,
    ACCOUNT_REMOVED,
    TOKEN_REVOKED,
    SESSION_ENDED,
    KICKED,
    BANNED,
    SERVER_PAUSED,
    SERVER_STOPPING,

    /// It had too much to do to see who we are.
    TEMPORARILY_UNAVAILABLE,

    /// It did not say, or it makes no difference: coming back is right.
    UNKNOWN;

    /// Whether coming back is not all that there is to do.
    boolean isDecision() {
        return switch (this) {
            case SERVER_PAUSED, SERVER_STOPPING, TEMPORARILY_UNAVAILABLE, UNKNOWN -> false;
            default -> true;
        };
    }

    static Farewell of(String code) {
        for (var farewell : values()) {
            if (farewell.name().equals(code)) {
                return farewell;
            }
        }
        return UNKNOWN;
    }
}
