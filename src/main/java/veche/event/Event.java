package veche.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import veche.language.Language;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;
import veche.net.Reason;

/// Something that happened. Events know no protocol, no session and no socket: the same event is
/// stored, shown on return, and told in the words of whatever protocol a client speaks.
///
/// Every event but a [Passing] one is durable before anyone is told of it.
public sealed interface Event {

    /// An event that is part of a conversation's history, and is shown again to whoever comes back.
    sealed interface Spoken extends Event {

        Conversation conversation();

        Author by();
    }

    /// An event that those who are here are told, in its place in the one order, and that is then
    /// forgotten.
    sealed interface Passing extends Event {}

    /// An event that is kept only as long as what it says is true.
    sealed interface Current extends Event {}

    /// An event of which no journal keeps an older copy, however well hidden.
    sealed interface Secret extends Current {}

    /// Somebody spoke in a channel.
    record Said(ChannelName channel, Author by, Manner manner, Text text, Tags tags)
            implements Spoken {

        /// Without tags.
        public Said(ChannelName channel, Author by, Manner manner, Text text) {
            this(channel, by, manner, text, Tags.NONE);
        }

        /// Whose words they are: the author's, or those of somebody elsewhere, which the author has
        /// passed on.
        public String speaker() {
            return tags.value(Tags.RELAYED).orElse(by.name().text());
        }

        @Override
        public Conversation conversation() {
            return new Conversation.InChannel(channel);
        }
    }

    /// A private message.
    record Told(Author by, Author to, Manner manner, Text text, Tags tags) implements Spoken {

        /// Without tags.
        public Told(Author by, Author to, Manner manner, Text text) {
            this(by, to, manner, text, Tags.NONE);
        }

        @Override
        public Conversation conversation() {
            return Conversation.Between.of(by.correspondent(), to.correspondent());
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

    /// Somebody sent nothing but tags that belong to the history, such as a reaction to a message.
    record Reacted(Addressee to, Author by, Tags tags) implements Spoken {
        @Override
        public Conversation conversation() {
            return switch (to) {
                case Addressee.Everyone(var channel) -> new Conversation.InChannel(channel);
                case Addressee.Ranking(var channel, _) -> new Conversation.InChannel(channel);
                case Addressee.One(var other) ->
                        Conversation.Between.of(by.correspondent(), other.correspondent());
            };
        }
    }

    /// Somebody sent nothing but tags that mean nothing later, such as that they are typing.
    record Signalled(Addressee to, Author by, Tags tags) implements Passing {}

    /// Somebody spoke to those in a channel who have at least a rank. It is kept, but not shown
    /// again, since who had the rank then may not have it now.
    record SaidToRank(
            ChannelName channel, Rank least, Author by, Manner manner, Text text, Tags tags)
            implements Event {}

    /// A message was deleted. Its words are gone from the journal; that there was one stays.
    ///
    /// @param to where it was said, as whoever deletes it names it
    /// @param position that of the message
    /// @param why empty if no reason was given
    record Redacted(Addressee to, Author by, long position, Optional<Text> why) implements Event {}

    /// What is left of a message that was [deleted][Redacted].
    record Withdrawn(Conversation conversation, Author by) implements Spoken {}

    /// A channel came to be.
    ///
    /// @param by whoever came first
    record ChannelMade(ChannelName channel, Author by) implements Event {}

    /// A channel is no more: nobody is a member of it, and nothing is known of it that is kept.
    ///
    /// @param wasPrivate whether strangers were kept out of it, and no longer are: then what was
    ///   said there is not to be found any more
    record ChannelClosed(ChannelName channel, boolean wasPrivate) implements Event {}

    /// A channel is called something else from now on, and stays all that it is: its members, what
    /// it is like, whose it is, and what was said in it. Its former name is free.
    ///
    /// @param channel what it was called before
    /// @param why empty if no reason was given
    record ChannelRenamed(ChannelName channel, ChannelName next, Author by, Optional<Text> why)
            implements Event {

        /// Whether both are the same name, written in another way.
        public boolean isSpelling() {
            return channel.equals(next);
        }
    }

    /// An account owns a channel from now on: what the channel is like stays when everyone leaves.
    record ChannelRegistered(ChannelName channel, Author founder) implements Event {}

    /// Nobody owns a channel any more.
    record ChannelReleased(ChannelName channel) implements Event {}

    /// Somebody said which rank an account is given whenever it comes into a channel that is
    /// [registered][ChannelRegistered].
    ///
    /// @param rank empty if it is given none any more
    record AccessSet(ChannelName channel, Author by, Author whom, Optional<Rank> rank)
            implements Event {}

    /// Somebody became a member of a channel. An owner of an account stays one until they part,
    /// also while they are away, unless they [do not stay][Left].
    record Joined(ChannelName channel, Author by) implements Event {}

    /// Somebody is no longer a member of a channel.
    ///
    /// @param words what they said to that
    record Parted(ChannelName channel, Author by, Optional<Text> words) implements Event {

        /// Without a word.
        public Parted(ChannelName channel, Author by) {
            this(channel, by, Optional.empty());
        }
    }

    /// Somebody was removed from a channel.
    record Kicked(ChannelName channel, Author by, Author whom, Optional<Text> why)
            implements Event {}

    /// Somebody was invited into a channel.
    record Invited(ChannelName channel, Author by, Author whom) implements Passing {}

    /// Somebody wants to come into a channel that is closed to them.
    record Knocked(ChannelName channel, Author by) implements Passing {}

    /// A channel is like something else now.
    record ModeChanged(ChannelName channel, Author by, ModeChange change) implements Event {}

    /// Somebody is here: the first of their sessions has begun.
    record Arrived(Author by) implements Event {}

    /// Somebody is away: the last of their sessions has ended.
    ///
    /// @param seen the position of the last entry that they have surely seen; what is after it they
    ///   have missed
    /// @param words what they said to that
    /// @param stays whether they stay a member of their channels
    /// @param channels those that they were a member of, if they do not stay
    record Left(
            Author by,
            long seen,
            Reason reason,
            Optional<Text> words,
            boolean stays,
            List<ChannelName> channels)
            implements Event {

        public Left {
            channels = List.copyOf(channels);
        }

        /// An owner of an account is away, and stays in their channels.
        public Left(Author by, long seen, Reason reason) {
            this(by, seen, reason, Optional.empty(), true, List.of());
        }
    }

    /// Somebody is called something else now.
    ///
    /// @param by as they were called before
    /// @param channels those that they are a member of
    record Renamed(Author by, Nickname next, List<ChannelName> channels) implements Event {
        public Renamed {
            channels = List.copyOf(channels);
        }
    }

    /// A guest has logged in to an account, or to another one, or is not logged in any more.
    ///
    /// @param after the same person, if they go on as a guest; else the account's owner, whom they
    ///   are from now on
    record LoggedIn(Author by, Author after) implements Passing {}

    /// Somebody does not look at their screen.
    ///
    /// @param words what they said to that; `*` if nobody has said anything; empty if they are back
    record AwaySet(Author by, Optional<Text> words) implements Passing {}

    /// Somebody gave another real name.
    record RealnameSet(Author by, Text realname) implements Passing {}

    /// Something is said of somebody, or of a channel, for programs
    /// (https://ircv3.net/specs/extensions/metadata).
    ///
    /// @param value empty if it is not said any more
    record MetadataSet(Subject subject, Author by, MetadataKey key, Optional<String> value)
            implements Current {}

    /// How somebody wants to be treated.
    record PersonFlagged(Author by, PersonFlag flag, boolean set) implements Passing {}

    /// Somebody takes private messages from somebody else, whoever else [may not send
    /// any][PersonFlag#ACCOUNTS_TELL], or does not any more.
    record Accepted(Author by, Author whom, boolean accepted) implements Passing {}

    /// Somebody whom others watch for is here, under that name.
    record Appeared(Author who) implements Passing {}

    /// Somebody whom others watch for is gone, or called something else.
    record Disappeared(Nickname name) implements Passing {}

    /// An account was made, or one that was removed is back, with the id that it had. The entry
    /// with its [credential][CredentialSet] follows in the same batch.
    record Registered(Author account) implements Event {}

    /// An account has a password, or another one.
    record CredentialSet(PersonId account, Credential credential) implements Secret {}

    /// Whoever has the key to a certificate can log in to an account from now on.
    ///
    /// @param fingerprint as [veche.certificate.Fingerprint] has it
    record CertificateAdded(PersonId account, String fingerprint) implements Event {}

    /// A certificate is no longer good for logging in to an account.
    record CertificateRemoved(PersonId account, String fingerprint) implements Event {}

    /// Whoever has the secret of a token can log in to an account from now on.
    ///
    /// @param id of the token: the position of this entry
    /// @param hash of the secret, as [veche.account.Token] has it
    record TokenMade(PersonId account, long id, Text label, String hash) implements Current {}

    /// Somebody has logged in by a token.
    record TokenUsed(PersonId account, long id) implements Current {}

    /// A token is no longer good for anything.
    record TokenRevoked(PersonId account, long id) implements Event {}

    /// Somebody chose the language in which the server speaks to them.
    record LanguageChosen(PersonId account, Language language) implements Event {}

    /// Somebody chose something about their account.
    ///
    /// @param name of the setting, which only the floor that uses it knows
    /// @param value empty to have it as it is usual
    record Preferred(PersonId account, String name, Optional<String> value) implements Event {}

    /// How far somebody has read a conversation.
    ///
    /// @param time of the last message that they have read, in milliseconds since 1970
    record ReadMarked(PersonId account, Conversation conversation, long time) implements Current {}

    /// How far a device of somebody's has come: what happened later, it has not got.
    ///
    /// @param device what its owner calls it
    /// @param seen the position of the last entry that it has surely got; 0 if the device is
    ///   forgotten
    /// @param here whether it is connected
    record DeviceSeen(PersonId account, String device, long seen, boolean here)
            implements Current {}

    /// The operator removed an account. Its name is free; what it said stays, under its id.
    record AccountRemoved(Author account) implements Event {}

    /// The operator removed every account, as if each had been removed by itself.
    ///
    /// @param accounts how many there were
    record AccountsCleared(int accounts) implements Event {}

    /// Somebody may not be on this server from now on.
    ///
    /// @param sparesAccounts whether those may who are logged in to an account
    /// @param until when that ends by itself; empty if never
    /// @param by the operator who wants it so
    /// @param why what those are told whom it is about
    record BanSet(
            Exile whom,
            boolean sparesAccounts,
            Optional<Instant> until,
            String by,
            Optional<Text> why)
            implements Event {}

    /// Somebody may be on this server again.
    record BanLifted(Exile whom) implements Event {}

    /// Nobody may be in a channel of this name from now on.
    ///
    /// @param by the operator who wants it so
    /// @param why what those are told who want to come in
    record ChannelPurged(ChannelName channel, String by, Optional<Text> why) implements Event {}

    /// Channels may have this name again.
    record ChannelUnpurged(ChannelName channel) implements Event {}

    /// An operator ends the session that is told of this.
    ///
    /// @param why what its client is told; empty if nothing
    record Expelled(Reason reason, Optional<Text> why) implements Passing {}

    /// The operator spoke to everyone.
    record Announced(Text text) implements Event {}

    /// An operator spoke to all operators, and to those who want to hear it.
    record Warned(Author by, Text text) implements Passing {}
}
