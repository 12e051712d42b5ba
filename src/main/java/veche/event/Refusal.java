package veche.event;

import veche.name.ChannelName;
import veche.name.Nickname;

/// Why something did not happen. Each protocol puts it into words of its own.
public sealed interface Refusal {

    /// Somebody has registered this name in the meantime.
    record NameTaken(Nickname name) implements Refusal {}

    /// The name could be mistaken for that of somebody else.
    record LooksLike(Nickname name, Nickname taken) implements Refusal {}

    /// The operator registers accounts, and nobody else.
    record RegistrationClosed() implements Refusal {}

    /// There is no account of this name.
    record NoSuchAccount(Nickname name) implements Refusal {}

    /// The session is not, or no longer, logged in.
    record NotLoggedIn() implements Refusal {}

    /// The session is logged in already.
    record LoggedIn() implements Refusal {}

    /// The account was changed or removed while somebody was logging in to it.
    record AccountChanged() implements Refusal {}

    /// Accounts came or went since the operator looked.
    record AccountsChanged() implements Refusal {}

    /// Only members may do this.
    record NotMember(ChannelName channel) implements Refusal {}

    /// Something went wrong on our side; the log has it.
    record Failed() implements Refusal {}
}
