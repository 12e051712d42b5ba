package veche.config;

/// What an operator of IRC may do beyond what everybody may. In the settings it is its name in
/// lower case.
public enum Privilege {
    /// Sends somebody away.
    KILL,
    /// Keeps people from the server.
    BAN,
    /// Has the settings read again.
    REHASH,
    /// Stops the server.
    STOP,
    /// Sees where people come from, and who cannot be seen.
    SEE_ADDRESSES,
    /// Does in every channel what its founder may do.
    MANAGE_CHANNELS,
    /// Passes on into every channel what others say elsewhere.
    RELAY,
    /// Does with every account what its owner may do.
    MANAGE_ACCOUNTS,
    /// Gives every command of the console, which is more than all of the others.
    CONSOLE
}
