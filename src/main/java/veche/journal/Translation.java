package veche.journal;

import java.util.List;
import java.util.Optional;
import veche.event.Addressee;
import veche.event.Credential;
import veche.event.Event;
import veche.event.Manner;
import veche.event.MetadataKey;
import veche.event.Rank;
import veche.event.Subject;
import veche.journal.Row.Kind;
import veche.language.Language;
import veche.net.Reason;

/// Which event fills which columns of a [Row], and the way back.
final class Translation {

    /// The detail of a device that is connected.
    private static final String HERE = "here";

    /// The detail of the end of a channel from which strangers were kept out.
    private static final String PRIVATE = "private";

    private Translation() {}

    /// @throws IllegalArgumentException if the event is one that no journal keeps
    static Row row(Event event) {
        return switch (event) {
            case Event.Said(var channel, var by, var manner, var text, var tags) ->
                    new Row(Kind.SAID).by(by).in(channel).manner(manner).text(text).tags(tags);
            case Event.Told(var by, var to, var manner, var text, var tags) ->
                    new Row(Kind.TOLD).by(by).to(to).manner(manner).text(text).tags(tags);
            case Event.TopicSet(var channel, var by, var topic) ->
                    new Row(Kind.TOPIC).by(by).in(channel).text(topic);
            case Event.Reacted(var to, var by, var tags) ->
                    addressed(new Row(Kind.REACTED).by(by).tags(tags), to);
            case Event.Withdrawn(var conversation, var by) ->
                    new Row(Kind.WITHDRAWN).by(by).in(conversation);
            case Event.SaidToRank(var channel, var least, var by, var manner, var text, var tags) ->
                    new Row(Kind.SAID_TO_RANK)
                            .by(by)
                            .in(channel)
                            .detail(Row.word(least) + " " + Row.word(manner))
                            .text(text)
                            .tags(tags);
            case Event.Redacted(var to, var by, var position, var why) ->
                    addressed(new Row(Kind.REDACTED).by(by).number(position).text(why), to);
            case Event.ChannelMade(var channel, var by) -> new Row(Kind.MADE).by(by).in(channel);
            case Event.ChannelClosed(var channel, var wasPrivate) ->
                    new Row(Kind.CLOSED).in(channel).detail(wasPrivate ? PRIVATE : null);
            case Event.ChannelRenamed(var channel, var next, var by, var why) ->
                    new Row(Kind.CHANNEL_RENAMED)
                            .by(by)
                            .in(next)
                            .channels(List.of(channel, next))
                            .text(why);
            case Event.ChannelRegistered(var channel, var founder) ->
                    new Row(Kind.FOUNDED).by(founder).in(channel);
            case Event.ChannelReleased(var channel) -> new Row(Kind.RELEASED).in(channel);
            case Event.AccessSet(var channel, var by, var whom, var rank) ->
                    new Row(Kind.ACCESS)
                            .by(by)
                            .to(whom)
                            .in(channel)
                            .detail(rank.map(Row::word).orElse(null));
            case Event.Joined(var channel, var by) -> new Row(Kind.JOINED).by(by).in(channel);
            case Event.Parted(var channel, var by, var words) ->
                    new Row(Kind.PARTED).by(by).in(channel).text(words);
            case Event.Kicked(var channel, var by, var whom, var why) ->
                    new Row(Kind.KICKED).by(by).to(whom).in(channel).text(why);
            case Event.ModeChanged(var channel, var by, var change) ->
                    ModeColumns.write(change, new Row(Kind.MODE).by(by).in(channel));
            case Event.Arrived(var by) -> new Row(Kind.ARRIVED).by(by);
            case Event.Left left -> row(left);
            case Event.Renamed(var by, var next, var channels) ->
                    new Row(Kind.RENAMED).by(by).toName(next).channels(channels);
            case Event.Registered(var author) -> new Row(Kind.REGISTERED).by(author);
            case Event.CredentialSet(var account, var credential) ->
                    new Row(Kind.CREDENTIAL).account(account).text(credential.secret());
            case Event.CertificateAdded(var account, var fingerprint) ->
                    new Row(Kind.CERTIFICATE_ADDED).account(account).detail(fingerprint);
            case Event.CertificateRemoved(var account, var fingerprint) ->
                    new Row(Kind.CERTIFICATE_REMOVED).account(account).detail(fingerprint);
            case Event.TokenMade(var account, var id, var label, var hash) ->
                    new Row(Kind.TOKEN_MADE).account(account).number(id).text(label).detail(hash);
            case Event.TokenUsed(var account, var id) ->
                    new Row(Kind.TOKEN_USED).account(account).number(id);
            case Event.TokenRevoked(var account, var id) ->
                    new Row(Kind.TOKEN_REVOKED).account(account).number(id);
            case Event.LanguageChosen(var account, var language) ->
                    new Row(Kind.LANGUAGE).account(account).detail(language.tag());
            case Event.Preferred(var account, var name, var value) -> {
                var row = new Row(Kind.PREFERRED).account(account).detail(name);
                value.ifPresent(row::text);
                yield row;
            }
            case Event.MetadataSet set -> row(set);
            case Event.ReadMarked(var account, var conversation, var time) ->
                    new Row(Kind.READ).account(account).in(conversation).number(time);
            case Event.DeviceSeen(var account, var device, var seen, var here) ->
                    new Row(Kind.DEVICE)
                            .account(account)
                            .text(device)
                            .number(seen)
                            .detail(here ? HERE : null);
            case Event.AccountRemoved(var author) -> new Row(Kind.REMOVED).by(author);
            case Event.AccountsCleared(var accounts) -> new Row(Kind.CLEARED).number(accounts);
            case Event.Announced(var text) -> new Row(Kind.ANNOUNCED).text(text);
            case Event.BanSet set -> BanColumns.write(set, new Row(Kind.BANNED));
            case Event.BanLifted(var whom) -> new Row(Kind.UNBANNED).detail(whom.text());
            // A name that no channel has: not in the column that follows when one is renamed.
            case Event.ChannelPurged purged -> BanColumns.write(purged, new Row(Kind.PURGED));
            case Event.ChannelUnpurged(var channel) ->
                    new Row(Kind.UNPURGED).detail(channel.text());
            case Event.Passing passing ->
                    throw new IllegalArgumentException("not for a journal: " + passing);
        };
    }

    private static Row row(Event.MetadataSet set) {
        var row =
                switch (set.subject()) {
                    case Subject.Place(var channel) -> new Row(Kind.CHANNEL_METADATA).in(channel);
                    case Subject.Somebody(var who) -> new Row(Kind.PERSON_METADATA).to(who);
                };
        set.value().ifPresent(row::text);
        return row.by(set.by()).detail(set.key().text());
    }

    private static Event metadataSet(Row row, Subject subject) {
        return new Event.MetadataSet(
                subject, row.by(), new MetadataKey(row.detail()), Optional.ofNullable(row.text));
    }

    private static Row row(Event.Left left) {
        var row =
                new Row(Kind.LEFT)
                        .by(left.by())
                        .number(left.seen())
                        .detail(Row.word(left.reason()))
                        .text(left.words());
        return left.stays() ? row : row.channels(left.channels());
    }

    private static Row addressed(Row row, Addressee to) {
        return switch (to) {
            case Addressee.Everyone(var channel) -> row.in(channel);
            case Addressee.Ranking(var channel, var least) ->
                    row.in(channel).detail(Row.word(least));
            case Addressee.One(var other) -> row.to(other);
        };
    }

    private static Addressee addressee(Row row) {
        if (!row.isInChannel()) {
            return new Addressee.One(row.to());
        }
        return row.detail == null
                ? new Addressee.Everyone(row.channel())
                : new Addressee.Ranking(row.channel(), Row.constant(Rank.class, row.detail));
    }

    /// The event as it is remembered.
    static Event event(Row row) {
        return switch (row.kind) {
            case SAID ->
                    new Event.Said(row.channel(), row.by(), row.manner(), row.text(), row.tags());
            case TOLD -> new Event.Told(row.by(), row.to(), row.manner(), row.text(), row.tags());
            case TOPIC -> new Event.TopicSet(row.channel(), row.by(), row.textIfAny());
            case REACTED -> new Event.Reacted(addressee(row), row.by(), row.tags());
            case WITHDRAWN -> new Event.Withdrawn(row.conversation(), row.by());
            case SAID_TO_RANK -> saidToRank(row);
            case REDACTED ->
                    new Event.Redacted(addressee(row), row.by(), row.number(), row.textIfAny());
            case MADE -> new Event.ChannelMade(row.channel(), row.by());
            case CLOSED -> new Event.ChannelClosed(row.channel(), PRIVATE.equals(row.detail));
            case FOUNDED -> new Event.ChannelRegistered(row.channel(), row.by());
            case RELEASED -> new Event.ChannelReleased(row.channel());
            case ACCESS -> accessSet(row);
            case JOINED -> new Event.Joined(row.channel(), row.by());
            case PARTED -> new Event.Parted(row.channel(), row.by(), row.textIfAny());
            case KICKED -> new Event.Kicked(row.channel(), row.by(), row.to(), row.textIfAny());
            case MODE -> new Event.ModeChanged(row.channel(), row.by(), ModeColumns.read(row));
            case ARRIVED -> new Event.Arrived(row.by());
            case LEFT -> left(row);
            case RENAMED -> new Event.Renamed(row.by(), row.toName(), row.channels());
            case REGISTERED -> new Event.Registered(row.by());
            case CREDENTIAL -> new Event.CredentialSet(row.account(), new Credential(row.words()));
            case CERTIFICATE_ADDED -> new Event.CertificateAdded(row.account(), row.detail());
            case CERTIFICATE_REMOVED -> new Event.CertificateRemoved(row.account(), row.detail());
            case TOKEN_MADE ->
                    new Event.TokenMade(row.account(), row.number(), row.text(), row.detail());
            case TOKEN_USED -> new Event.TokenUsed(row.account(), row.number());
            case TOKEN_REVOKED -> new Event.TokenRevoked(row.account(), row.number());
            case LANGUAGE ->
                    new Event.LanguageChosen(
                            row.account(), Language.parse(row.detail()).orElseThrow());
            case PREFERRED ->
                    new Event.Preferred(row.account(), row.detail(), Optional.ofNullable(row.text));
            case PERSON_METADATA -> metadataSet(row, new Subject.Somebody(row.to()));
            case CHANNEL_METADATA -> metadataSet(row, new Subject.Place(row.channel()));
            case READ -> new Event.ReadMarked(row.account(), row.conversation(), row.number());
            case DEVICE ->
                    new Event.DeviceSeen(
                            row.account(), row.words(), row.number(), HERE.equals(row.detail));
            case REMOVED -> new Event.AccountRemoved(row.by());
            case CLEARED -> new Event.AccountsCleared(Math.toIntExact(row.number()));
            case BANNED -> BanColumns.read(row);
            case CHANNEL_RENAMED ->
                    // Both names as they were then, whatever the channel is called by now.
                    new Event.ChannelRenamed(
                            row.channels().getFirst(),
                            row.channels().getLast(),
                            row.by(),
                            row.textIfAny());
            case UNBANNED -> new Event.BanLifted(BanColumns.whom(row.detail(), row));
            case PURGED -> BanColumns.readPurge(row);
            case UNPURGED -> new Event.ChannelUnpurged(row.names().channel(row.detail()));
            case ANNOUNCED -> new Event.Announced(row.text());
        };
    }

    private static Event saidToRank(Row row) {
        var words = row.detail().split(" ", 2);
        return new Event.SaidToRank(
                row.channel(),
                Row.constant(Rank.class, words[0]),
                row.by(),
                Row.constant(Manner.class, words[1]),
                row.text(),
                row.tags());
    }

    private static Event accessSet(Row row) {
        var rank = Optional.ofNullable(row.detail).map(word -> Row.constant(Rank.class, word));
        return new Event.AccessSet(row.channel(), row.by(), row.to(), rank);
    }

    private static Event left(Row row) {
        return new Event.Left(
                row.by(),
                row.number(),
                Row.constant(Reason.class, row.detail()),
                row.textIfAny(),
                !row.hasChannels(),
                row.channels());
    }
}
