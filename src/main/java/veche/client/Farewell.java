package veche.client;

/// Why the server ended a connection, as it says in the line before `ERROR`: docs/protocol.md,
/// section "Why a connection ends".
enum Farewell {
    ACCOUNTS_CLEARED,
    ACCOUNT_REMOVED,
    TOKEN_REVOKED,
    SESSION_ENDED,
    KICKED,
    BANNED,
    SERVER_PAUSED,
    SERVER_STOPPING,

    /// It did not say, or it makes no difference: coming back is right.
    UNKNOWN;

    /// Whether coming back is not all that there is to do.
    boolean isDecision() {
        return this != SERVER_PAUSED && this != SERVER_STOPPING && this != UNKNOWN;
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
