package veche.chat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import veche.event.Entry;
import veche.name.ChannelName;

/// All channels. The hub's thread alone changes them; any thread reads them.
public final class Channels {

    private final ConcurrentMap<ChannelName, Channel> channels = new ConcurrentHashMap<>();

    public Optional<Channel> find(ChannelName name) {
        return Optional.ofNullable(channels.get(name));
    }

    public boolean exists(ChannelName name) {
        return channels.containsKey(name);
    }

    /// All of them, by name.
    public List<Channel> all() {
        return channels.values().stream()
                .sorted(Comparator.comparing(channel -> channel.name().folded()))
                .toList();
    }

    /// How many there are.
    public int size() {
        return channels.size();
    }

    /// @param entry by which there is one of this name, unless there was
    Channel make(ChannelName name, Entry entry) {
        return channels.computeIfAbsent(
                name, _ -> new Channel(name, entry.time(), entry.position()));
    }

    /// Calls a channel something else, which no other one is called.
    void rename(Channel channel, ChannelName next) {
        // It is found under either name meanwhile, and not under none.
        var before = channel.name();
        channel.rename(next);
        channels.put(next, channel);
        if (!before.equals(next)) {
            channels.remove(before);
        }
    }

    void remove(ChannelName name) {
        channels.remove(name);
    }

    /// Forgets a channel that is nobody's, that nobody is a member of and that nobody has given a
    /// topic; but for one from which strangers are kept out, which is for those who are not.
    void removeIfForgotten(Channel channel) {
        if (isForgotten(channel)) {
            channels.remove(channel.name());
        }
    }

    static boolean isForgotten(Channel channel) {
        return channel.members().isEmpty()
                && channel.topic().isEmpty()
                && channel.founder().isEmpty()
                && !channel.isPrivate();
    }
}
