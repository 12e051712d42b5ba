package veche.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import veche.name.ChannelName;
import veche.name.Nickname;

/// Why something did not happen. Each protocol puts it into words of its own.
public sealed interface Refusal {

    /// Somebody is called so, or has registered this name.
    record NameTaken(Nickname name) implements Refusal {}

    /// The name could be mistaken for that of somebody else.
    record LooksLike(Nickname name, Nickname taken) implements Refusal {}

    /// Whoever is logged in to an account is called by its name.
    record NameFixed(Nickname wanted, Nickname account) implements Refusal {}

    /// The operator registers accounts, and nobody else.
    record RegistrationClosed() implements Refusal {}

    /// There is no account of this name.
    record NoSuchAccount(Nickname name) implements Refusal {}

    /// Nobody is called so.
    record NoSuchPerson(Nickname name) implements Refusal {}

    /// The session is not, or no longer, that of somebody who may ask for this.
    record NotLoggedIn() implements Refusal {}

    /// The session is logged in already.
    record AlreadyLoggedIn() implements Refusal {}

    /// The account was changed or removed while somebody was logging in to it.
    record AccountChanged() implements Refusal {}

    /// Accounts came or went since the operator looked.
    record AccountsChanged() implements Refusal {}

    /// There is no channel of this name.
    record NoSuchChannel(ChannelName channel) implements Refusal {}

    /// Only members may do this.
    record NotMember(ChannelName channel) implements Refusal {}

    /// Only somebody of this rank, or a higher one, may do this.
    record NeedsRank(ChannelName channel, Rank least) implements Refusal {}

    /// Why somebody may not come in.
    enum Barrier {
        /// They are on the list of those who may not.
        BANNED,
        /// They were not invited.
        INVITE_ONLY,
        /// They do not know the key.
        KEY,
        /// There are as many members as there may be.
        FULL,
        /// They are not logged in to an account.
        ACCOUNTS_ONLY
    }

    /// Somebody may not come into a channel.
    record MayNotJoin(ChannelName channel, Barrier why) implements Refusal {}

    /// Somebody may not come into a channel, and has been sent to another one.
    record SentElsewhere(ChannelName channel, ChannelName other) implements Refusal {}

    /// Nobody may come into a channel of this name.
    ///
    /// @param why what an operator says to that; empty if nothing
    record Purged(ChannelName channel, Optional<Text> why) implements Refusal {}

    /// Whoever wants to may come into a channel, and need not ask.
    record NotClosed(ChannelName channel) implements Refusal {}

    /// Somebody has asked to be let into a channel a short while ago.
    record KnockedBefore(ChannelName channel) implements Refusal {}

    /// Nobody may be a member of so many channels.
    ///
    /// @param channel the one that would be too many
    record TooManyChannels(ChannelName channel) implements Refusal {}

    /// Why somebody may not speak in a channel.
    enum Silence {
        /// Only those of some rank may.
        MODERATED,
        /// Only those may who are logged in to an account.
        ACCOUNTS_ONLY,
        /// They are on the list of those who may not.
        BANNED,
        /// Nobody may send commands to programs here.
        NO_CTCP
    }

    /// Somebody may not speak in a channel.
    record MayNotSpeak(ChannelName channel, Silence why) implements Refusal {}

    /// The other person takes messages only from those who are logged in to an account.
    record WantsAccount(Nickname name) implements Refusal {}

    /// The other person is not a member of the channel.
    record OtherNotMember(ChannelName channel, Nickname name) implements Refusal {}

    /// The other person is a member of the channel already.
    record OtherIsMember(ChannelName channel, Nickname name) implements Refusal {}

    /// A list of a channel has as many masks as it may have.
    record ListFull(ChannelName channel, ChannelList list, String mask) implements Refusal {}

    /// What is to be changed cannot be so.
    ///
    /// @param list on which it cannot be; empty if it cannot be a key
    record BadMode(ChannelName channel, Optional<ChannelList> list, String value)
            implements Refusal {}

    /// The channel belongs to an account already.
    record ChannelTaken(ChannelName channel) implements Refusal {}

    /// A channel cannot be called so: another one is, or it is itself.
    record ChannelNameTaken(ChannelName channel, ChannelName next) implements Refusal {}

    /// Somebody may not call a channel something else: it is somebody else's, or it has its name,
    /// or would have that of another, from the settings, or no channel may be called so.
    record MayNotRename(ChannelName channel, ChannelName next) implements Refusal {}

    /// The channel belongs to no account.
    record ChannelNotOwned(ChannelName channel) implements Refusal {}

    /// As many accounts are given ranks in the channel as may be.
    record AccessFull(ChannelName channel) implements Refusal {}

    /// The channel does not belong to whoever asks.
    record NotFounder(ChannelName channel) implements Refusal {}

    /// Only an operator of the server may do this.
    record NotOperator() implements Refusal {}

    /// Whoever asks may not be on this server.
    ///
    /// @param why what an operator says to that; empty if nothing
    record Banned(Optional<Text> why) implements Refusal {}

    /// There is no such ban of the server.
    record NoSuchBan(String whom) implements Refusal {}

    /// The message is not one that whoever asks may delete.
    record MayNotDelete(long position) implements Refusal {}

    /// The message was sent, and stored, before.
    ///
    /// @param position that of the message as it was stored
    record AlreadySent(long position, Instant time) implements Refusal {}

    /// The certificate is an account's already.
    record CertificateTaken() implements Refusal {}

    /// The account has no such certificate.
    record NoSuchCertificate() implements Refusal {}

    /// An account has as many certificates as it may have.
    ///
    /// @param most how many that are
    record TooManyCertificates(int most) implements Refusal {}

    /// The account has no such token.
    record NoSuchToken(long id) implements Refusal {}

    /// Whoever asks may not say that of whom it is about.
    ///
    /// @param whose the name of a person or a channel
    /// @param key empty if it is all of it
    record MetadataForbidden(String whose, Optional<MetadataKey> key) implements Refusal {}

    /// What is to be taken back was never said.
    record MetadataNotSet(String whose, MetadataKey key) implements Refusal {}

    /// As much is said of somebody, or of a channel, as may be.
    record MetadataFull(String whose) implements Refusal {}

    /// Whoever asks has said too much in too short a time.
    ///
    /// @param delay until they may say more; positive
    record MetadataTooOften(String whose, MetadataKey key, Duration delay) implements Refusal {}

    /// It is decided, but the disk does not take it. It is done as soon as the disk does; nobody
    /// waits for that.
    record NotStoredYet() implements Refusal {}

    /// Something went wrong on our side; the log has it.
    record Failed() implements Refusal {}
}
