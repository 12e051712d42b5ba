package veche.journal;

import java.util.List;
import java.util.Locale;
import veche.event.Author;
import veche.event.Conversation;
import veche.event.Event;
import veche.event.Exile;
import veche.event.ModeChange;
import veche.event.Subject;
import veche.name.CaseMapping;
import veche.name.ChannelName;
import veche.name.PersonId;

/// Which facts hold. A fact has a key like a path, such as `account/7/language`; the present state
/// of the server follows from the last entry that settled each.
///
/// A channel stands in a key by its number, that of its conversation, and so what is known of it
/// stays when it is renamed.
///
/// | key | settled by |
/// | --- | --- |
/// | `account/ID` | the account was registered |
/// | `account/ID/credential`, `/language`, `/preference/NAME`, `/read/CONVERSATION` | its owner |
/// | `account/ID/metadata/KEY`, `channel/NUMBER/metadata/KEY` | what is said there for programs |
/// | `account/ID/certificate/FINGERPRINT` | it is good for logging in |
/// | `account/ID/token/TOKEN`, `/token/TOKEN/used` | there is a token; it was used |
/// | `account/ID/device/NAME` | how far that device has come |
/// | `account/ID/arrived`, `/left`, `/name` | its owner came, went, is called something else |
/// | `account/ID/member/NUMBER` | its owner joined |
/// | `account/ID/member/NUMBER/RANK` | its owner was given the rank |
/// | `channel/NUMBER/made`, `/registered`, `/topic` | |
/// | `channel/NUMBER/access/ID` | an account is given a rank whenever it joins |
/// | `channel/NUMBER/flag/FLAG`, `/list/LIST/MASK`, `/key`, `/limit`, `/forward` | modes |
/// | `ban/WHOM` | an operator keeps somebody out |
/// | `purge/NAME` | an operator keeps everybody out of channels of that name |
///
/// Of guests there are no facts: they are gone when the server is.
final class Facts {

    private Facts() {}

    /// What an event does to a fact.
    sealed interface Change {}

    /// The event is now what is known of a fact.
    record Settles(String key) implements Change {}

    /// A fact is no longer one, nor are those below it, whose keys begin with this one and `/`.
    record Ends(String key) implements Change {}

    /// What an event does to the facts, in this order.
    ///
    /// @param number that of the channel in which it happened; any, if it happened in none
    static List<Change> of(Event event, long number) {
        return switch (event) {
            case Event.Registered(var author) -> List.of(new Settles(of(author)));
            case Event.CredentialSet(var account, _) ->
                    List.of(new Settles(of(account) + "/credential"));
            case Event.CertificateAdded(var account, var fingerprint) ->
                    List.of(new Settles(certificate(account, fingerprint)));
            case Event.CertificateRemoved(var account, var fingerprint) ->
                    List.of(new Ends(certificate(account, fingerprint)));
            case Event.TokenMade(var account, var id, _, _) ->
                    List.of(new Settles(token(account, id)));
            case Event.TokenUsed(var account, var id) ->
                    List.of(new Settles(token(account, id) + "/used"));
            case Event.TokenRevoked(var account, var id) -> List.of(new Ends(token(account, id)));
            case Event.LanguageChosen(var account, _) ->
                    List.of(new Settles(of(account) + "/language"));
            case Event.Preferred(var account, var name, var value) ->
                    List.of(change(value.isPresent(), of(account) + "/preference/" + escape(name)));
            case Event.MetadataSet set -> of(set, number);
            case Event.ReadMarked(var account, var conversation, _) ->
                    List.of(new Settles(of(account) + "/read/" + place(conversation, number)));
            case Event.DeviceSeen(var account, var device, var seen, _) ->
                    List.of(change(seen > 0, of(account) + "/device/" + escape(device)));
            case Event.AccountRemoved(var author) -> List.of(new Ends(of(author)));
            case Event.AccountsCleared _ -> List.of(new Ends("account"));
            case Event.Arrived(var by) when by.isOwner() ->
                    List.of(new Settles(of(by) + "/arrived"), new Ends(of(by) + "/name"));
            case Event.Left left when left.by().isOwner() -> of(left);
            case Event.Renamed(var by, _, _) when by.isOwner() ->
                    List.of(new Settles(of(by) + "/name"));
            // Who joins has no rank yet.
            case Event.Joined(_, var by) when by.isOwner() ->
                    List.of(new Ends(membership(by, number)), new Settles(membership(by, number)));
            case Event.Parted(_, var by, _) when by.isOwner() ->
                    List.of(new Ends(membership(by, number)));
            case Event.Kicked(_, _, var whom, _) when whom.isOwner() ->
                    List.of(new Ends(membership(whom, number)));
            case Event.ChannelMade(_, _) -> List.of(new Settles(channel(number) + "/made"));
            case Event.ChannelClosed _ -> List.of(new Ends(channel(number)));
            case Event.ChannelRegistered(_, _) ->
                    List.of(new Settles(channel(number) + "/registered"));
            case Event.ChannelReleased(_) ->
                    List.of(
                            new Ends(channel(number) + "/registered"),
                            new Ends(channel(number) + "/access"));
            case Event.AccessSet(_, _, var whom, var rank) ->
                    List.of(
                            change(
                                    rank.isPresent(),
                                    channel(number) + "/access/" + whom.correspondent().value()));
            case Event.TopicSet(_, _, var topic) ->
                    List.of(change(topic.isPresent(), channel(number) + "/topic"));
            case Event.ModeChanged(var channel, _, var change) ->
                    of(change, channel.mapping(), number);
            case Event.BanSet set -> List.of(new Settles(of(set.whom())));
            case Event.BanLifted(var whom) -> List.of(new Ends(of(whom)));
            case Event.ChannelPurged(var channel, _, _) -> List.of(new Settles(purge(channel)));
            case Event.ChannelUnpurged(var channel) -> List.of(new Ends(purge(channel)));
            case Event.Arrived _, Event.Left _, Event.Renamed _ -> List.of();
            case Event.Joined _, Event.Parted _, Event.Kicked _ -> List.of();
            case Event.Said _, Event.Told _, Event.Reacted _, Event.Withdrawn _ -> List.of();
            case Event.SaidToRank _, Event.Redacted _, Event.Announced _ -> List.of();
            case Event.Passing _ -> List.of();
            case Event.ChannelRenamed _ -> List.of();
        };
    }

    private static List<Change> of(Event.MetadataSet set, long number) {
        var key = "/metadata/" + escape(set.key().text());
        var holds = set.value().isPresent();
        return switch (set.subject()) {
            case Subject.Place _ -> List.of(change(holds, channel(number) + key));
            case Subject.Somebody(var who) ->
                    who.isOwner() ? List.of(change(holds, of(who) + key)) : List.of();
        };
    }

    private static List<Change> of(Event.Left left) {
        var who = of(left.by());
        var gone = List.<Change>of(new Settles(who + "/left"), new Ends(who + "/name"));
        return left.stays()
                ? gone
                : List.of(gone.getFirst(), gone.getLast(), new Ends(who + "/member"));
    }

    private static List<Change> of(ModeChange change, CaseMapping names, long number) {
        var here = channel(number);
        return switch (change) {
            case ModeChange.Flagged(var flag, var set) ->
                    List.of(change(set, here + "/flag/" + Row.word(flag)));
            case ModeChange.Ranked(var who, var rank, var given) ->
                    who.isOwner()
                            ? List.of(change(given, membership(who, number) + "/" + Row.word(rank)))
                            : List.of();
            case ModeChange.Listed(var list, var mask, var added) -> {
                var folded = escape(names.fold(mask));
                yield List.of(change(added, here + "/list/" + Row.word(list) + "/" + folded));
            }
            case ModeChange.Keyed(var key) -> List.of(change(key.isPresent(), here + "/key"));
            case ModeChange.Limited(var limit) ->
                    List.of(change(limit.isPresent(), here + "/limit"));
            case ModeChange.Forwarded(var other) ->
                    List.of(change(other.isPresent(), here + "/forward"));
        };
    }

    private static Change change(boolean holds, String key) {
        return holds ? new Settles(key) : new Ends(key);
    }

    /// Whether older words may no longer be kept after this event, not even by accident.
    static boolean mayEndSecrets(Event event) {
        return event instanceof Event.Secret
                || event instanceof Event.AccountRemoved
                || event instanceof Event.AccountsCleared
                || event instanceof Event.Redacted;
    }

    private static String of(Author owner) {
        return of(owner.person());
    }

    private static String of(PersonId account) {
        return "account/" + account.value();
    }

    private static String certificate(PersonId account, String fingerprint) {
        return of(account) + "/certificate/" + fingerprint;
    }

    private static String token(PersonId account, long id) {
        return of(account) + "/token/" + id;
    }

    private static String channel(long number) {
        return "channel/" + number;
    }

    private static String place(Conversation conversation, long number) {
        return switch (conversation) {
            case Conversation.InChannel _ -> Long.toString(number);
            case Conversation.Between _ -> Conversations.key(conversation);
        };
    }

    private static String of(Exile whom) {
        return "ban/" + escape(whom.text().toLowerCase(Locale.ROOT));
    }

    private static String purge(ChannelName channel) {
        return "purge/" + escape(channel.folded());
    }

    private static String membership(Author owner, long number) {
        return of(owner) + "/member/" + number;
    }

    /// Makes a step of a path of what may have a `/` in it.
    private static String escape(String step) {
        return step.replace("%", "%25").replace("/", "%2F");
    }

    /// All keys below a key are at least this, and less than [#afterBelow].
    static String below(String key) {
        return key + '/';
    }

    /// `0` is the character after `/`.
    static String afterBelow(String key) {
        return key + '0';
    }
}
