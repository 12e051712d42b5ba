package veche.irc;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import veche.chat.Channel;
import veche.chat.Person;
import veche.event.MetadataKey;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.net.Rate;
import veche.wire.Message;

/// Brings one client what is said already under the keys that it has subscribed to: when it comes
/// into a channel, subscribes, watches for somebody, and asks
/// (https://ircv3.net/specs/extensions/metadata#postponed-synchronization).
///
/// Of a large channel, and to a client that has had many of them, it is not brought unless the
/// client asks again later. Belongs to the client's own thread.
final class MetadataSync {

    /// How soon a client shall ask for a large channel.
    private static final Duration LATER = Duration.ofSeconds(4);

    /// How often one client has a channel gone through.
    private static final Rate PACE = Rate.of(20, 20, Duration.ofSeconds(20));

    private final Client client;
    private final Subscriptions subscriptions;
    private long full = Rate.UNUSED;

    MetadataSync(Client client, Subscriptions subscriptions) {
        this.client = client;
        this.subscriptions = subscriptions;
    }

    /// The client comes in, and is told all that is said of its owner.
    void welcomed() throws InterruptedException {
        var me = client.session().person();
        if (client.has(Capability.METADATA) && me.isPresent()) {
            var name = me.get().name().text();
            try (var _ = client.output().batch("metadata", name)) {
                var lines = lines(client, name, me.get().metadata().all()).toList();
                client.output().sendAll(lines);
            }
        }
    }

    /// The client has come into a channel.
    void joined(Channel channel) throws InterruptedException {
        bring(channel, subscriptions.keys());
    }

    /// The client has subscribed to more keys.
    void subscribed(Set<MetadataKey> more) throws InterruptedException {
        var me = client.session().person();
        if (!client.has(Capability.METADATA) || me.isEmpty() || more.isEmpty()) {
            return;
        }
        bring(me.get(), more);
        for (var name : me.get().channels()) {
            var channel = channel(name);
            if (channel.isPresent()) {
                bring(channel.get(), more);
            }
        }
        for (var name : client.watched()) {
            watched(name, more);
        }
    }

    /// The client watches for somebody.
    void watched(Nickname name) throws InterruptedException {
        watched(name, subscriptions.keys());
    }

    private void watched(Nickname name, Set<MetadataKey> keys) throws InterruptedException {
        var person = client.house().state().named(name).filter(Person::isHere);
        if (person.isPresent()) {
            bring(person.get(), keys);
        }
    }

    /// The client asks.
    void asked(Described described) throws InterruptedException {
        var channel = client.names().parseChannel(described.name()).flatMap(this::channel);
        if (!client.isWelcome()) {
            client.reply(Numeric.METADATA_SYNC_LATER, described.name());
        } else if (channel.isPresent()) {
            if (mayNow(channel.get())) {
                play(channel.get(), subscriptions.keys());
            }
        } else {
            var all = some(described.all(), subscriptions.keys());
            play(described.name(), lines(client, described.name(), all));
        }
    }

    private Optional<Channel> channel(ChannelName name) {
        return client.house().state().channels().find(name);
    }

    private void bring(Person person, Set<MetadataKey> keys) throws InterruptedException {
        var name = person.name().text();
        var all = lines(client, name, some(person.metadata().all(), keys)).toList();
        if (!all.isEmpty()) {
            client.session().settle();
            play(name, all.stream());
        }
    }

    private void bring(Channel channel, Set<MetadataKey> keys) throws InterruptedException {
        var most = client.house().settings().irc().metadata().smallChannel();
        if (keys.isEmpty()) {
            return;
        }
        if (channel.members().size() > most) {
            postpone(channel, LATER);
        } else if (isAnythingSaid(channel, keys) && mayNow(channel)) {
            play(channel, keys);
        }
    }

    private boolean isAnythingSaid(Channel channel, Set<MetadataKey> keys) {
        return !some(channel.metadata().all(), keys).isEmpty()
                || others(channel).anyMatch(it -> !some(it.metadata().all(), keys).isEmpty());
    }

    /// Whether there is time for a channel now; if not, the client is told so.
    private boolean mayNow(Channel channel) throws InterruptedException {
        var now = client.house().clock().instant();
        var wait = PACE.wait(full, 1, now);
        if (wait.isZero()) {
            full = PACE.afterUse(full, 1, now);
        } else {
            postpone(channel, wait);
        }
        return wait.isZero();
    }

    private void postpone(Channel channel, Duration wait) throws InterruptedException {
        client.reply(
                Numeric.METADATA_SYNC_LATER, channel.name().text(), Long.toString(seconds(wait)));
    }

    /// In whole seconds, and not less.
    static long seconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }

    private void play(Channel channel, Set<MetadataKey> keys) throws InterruptedException {
        var name = channel.name().text();
        client.session().settle();
        try (var _ = client.output().batch("metadata", name)) {
            send(lines(client, name, some(channel.metadata().all(), keys)));
            for (var person : others(channel).toList()) {
                send(lines(client, person.name().text(), some(person.metadata().all(), keys)));
            }
        }
    }

    private void play(String target, Stream<Message> lines) {
        try (var _ = client.output().batch("metadata", target)) {
            send(lines);
        }
    }

    private void send(Stream<Message> lines) {
        client.output().sendAll(lines.toList());
    }

    /// The members whom the client sees there, without its owner.
    private Stream<Person> others(Channel channel) {
        var sight = new Sight(client);
        return sight.members(channel).stream().filter(person -> !sight.isMe(person));
    }

    /// What a client is told of somebody who comes to where it sees them. Any thread.
    static List<Message> lines(Client client, Person person) {
        var some = some(person.metadata().all(), client.subscriptions().keys());
        return lines(client, person.name().text(), some).toList();
    }

    private static Map<MetadataKey, String> some(
            Map<MetadataKey, String> all, Set<MetadataKey> keys) {
        if (all.isEmpty() || keys.isEmpty()) {
            return Map.of();
        }
        var some = new TreeMap<>(all);
        some.keySet().retainAll(keys);
        return some;
    }

    private static Stream<Message> lines(
            Client client, String target, Map<MetadataKey, String> values) {
        return values.entrySet().stream()
                .map(item ->
                        Message.of("METADATA", target, item.getKey().text(), "*", item.getValue())
                                .withSource(client.house().server()));
    }
}
