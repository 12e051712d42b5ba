package veche.event;

/// How somebody wants to be treated, or what they are.
public enum PersonFlag {
    /// Strangers do not find them in lists.
    INVISIBLE,
    /// A program.
    BOT,
    /// Takes private messages only from those who are logged in to an account.
    ACCOUNTS_TELL,
    /// Hears what operators say to each other.
    WALLOPS,
    /// An operator of the server.
    OPERATOR
}
