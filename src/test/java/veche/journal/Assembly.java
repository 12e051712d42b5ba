package veche.journal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import veche.event.Author;
import veche.event.Conversation;
import veche.event.Credential;
import veche.event.Entry;
import veche.event.Event;
import veche.event.MetadataKey;
import veche.event.ModeChange;
import veche.event.Rank;
import veche.event.Subject;
import veche.event.Text;
import veche.language.Language;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;

/// The state of a server, folded from entries in the simplest way: what a journal must be able to
/// tell again. Guests are no part of it.
final class Assembly {

    private final Set<Author> accounts = new HashSet<>();
    private final Map<PersonId, Credential> credentials = new HashMap<>();
    private final Map<PersonId, Language> languages = new HashMap<>();
    private final Map<PersonId, Map<String, String>> preferences = new HashMap<>();
    private final Map<PersonId, Map<String, Boolean>> certificates = new HashMap<>();
    private final Map<PersonId, Map<String, String>> tokens = new HashMap<>();
    private final Map<PersonId, Map<Conversation, Long>> read = new HashMap<>();
    private final Map<PersonId, Map<String, Long>> devices = new HashMap<>();
    private final Map<PersonId, Event> arrivals = new HashMap<>();
    private final Map<PersonId, Event> departures = new HashMap<>();
    private final Map<PersonId, Nickname> names = new HashMap<>();
    private final Map<PersonId, Map<MetadataKey, String>> metadata = new HashMap<>();
    private final Map<ChannelName, Map<MetadataKey, String>> metadataOfChannels = new HashMap<>();
    private final Map<PersonId, Map<ChannelName, Set<Rank>>> memberships = new HashMap<>();
    private final Map<ChannelName, Long> made = new HashMap<>();
    private final Map<ChannelName, Author> founders = new HashMap<>();
    private final Map<ChannelName, Map<PersonId, Rank>> access = new HashMap<>();
    private final Map<ChannelName, Text> topics = new HashMap<>();

    /// What each channel is like, in the order in which it was made so.
    private final Map<ChannelName, Map<String, ModeChange>> modes = new HashMap<>();

    void take(Entry entry) {
        switch (entry.event()) {
            case Event.Registered(var author) -> accounts.add(author);
            case Event.CredentialSet(var account, var credential) ->
                    credentials.put(account, credential);
            case Event.LanguageChosen(var account, var language) ->
                    languages.put(account, language);
            case Event.Preferred(var account, var name, var value) ->
                    put(preferences, account, name, value);
            case Event.MetadataSet(Subject.Somebody(var who), _, var key, var value) -> {
                if (who.isOwner()) {
                    put(metadata, who.person(), key, value);
                }
            }
            case Event.MetadataSet(Subject.Place(var channel), _, var key, var value) ->
                    put(metadataOfChannels, channel, key, value);
            case Event.CertificateAdded(var account, var fingerprint) ->
                    put(certificates, account, fingerprint, Optional.of(true));
            case Event.CertificateRemoved(var account, var fingerprint) ->
                    put(certificates, account, fingerprint, Optional.empty());
            case Event.TokenMade(var account, var id, var label, var hash) ->
                    put(tokens, account, id + "", Optional.of(label + " " + hash));
            case Event.TokenUsed(var account, var id) ->
                    put(tokens, account, id + " used", Optional.of("yes"));
            case Event.TokenRevoked(var account, var id) -> {
                put(tokens, account, id + "", Optional.empty());
                put(tokens, account, id + " used", Optional.empty());
            }
            case Event.ReadMarked(var account, var conversation, var time) ->
                    put(read, account, conversation, Optional.of(time));
            case Event.DeviceSeen(var account, var device, var seen, _) ->
                    put(devices, account, device, Optional.of(seen).filter(it -> it > 0));
            case Event.Arrived arrived when arrived.by().isOwner() -> arrive(arrived);
            case Event.Left left when left.by().isOwner() -> leave(left);
            case Event.Renamed(var by, var next, _) when by.isOwner() ->
                    names.put(by.person(), next);
            case Event.Joined(var channel, var by) when by.isOwner() ->
                    put(memberships, by.person(), channel, Optional.of(new HashSet<>()));
            case Event.Parted(var channel, var by, _) ->
                    put(memberships, by.person(), channel, Optional.empty());
            case Event.Kicked(var channel, _, var whom, _) ->
                    put(memberships, whom.person(), channel, Optional.empty());
            case Event.ChannelMade(var channel, _) -> made.put(channel, entry.position());
            case Event.ChannelClosed(var channel, var wasPrivate) -> {
                close(channel);
                if (wasPrivate) {
                    end(channel);
                }
            }
            case Event.ChannelRenamed renamed -> rename(renamed.channel(), renamed.next());
            case Event.ChannelRegistered(var channel, var founder) ->
                    founders.put(channel, founder);
            case Event.ChannelReleased(var channel) -> {
                founders.remove(channel);
                access.remove(channel);
            }
            case Event.AccessSet(var channel, _, var whom, var rank) ->
                    put(access, channel, whom.correspondent(), rank);
            case Event.TopicSet(var channel, _, var topic) ->
                    topic.ifPresentOrElse(
                            text -> topics.put(channel, text), () -> topics.remove(channel));
            case Event.ModeChanged(var channel, _, ModeChange.Ranked ranked) ->
                    rank(channel, ranked);
            case Event.ModeChanged(var channel, _, var change) -> change(channel, change);
            case Event.AccountRemoved(var author) -> remove(author.person());
            case Event.AccountsCleared _ -> clear();
            default -> {}
        }
    }

    private static <A, B, C> void put(
            Map<A, Map<B, C>> maps, A first, B second, Optional<C> value) {
        var map = maps.computeIfAbsent(first, _ -> new LinkedHashMap<>());
        map.remove(second);
        value.ifPresent(it -> map.put(second, it));
        if (map.isEmpty()) {
            maps.remove(first);
        }
    }

    private void arrive(Event.Arrived arrived) {
        arrivals.put(arrived.by().person(), arrived);
        names.remove(arrived.by().person());
    }

    private void leave(Event.Left left) {
        departures.put(left.by().person(), left);
        names.remove(left.by().person());
        if (!left.stays()) {
            memberships.remove(left.by().person());
        }
    }

    private void rank(ChannelName channel, ModeChange.Ranked change) {
        var ranks = memberships.getOrDefault(change.who().person(), Map.of()).get(channel);
        if (ranks != null && change.given()) {
            ranks.add(change.rank());
        } else if (ranks != null) {
            ranks.remove(change.rank());
        }
    }

    private void change(ChannelName channel, ModeChange change) {
        var on =
                switch (change) {
                    case ModeChange.Flagged flagged -> flagged.set();
                    case ModeChange.Listed listed -> listed.added();
                    case ModeChange.Keyed keyed -> keyed.key().isPresent();
                    case ModeChange.Limited limited -> limited.limit().isPresent();
                    case ModeChange.Forwarded forwarded -> forwarded.channel().isPresent();
                    case ModeChange.Ranked ranked -> ranked.given();
                };
        put(modes, channel, mode(change), on ? Optional.of(change) : Optional.empty());
    }

    private static String mode(ModeChange change) {
        return switch (change) {
            case ModeChange.Flagged flagged -> "flag " + flagged.flag();
            case ModeChange.Listed listed ->
                    listed.list() + " " + listed.mask().toLowerCase(Locale.ROOT);
            default -> change.getClass().getSimpleName();
        };
    }

    private void close(ChannelName channel) {
        made.remove(channel);
        founders.remove(channel);
        access.remove(channel);
        topics.remove(channel);
        metadataOfChannels.remove(channel);
        modes.remove(channel);
    }

    /// Nobody finds anything any more that happened there.
    private void end(ChannelName channel) {
        memberships.values().forEach(all -> all.remove(channel));
        memberships.values().removeIf(Map::isEmpty);
        read.values().forEach(all -> all.remove(new Conversation.InChannel(channel)));
        read.values().removeIf(Map::isEmpty);
    }

    private void rename(ChannelName channel, ChannelName next) {
        if (channel.equals(next)) {
            return;
        }
        memberships.values().forEach(all -> move(all, channel, next));
        memberships.values().removeIf(Map::isEmpty);
        var place = new Conversation.InChannel(channel);
        read.values().forEach(all -> move(all, place, new Conversation.InChannel(next)));
        read.values().removeIf(Map::isEmpty);
        move(made, channel, next);
        move(founders, channel, next);
        move(access, channel, next);
        move(topics, channel, next);
        move(modes, channel, next);
        move(metadataOfChannels, channel, next);
    }

    private static <A, B> void move(Map<A, B> map, A before, A after) {
        map.remove(after);
        var value = map.remove(before);
        if (value != null) {
            map.put(after, value);
        }
    }

    private void remove(PersonId account) {
        accounts.removeIf(other -> other.person().equals(account));
        ofPeople().forEach(map -> map.remove(account));
    }

    private void clear() {
        accounts.clear();
        ofPeople().forEach(Map::clear);
    }

    private List<Map<PersonId, ?>> ofPeople() {
        return List.of(
                credentials,
                languages,
                preferences,
                metadata,
                certificates,
                tokens,
                read,
                devices,
                arrivals,
                departures,
                names,
                memberships);
    }

    /// What two assemblies that are the same have in common.
    List<Object> state() {
        var orders = new HashMap<ChannelName, List<ModeChange>>();
        modes.forEach((channel, all) -> orders.put(channel, List.copyOf(all.values())));
        return List.of(
                accounts, ofPeople(), made, founders, access, topics, metadataOfChannels, orders);
    }
}
