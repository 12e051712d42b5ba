package veche.chat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import veche.account.Proof;
import veche.account.Snapshot;
import veche.event.Author;
import veche.event.ChannelFlag;
import veche.event.ChannelList;
import veche.event.Conversation;
import veche.event.Credential;
import veche.event.Exile;
import veche.event.Manner;
import veche.event.MetadataKey;
import veche.event.PersonFlag;
import veche.event.Rank;
import veche.event.Tags;
import veche.event.Text;
import veche.language.Language;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;
import veche.net.Reason;

/// Everything that can be asked for, whatever protocol it is asked in.
public sealed interface Command {

    /// What a session may ask for before anybody knows whose it is.
    sealed interface Early extends Command {}

    /// What a session may ask for without waiting for it.
    sealed interface Asked extends Command {}

    /// What a session may ask for that is about itself, also before anybody knows whose it is.
    sealed interface Own extends Asked {}

    /// What somebody who is here may ask for.
    sealed interface Social extends Asked {}

    /// What others are told as often as somebody asks for it.
    sealed interface Talk extends Social {}

    /// What only somebody who is logged in to an account may ask for.
    sealed interface Personal extends Asked {}

    /// What somebody with a rank in a channel may ask for there.
    sealed interface Keeping extends Asked {}

    /// Asks for something in a channel as if one were its founder and in it. Whoever asks has seen
    /// that they may. What somebody could do anyway, they do as usual.
    ///
    /// @param operator who asks, by their name in the settings
    record Empowered(Keeping deed, String operator) implements Asked {}

    /// What the operator, and the server itself, may ask for.
    sealed interface Operating extends Command {}

    /// Finds out whether a name could be registered now. Changes nothing.
    record AskForName(Nickname name) implements Early {}

    /// Makes an account, and logs the session in to it. A guest can do so under their own name.
    record Register(Nickname name, Credential credential) implements Early {}

    /// Makes an account as anybody may, and logs nobody in.
    record MakeAccount(Nickname name, Credential credential) implements Early {}

    /// Logs the session in, also that of a guest. A guest who is logged in can so move to another
    /// account, unless other sessions of theirs would have to come along.
    ///
    /// @param proven what has proved that the account is theirs; if it holds no more, nothing
    ///   happens
    record LogIn(PersonId account, Proof proven) implements Early {

        /// By the credential that the password was compared with.
        public LogIn(PersonId account, Credential proven) {
            this(account, new Proof.ByCredential(proven));
        }
    }

    /// Comes in as a guest, or as another session of a guest of that name who is logged in to the
    /// same account.
    ///
    /// @param address `user@host`, as others shall see it
    /// @param login the account that the guest is logged in to, though it is called something else
    record Enter(Nickname name, String address, Optional<Login> login) implements Early {}

    /// An account, and what has proved that somebody owns it.
    record Login(PersonId account, Proof proven) {

        /// By the credential that the password was compared with.
        public Login(PersonId account, Credential proven) {
            this(account, new Proof.ByCredential(proven));
        }
    }

    /// Ends the session.
    ///
    /// @param sent the position of the last entry that was sent to it; 0 if there was none
    /// @param words what the client said to that
    record End(long sent, Reason reason, Optional<Text> words) implements Early {

        /// Without a word.
        public End(long sent, Reason reason) {
            this(sent, reason, Optional.empty());
        }
    }

    /// Becomes a member of a channel.
    ///
    /// @param key the word that lets people in, as far as the client knows
    record Join(ChannelName channel, Optional<String> key) implements Social, Keeping {

        /// Without a key.
        public Join(ChannelName channel) {
            this(channel, Optional.empty());
        }
    }

    record Part(ChannelName channel, Optional<Text> words) implements Social {

        /// Without a word.
        public Part(ChannelName channel) {
            this(channel, Optional.empty());
        }
    }

    record Kick(ChannelName channel, Nickname whom, Optional<Text> why)
            implements Social, Keeping {}

    record Invite(ChannelName channel, Nickname whom) implements Social, Keeping {}

    /// Asks those who can let somebody into a channel to do so.
    record Knock(ChannelName channel) implements Social {}

    record Say(ChannelName channel, Manner manner, Text text, Tags tags) implements Talk {

        /// Without tags.
        public Say(ChannelName channel, Manner manner, Text text) {
            this(channel, manner, text, Tags.NONE);
        }
    }

    /// Passes on what somebody says elsewhere.
    ///
    /// @param speaker what they are called there; nobody here can be called so
    /// @param anyway whether it may be done without a rank in the channel; whoever asks has seen
    ///   that it may
    record Relay(
            ChannelName channel,
            String speaker,
            Manner manner,
            Text text,
            Tags tags,
            boolean anyway)
            implements Talk {}

    /// Says something to those of a channel who have at least a rank.
    record SayToRank(ChannelName channel, Rank least, Manner manner, Text text, Tags tags)
            implements Talk {}

    /// Says something to one person, who will see it on return if they are away.
    record Tell(Nickname to, Manner manner, Text text, Tags tags) implements Talk {

        /// Without tags.
        public Tell(Nickname to, Manner manner, Text text) {
            this(to, manner, text, Tags.NONE);
        }
    }

    /// Sends tags and no words.
    ///
    /// @param lasting whether they belong to the history
    record Signal(Target to, Tags tags, boolean lasting) implements Talk {}

    /// Deletes a message.
    ///
    /// @param position that of the message
    /// @param author whose it is, as the journal has it; who is not its author needs a rank
    record Redact(Target to, long position, PersonId author, Optional<Text> why)
            implements Social, Keeping {}

    /// Deletes what one has said to somebody, who may not be here any more.
    ///
    /// @param to as they were when it was said
    /// @param position that of the message
    /// @param author whose it is, as the journal has it
    record Forget(Author to, long position, PersonId author) implements Social {}

    /// To whom something is sent, as a client names them.
    sealed interface Target {

        record Everyone(ChannelName channel) implements Target {}

        record Ranking(ChannelName channel, Rank least) implements Target {}

        record One(Nickname name) implements Target {}
    }

    record SetTopic(ChannelName channel, Optional<Text> topic) implements Social, Keeping {}

    /// Changes what a channel is like. Each change is decided by itself.
    record ChangeModes(ChannelName channel, List<Wish> wishes) implements Social, Keeping {
        public ChangeModes {
            wishes = List.copyOf(wishes);
        }
    }

    /// One change that somebody wants.
    sealed interface Wish {

        record Flag(ChannelFlag flag, boolean set) implements Wish {}

        record Ranking(Nickname who, Rank rank, boolean given) implements Wish {}

        record Listing(ChannelList list, String mask, boolean added) implements Wish {}

        record Key(Optional<String> key) implements Wish {}

        record Limit(OptionalInt limit) implements Wish {}

        record Forward(Optional<ChannelName> channel) implements Wish {}
    }

    /// Is called something else from now on.
    record Rename(Nickname next) implements Social {}

    /// Says that one does not look at the screen; without words, that one does again.
    ///
    /// @param words `*` if nobody has said any: the session is there without anybody
    record SetAway(Optional<Text> words) implements Own {}

    record SetRealname(Text realname) implements Own {}

    /// Chooses how to be treated. Nobody becomes an operator by this, but one can cease to be one.
    record SetFlag(PersonFlag flag, boolean set) implements Social {}

    /// Becomes an operator of the server. Whoever asks has seen that they may.
    record BecomeOperator() implements Social {}

    /// Wants to be told when people of these names come and go, and of nobody else.
    ///
    /// @param closely whether also when they are away, log in, or give another real name
    record Watch(Set<Nickname> names, boolean closely) implements Own {
        public Watch {
            names = Set.copyOf(names);
        }
    }

    /// Of whom something is said for programs, as a client names them.
    sealed interface About {

        record Place(ChannelName channel) implements About {}

        record Somebody(Nickname name) implements About {}
    }

    /// Says something for programs, or takes it back (https://ircv3.net/specs/extensions/metadata).
    ///
    /// @param value of no more bytes than the operator lets it have; empty to take it back
    /// @param mayAlways whether whoever asks has been seen to be an operator who may do so
    record SetMetadata(About about, MetadataKey key, Optional<String> value, boolean mayAlways)
            implements Social {}

    /// Takes all back that is said for programs.
    ///
    /// @param mayAlways as for [SetMetadata]
    record ClearMetadata(About about, boolean mayAlways) implements Social {}

    /// Says what one has had to say of oneself for programs before one came in. What is too much is
    /// left out.
    record BringMetadata(Map<MetadataKey, String> all) implements Social {
        public BringMetadata {
            all = Collections.unmodifiableMap(new TreeMap<>(all));
        }
    }

    /// Wants to be told what is said for programs under these keys, and under no others.
    record Subscribe(Set<MetadataKey> keys) implements Own {
        public Subscribe {
            keys = Set.copyOf(keys);
        }
    }

    /// Takes private messages from somebody, whoever else may not send any; or does not any more.
    record Accept(Nickname whom, boolean accepted) implements Social {}

    /// Speaks to the operators, and to those who want to hear them.
    record Warn(Text text) implements Social {}

    /// Calls a channel something else from now on.
    ///
    /// @param anyway whether it may be done by somebody whose channel it is not, as an operator of
    ///   the server; whoever asks has seen that they may
    record RenameChannel(ChannelName channel, ChannelName next, Optional<Text> why, boolean anyway)
            implements Social {}

    /// Keeps everybody out of a channel, or no longer, as only an operator of the server may.
    record Purge(ChannelName channel, boolean set, String operator, Optional<Text> why)
            implements Social, Keeping {}

    /// Makes a channel one's own.
    record RegisterChannel(ChannelName channel) implements Personal {}

    /// Gives one's channel up, or to somebody else.
    record TransferChannel(ChannelName channel, Optional<Nickname> to)
            implements Personal, Keeping {}

    /// Takes a channel that its founder wants to give one. Whoever asks has seen that they do.
    ///
    /// @param from the account of the founder; if it is another one by now, nothing happens
    record TakeChannel(ChannelName channel, PersonId from) implements Personal {}

    /// Says which rank an account is given whenever it comes into a channel.
    ///
    /// @param rank empty to give it none any more
    record SetAccess(ChannelName channel, Nickname account, Optional<Rank> rank)
            implements Personal, Keeping {}

    /// Takes the rank that one is given whenever one comes into a channel.
    record ClaimRank(ChannelName channel) implements Personal {}

    /// Gives up one's account.
    record GiveUpAccount() implements Personal {}

    /// Sets a password in place of the one that was given, and revokes all tokens.
    ///
    /// @param proven the credential that the old password was compared with; if it has changed
    ///   since, nothing happens
    record ChangePassword(Credential proven, Credential next) implements Personal {}

    /// Keeps the password that was given in another way from now on.
    ///
    /// @param proven as for [ChangePassword]
    record RenewCredential(Credential proven, Credential next) implements Personal {}

    /// Makes a token.
    ///
    /// @param hash of its secret, as [veche.account.Token#hash] makes it
    record MakeToken(Text label, String hash) implements Personal {}

    /// Revokes one of one's tokens. Clients that came by it are let go, but for the one that asks.
    record RevokeToken(long id) implements Personal {}

    /// Is logged in no more, and goes on as a guest. Whoever is called as their account cannot;
    /// they leave.
    record LogOut() implements Personal {}

    /// Makes a certificate good for logging in to one's account.
    ///
    /// @param fingerprint as [veche.certificate.Fingerprint] has it
    record AddCertificate(String fingerprint) implements Personal {}

    record RemoveCertificate(String fingerprint) implements Personal {}

    record ChooseLanguage(Language language) implements Personal {}

    /// Chooses something about one's account.
    ///
    /// @param value empty to have it as it is usual
    record Prefer(Preference preference, Optional<String> value) implements Personal {}

    /// Notes how far one has read a conversation; going back is not possible.
    ///
    /// @param time of the last message that was read, in milliseconds since 1970
    record MarkRead(Conversation conversation, long time) implements Personal {}

    /// Says something to everyone who is here.
    record Announce(Text text) implements Operating {}

    /// Sends somebody away, who may come back.
    ///
    /// @param why what they and others are told
    record Expel(Nickname whom, Optional<Text> why) implements Operating {}

    /// Keeps somebody out, and sends them away if they are here.
    ///
    /// @param sparesAccounts whether those may be here who are logged in to an account
    /// @param until when that ends by itself; empty if never
    /// @param by the operator
    /// @param why what they are told
    record SetBan(
            Exile whom,
            boolean sparesAccounts,
            Optional<Instant> until,
            String by,
            Optional<Text> why)
            implements Operating {}

    record LiftBan(Exile whom) implements Operating {}

    /// Lets people do something else than before.
    record ChangeRules(Rules rules) implements Operating {}

    /// Makes an account without logging anybody in.
    record AddAccount(Nickname name, Credential credential) implements Operating {}

    record RemoveAccount(Nickname name) implements Operating {}

    /// Sets somebody's password, and revokes their tokens.
    record ResetPassword(Nickname name, Credential credential) implements Operating {}

    /// Revokes tokens of somebody's, as far as they are theirs.
    record RevokeTokens(Nickname name, Set<Long> ids) implements Operating {
        public RevokeTokens {
            ids = Set.copyOf(ids);
        }
    }

    /// Notes that a token has been of use where nobody comes into the chat.
    record NoteToken(long id) implements Operating {}

    /// Says whether a certificate is good for logging in to somebody's account.
    ///
    /// @param fingerprint as [veche.certificate.Fingerprint] has it
    record SetCertificate(Nickname name, String fingerprint, boolean good) implements Operating {}

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
