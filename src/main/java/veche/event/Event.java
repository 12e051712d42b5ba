package veche.event;

import java.util.Optional;
import veche.language.Language;
import veche.name.ChannelName;
import veche.name.PersonId;
import veche.net.Reason;

/// Something that happened. Events know no protocol, no session and no socket: the same event is
/// stored, shown on return, and told in the words of whatever protocol a client speaks.
///
/// Every event is durable before anyone is told of it.
public sealed interface Event {

    /// An event that is part of a conversation's history, and is shown again to whoever comes back.
    sealed interface Spoken extends Event {

        Conversation conversation();

        Author by();
    }

    /// An event that is kept only as long as what it says is true, and of which no journal keeps an
    /// older copy.
    sealed interface Secret extends Event {}

    /// Somebody spoke in a channel.
    record Said(ChannelName channel, Author by, Manner manner, Text text) implements Spoken {
        @Override
        public Conversation conversation() {
            return new Conversation.InChannel(channel);
        }
    }

    /// A private message.
    record Told(Author by, Author to, Manner manner, Text text) implements Spoken {
        @Override
        public Conversation conversation() {
            return Conversation.Between.of(by.account(), to.account());
        }
    }

    /// Somebody said what a channel is about.
    ///
    /// @param topic empty if the topic was removed
    record TopicSet(ChannelName channel, Author by, Optional<Text> topic) implements Spoken {
        @Override
        public Conversation conversation() {
            return new Conversation.InChannel(channel);
        }
    }

    /// Somebody became a member of a channel, and stays one until they part, also while they are
    /// away.
    record Joined(ChannelName channel, Author by) implements Event {}

    /// Somebody is no longer a member of a channel.
    record Parted(ChannelName channel, Author by) implements Event {}

    /// Somebody is here: the first of their sessions has begun.
    record Arrived(Author by) implements Event {}

    /// Somebody is away: the last of their sessions has ended.
    ///
    /// @param seen the position of the last entry that they have surely seen; what is after it they
    ///   have missed
    record Left(Author by, long seen, Reason reason) implements Event {}

    /// An account was made, or one that was removed is back, with the id that it had. The entry
    /// with its [credential][CredentialSet] follows in the same batch.
    record Registered(Author account) implements Event {}

    /// An account has a password, or another one.
    record CredentialSet(PersonId account, Credential credential) implements Secret {}

    /// Somebody chose the language in which the server speaks to them.
    record LanguageChosen(PersonId account, Language language) implements Event {}

    /// The operator removed an account. Its name is free; what it said stays, under its id.
    record AccountRemoved(Author account) implements Event {}

    /// The operator removed every account, as if each had been removed by itself.
    ///
    /// @param accounts how many there were
    record AccountsCleared(int accounts) implements Event {}

    /// The operator spoke to everyone.
    record Announced(Text text) implements Event {}
}
