package veche.name;

/// Reads names that are known to be legal, since we have written them ourselves.
public interface KnownNames {

    /// By what they are read.
    CaseMapping mapping();

    /// Reads a nickname, or the name of an account.
    ///
    /// @throws IllegalArgumentException if it is none, which is a bug
    Nickname nickname(String text);

    /// Reads the name of a channel.
    ///
    /// @throws IllegalArgumentException if it is none, which is a bug
    ChannelName channel(String text);
}
