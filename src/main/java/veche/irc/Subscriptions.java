package veche.irc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import veche.chat.Channel;
import veche.chat.Command;
import veche.event.MetadataKey;
import veche.name.Nickname;
import veche.wire.Tokens;

/// Which of what is said for programs one client wants to be told
/// (https://ircv3.net/specs/extensions/metadata#notifications). Its own thread changes it, and
/// tells the hub; any thread reads it. It ends with the client.
final class Subscriptions {

    /// How many keys fit behind the nickname into a line, which has 15 parameters.
    private static final int KEYS = 13;

    /// How many bytes of keys one line has.
    private static final int ROOM = 380;

    private final Client client;
    private volatile Set<MetadataKey> keys = Set.of();

    /// Null until it is needed, which for most clients it never is.
    private @Nullable MetadataSync sync;

    Subscriptions(Client client) {
        this.client = client;
    }

    /// The client comes in. Runs on its own thread, as do those below.
    void welcomed() throws InterruptedException {
        if (client.has(Capability.METADATA)) {
            sync().welcomed();
        }
    }

    /// The client has come into a channel.
    void joined(Channel channel) throws InterruptedException {
        if (!keys().isEmpty()) {
            sync().joined(channel);
        }
    }

    /// The client watches for somebody.
    void watched(Nickname name) throws InterruptedException {
        if (!keys().isEmpty()) {
            sync().watched(name);
        }
    }

    /// The client asks for what is said already.
    void asked(Described described) throws InterruptedException {
        sync().asked(described);
    }

    private MetadataSync sync() {
        if (sync == null) {
            sync = new MetadataSync(client, this);
        }
        return sync;
    }

    /// Under which keys the client is told what is said: none if it has not asked for the
    /// capability, which it may do later.
    Set<MetadataKey> keys() {
        return client.has(Capability.METADATA) ? keys : Set.of();
    }

    /// What the client is capable of has changed.
    void update() throws InterruptedException {
        if (!keys.isEmpty()) {
            client.ask(new Command.Subscribe(keys()));
        }
    }

    /// @param subcommand SUB, UNSUB or SUBS
    void obey(String subcommand, List<String> words) throws InterruptedException {
        switch (subcommand) {
            case "SUB" -> subscribe(words);
            case "UNSUB" -> unsubscribe(words);
            default -> {
                try (var _ = client.output().batch("metadata-subs")) {
                    reply(Numeric.METADATA_SUBS, keys);
                }
            }
        }
    }

    /// In the order in which they stand, up to the first for which there is no room.
    private void subscribe(List<String> words) throws InterruptedException {
        var most = client.house().settings().irc().metadata().subscriptions();
        var wanted = new LinkedHashSet<MetadataKey>();
        var next = new LinkedHashSet<>(keys);
        var wrong = new ArrayList<String>();
        var tooMany = "";
        for (var word : words) {
            if (next.size() >= most) {
                tooMany = word;
                break;
            }
            MetadataKey.parse(word)
                    .ifPresentOrElse(
                            key -> {
                                wanted.add(key);
                                next.add(key);
                            },
                            () -> wrong.add(word));
        }
        var more = new LinkedHashSet<>(next);
        more.removeAll(keys);
        follow(next);
        reply(Numeric.METADATA_SUBSCRIBED, wanted);
        failAll(wrong);
        if (!tooMany.isEmpty()) {
            MetadataVerbs.fail(client, "TOO_MANY_SUBS", "Too many subscriptions", tooMany);
        }
        sync().subscribed(more);
    }

    private void unsubscribe(List<String> words) throws InterruptedException {
        var unwanted = new LinkedHashSet<MetadataKey>();
        var wrong = new ArrayList<String>();
        for (var word : words) {
            MetadataKey.parse(word).ifPresentOrElse(unwanted::add, () -> wrong.add(word));
        }
        var next = new LinkedHashSet<>(keys);
        next.removeAll(unwanted);
        follow(next);
        reply(Numeric.METADATA_UNSUBSCRIBED, unwanted);
        failAll(wrong);
    }

    private void follow(Set<MetadataKey> next) throws InterruptedException {
        if (!next.equals(keys)) {
            keys = Collections.unmodifiableSet(next);
            client.ask(new Command.Subscribe(keys()));
        }
    }

    private void failAll(List<String> words) throws InterruptedException {
        for (var word : words) {
            MetadataVerbs.failKey(client, word);
        }
    }

    private void reply(Numeric numeric, Set<MetadataKey> some) throws InterruptedException {
        var texts = some.stream().map(MetadataKey::text).toList();
        for (var from = 0; from < texts.size(); from += KEYS) {
            var part = texts.subList(from, Math.min(from + KEYS, texts.size()));
            for (var list : Tokens.lists(part, ' ', ROOM)) {
                client.reply(numeric, list.split(" "));
            }
        }
    }
}
