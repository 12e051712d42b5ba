package veche.net;

/// Why a connection ended. Operators count them, and those who stay are told.
public enum Reason {
    /// The client said goodbye, or closed its side in good order.
    QUIT,
    /// The connection broke.
    LOST,
    /// The client did not get in within the time it has for that: it said too little.
    HANDSHAKE_TIMEOUT,
    /// The client did not get in: it does not speak the TLS that its listener asks for.
    HANDSHAKE_FAILED,
    /// A proxy did not say for whom it speaks, or not in a way that we understand.
    PROXY_FAILED,
    /// Somebody spoke for another client who is no gateway, or did not prove to be one.
    GATEWAY_FAILED,
    /// There were as many connections from its network as may be at once.
    TOO_MANY,
    /// Its network opened connections too fast.
    TOO_FAST,
    /// The client did not read what was sent to it, and its outbox was full.
    SLOW_CONSUMER,
    /// The client did not log in within the time it has for that.
    LOGIN_TIMEOUT,
    /// The client gave a wrong password too often.
    LOGIN_FAILED,
    /// The operator ended it.
    KICKED,
    /// An operator keeps whoever came out.
    BANNED,
    /// The operator paused the server and sent everyone away.
    PAUSED,
    /// The operator removed the account.
    ACCOUNT_REMOVED,
    /// The operator removed all accounts.
    ACCOUNTS_CLEARED,
    /// It came by a token that was revoked.
    TOKEN_REVOKED,
    /// Its owner ended it from another client.
    SESSION_ENDED,
    /// The server was full.
    FULL,
    /// The server stopped.
    SHUTDOWN,
    /// The server stopped, while it could not store what was said.
    OUTAGE,
    /// The server ended without a word, and noticed when it started again.
    CRASH,
    /// Something went wrong on our side; the log has it.
    FAILED
}
