package veche.chat;

/// What the owner of an account can choose about it. In the journal it has its name in lower case,
/// and so it stays once it has been written.
public enum Preference {
    /// Whether they stay in their channels while they are away: `on` or `off`.
    PERSISTENCE
}
