package veche.chat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import veche.event.Entry;
import veche.event.Event.ChannelPurged;
import veche.event.Event.ChannelUnpurged;
import veche.name.ChannelName;

/// Which names no channel may have. The hub's thread alone changes it; any thread reads it.
public final class Purges {

    private final ConcurrentMap<ChannelName, Purge> all = new ConcurrentHashMap<>();

    /// All of them, by name.
    public List<Purge> all() {
        return all.values().stream()
                .sorted(Comparator.comparing(purge -> purge.channel().folded()))
                .toList();
    }

    /// The one of a name.
    public Optional<Purge> find(ChannelName channel) {
        return Optional.ofNullable(all.get(channel));
    }

    void apply(Entry entry) {
        switch (entry.event()) {
            case ChannelPurged(var channel, var by, var why) ->
                    all.put(channel, new Purge(channel, by, entry.time(), why));
            case ChannelUnpurged(var channel) -> all.remove(channel);
            default -> {}
        }
    }
}
