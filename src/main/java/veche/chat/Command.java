package veche.chat;

import java.util.List;
import java.util.Optional;
import veche.account.Snapshot;
import veche.event.Credential;
import veche.event.Manner;
import veche.event.Text;
import veche.language.Language;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;
import veche.net.Reason;

/// Everything that can be asked for, whatever protocol it is asked in.
public sealed interface Command {

    /// What a session may ask for before it is logged in.
    sealed interface Early extends Command {}

    /// What somebody who is logged in may ask for.
    sealed interface Social extends Command {}

    /// What the operator, and the server itself, may ask for.
    sealed interface Operating extends Command {}

    /// Finds out whether a name could be registered now. Changes nothing.
    record AskForName(Nickname name) implements Early {}

    /// Makes an account, and logs the session in to it.
    record Register(Nickname name, Credential credential) implements Early {}

    /// Logs the session in.
    ///
    /// @param proven the credential that the password was compared with
    record LogIn(PersonId account, Credential proven) implements Early {}

    /// Ends the session.
    ///
    /// @param sent the position of the last entry that was sent to it; 0 if there was none
    record End(long sent, Reason reason) implements Early {}

    record Join(ChannelName channel) implements Social {}

    record Part(ChannelName channel) implements Social {}

    record Say(ChannelName channel, Manner manner, Text text) implements Social {}

    /// Says something to one person, who will see it on return if they are away.
    record Tell(Nickname to, Manner manner, Text text) implements Social {}

    record SetTopic(ChannelName channel, Optional<Text> topic) implements Social {}

    /// Sets a password in place of the one that was given.
    ///
    /// @param proven the credential that the old password was compared with; if it has changed
    ///   since, nothing happens
    record ChangePassword(Credential proven, Credential next) implements Social {}

    record ChooseLanguage(Language language) implements Social {}

    /// Says something to everyone who is here.
    record Announce(Text text) implements Operating {}

    /// Makes an account without logging anybody in.
    record AddAccount(Nickname name, Credential credential) implements Operating {}

    record RemoveAccount(Nickname name) implements Operating {}

    record ResetPassword(Nickname name, Credential credential) implements Operating {}

    /// Removes every account.
    ///
    /// @param version what [veche.account.Accounts#version] was when the operator looked; if it has
    ///   changed since, nothing happens
    record ClearAccounts(long version) implements Operating {}

    /// Brings accounts back. One whose name is somebody else's now, or could be mistaken for it, is
    /// left out.
    record RestoreAccounts(List<Snapshot.Saved> accounts) implements Operating {}

    /// Notes that those who were here when the server went down without a word are away.
    ///
    /// @param seen the position of the last entry that those of them have surely seen who had been
    ///   here for a while
    record Recover(long seen) implements Operating {}
}
