package veche.chat;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import veche.event.Conversation;
import veche.event.Entry;
import veche.event.Event.AccountRemoved;
import veche.event.Event.AccountsCleared;
import veche.event.Event.ChannelClosed;
import veche.event.Event.ChannelRenamed;
import veche.event.Event.Preferred;
import veche.event.Event.ReadMarked;
import veche.name.PersonId;

/// What owners of accounts have chosen about them, and how far they have read. The hub's thread
/// alone changes it; any thread reads it.
public final class Preferences {

    private final ConcurrentMap<PersonId, Map<Preference, String>> chosen =
            new ConcurrentHashMap<>();
    private final ConcurrentMap<PersonId, Map<Conversation, Long>> read = new ConcurrentHashMap<>();

    /// Empty if its owner has not chosen.
    public Optional<String> of(PersonId account, Preference preference) {
        return Optional.ofNullable(chosen.getOrDefault(account, Map.of()).get(preference));
    }

    /// The time of the last message that somebody has read, in milliseconds since 1970; empty if
    /// they have not said.
    public Optional<Long> read(PersonId account, Conversation conversation) {
        return Optional.ofNullable(read.getOrDefault(account, Map.of()).get(conversation));
    }

    /// Whether the owner of an account stays in their channels while they are away.
    ///
    /// @param usual for those who have not chosen
    public boolean stays(PersonId account, boolean usual) {
        return of(account, Preference.PERSISTENCE).map("on"::equals).orElse(usual);
    }

    void apply(Entry entry) {
        switch (entry.event()) {
            case Preferred(var account, var name, var value) ->
                    choose(account, Preference.valueOf(name.toUpperCase(Locale.ROOT)), value);
            case ReadMarked(var account, var conversation, var time) ->
                    read.computeIfAbsent(account, _ -> new ConcurrentHashMap<>())
                            .merge(conversation, time, Math::max);
            case ChannelClosed(var channel, var wasPrivate) when wasPrivate ->
                    read.values().forEach(all -> all.remove(new Conversation.InChannel(channel)));
            case ChannelRenamed renamed when !renamed.isSpelling() ->
                    read.values()
                            .forEach(all ->
                                    move(
                                            all,
                                            new Conversation.InChannel(renamed.channel()),
                                            new Conversation.InChannel(renamed.next())));
            case AccountRemoved(var author) -> {
                chosen.remove(author.person());
                read.remove(author.person());
            }
            case AccountsCleared _ -> {
                chosen.clear();
                read.clear();
            }
            default -> {}
        }
    }

    private static void move(Map<Conversation, Long> read, Conversation from, Conversation to) {
        read.remove(to);
        var time = read.remove(from);
        if (time != null) {
            read.put(to, time);
        }
    }

    private void choose(PersonId account, Preference preference, Optional<String> value) {
        var all = new EnumMap<Preference, String>(Preference.class);
        all.putAll(chosen.getOrDefault(account, Map.of()));
        value.ifPresentOrElse(it -> all.put(preference, it), () -> all.remove(preference));
        chosen.put(account, all);
    }
}
