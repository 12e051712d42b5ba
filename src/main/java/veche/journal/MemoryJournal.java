package veche.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import veche.config.Retention;
import veche.event.Addressee;
import veche.event.Author;
import veche.event.Conversation;
import veche.event.Conversation.InChannel;
import veche.event.Entry;
import veche.event.Event;
import veche.name.CaseMapping;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;

/// A journal that forgets everything when the program ends. It says in the plainest way what a
/// journal does, and is for tests.
///
/// Safe for use by many threads.
public final class MemoryJournal implements Journal {

    /// An entry, and the number of the channel in which it happened; null if in none.
    private record Kept(Entry entry, @Nullable Integer channel) {

        long position() {
            return entry.position();
        }
    }

    private final TreeMap<Long, Kept> entries = new TreeMap<>();

    /// Of conversations that can be named.
    private final Map<Conversation, Integer> numbers = new HashMap<>();

    /// What channels are called now.
    private final Map<Integer, ChannelName> called = new HashMap<>();

    private final Map<Integer, NavigableMap<Long, Kept>> spoken = new HashMap<>();
    private final Map<Integer, NavigableMap<Long, Kept>> everything = new HashMap<>();

    /// What people were called when they last exchanged private messages.
    private final Map<Conversation.Between, Map<PersonId, Nickname>> names = new HashMap<>();

    private final TreeMap<String, Kept> facts = new TreeMap<>();
    private long last;
    private int conversations;

    @Override
    public CaseMapping names() {
        return CaseMapping.PRECIS;
    }

    @Override
    public synchronized long last() {
        return last;
    }

    @Override
    public synchronized Instant lastTime() {
        return entries.isEmpty() ? Instant.EPOCH : entries.lastEntry().getValue().entry().time();
    }

    @Override
    public synchronized long messages() {
        return spoken.values().stream().mapToLong(Map::size).sum();
    }

    @Override
    public synchronized void append(List<Entry> batch) {
        Batches.require(batch, last);
        batch.forEach(this::store);
        last = batch.getLast().position();
    }

    private void store(Entry entry) {
        var event = entry.event();
        if (event instanceof Event.ChannelRenamed renamed) {
            rename(renamed);
        }
        var row = Translation.row(event);
        var channel = row.isInChannel() ? number(new InChannel(row.channel())) : null;
        if (event instanceof Event.ChannelMade made) {
            called.put(number(new InChannel(made.channel())), made.channel());
        }
        var kept =
                new Kept(
                        new Entry(entry.position(), entry.time(), Translation.event(row)), channel);
        if (!(event instanceof Event.Current)) {
            entries.put(kept.position(), kept);
        }
        if (event instanceof Event.Spoken said) {
            in(spoken, said.conversation()).put(kept.position(), kept);
            in(everything, said.conversation()).put(kept.position(), kept);
        }
        for (var place : Happenings.places(event)) {
            in(everything, place).put(kept.position(), kept);
        }
        if (event instanceof Event.Redacted redacted) {
            withdraw(redacted.position(), Happenings.place(redacted));
        }
        noteNames(event);
        Facts.of(event, channel == null ? 0 : channel).forEach(change -> change(change, kept));
        if (event instanceof Event.ChannelClosed closed && closed.wasPrivate()) {
            free(closed.channel());
        }
    }

    private int number(Conversation conversation) {
        return numbers.computeIfAbsent(
                conversation,
                _ -> {
                    var next = ++conversations;
                    if (conversation instanceof InChannel(var name)) {
                        called.put(next, name);
                    }
                    return next;
                });
    }

    private void rename(Event.ChannelRenamed event) {
        var next = new InChannel(event.next());
        if (!event.isSpelling()) {
            free(event.next());
        }
        var number = number(new InChannel(event.channel()));
        numbers.remove(new InChannel(event.channel()));
        numbers.put(next, number);
        called.put(number, event.next());
    }

    private void free(ChannelName channel) {
        var former = numbers.remove(new InChannel(channel));
        if (former != null) {
            facts.values().removeIf(kept -> former.equals(kept.channel()));
        }
    }

    /// An entry as it is told now: with the name that its channel has.
    private Entry present(Kept kept) {
        var name = kept.channel() == null ? null : called.get(kept.channel());
        if (name == null) {
            return kept.entry();
        }
        var event = Translation.event(Translation.row(kept.entry().event()).in(name));
        return new Entry(kept.position(), kept.entry().time(), event);
    }

    private List<Entry> present(Collection<Kept> some) {
        return some.stream().map(this::present).toList();
    }

    private NavigableMap<Long, Kept> in(
            Map<Integer, NavigableMap<Long, Kept>> histories, Conversation conversation) {
        return in(histories, number(conversation));
    }

    private static NavigableMap<Long, Kept> in(
            Map<Integer, NavigableMap<Long, Kept>> histories, int number) {
        return histories.computeIfAbsent(number, _ -> new TreeMap<>());
    }

    private void withdraw(long position, Conversation place) {
        var kept = entries.get(position);
        if (kept == null) {
            return;
        }
        var by =
                switch (present(kept).event()) {
                    case Event.Spoken said when said.conversation().equals(place) -> said.by();
                    case Event.SaidToRank said when place.equals(new InChannel(said.channel())) ->
                            said.by();
                    default -> null;
                };
        if (by != null && isNamed(kept)) {
            var event = new Event.Withdrawn(place, by);
            var left = new Kept(new Entry(position, kept.entry().time(), event), kept.channel());
            entries.put(position, left);
            in(spoken, place).replace(position, left);
            in(everything, place).replace(position, left);
        }
    }

    /// Whether the channel has not lost its name to another one.
    private boolean isNamed(Kept kept) {
        return kept.channel() == null || numbers.containsValue(kept.channel());
    }

    private void noteNames(Event event) {
        switch (event) {
            case Event.Told told -> noteNames(told.by(), told.to());
            case Event.Reacted(Addressee.One(var to), var by, _) -> noteNames(by, to);
            default -> {}
        }
    }

    private void noteNames(Author by, Author to) {
        var here =
                names.computeIfAbsent(
                        Conversation.Between.of(by.correspondent(), to.correspondent()),
                        _ -> new HashMap<>());
        here.put(by.correspondent(), by.name());
        here.put(to.correspondent(), to.name());
    }

    private void change(Facts.Change change, Kept entry) {
        switch (change) {
            case Facts.Settles(var key) -> facts.put(key, entry);
            case Facts.Ends(var key) -> {
                facts.remove(key);
                facts.subMap(Facts.below(key), Facts.afterBelow(key)).clear();
            }
        }
    }

    @Override
    public void replay(Consumer<Entry> reader) {
        List<Entry> told;
        synchronized (this) {
            told = new ArrayList<>(present(facts.values()));
            told.addAll(lastOf(sent(), SENT));
        }
        told.stream().sorted(Comparator.comparingLong(Entry::position)).forEach(reader);
    }

    private List<Entry> sent() {
        return present(entries.values()).stream()
                .filter(entry -> Happenings.maySendAgain(entry.event()))
                .toList();
    }

    @Override
    public synchronized Optional<Entry> find(long position) {
        return Optional.ofNullable(entries.get(position)).filter(this::isNamed).map(this::present);
    }

    @Override
    public synchronized List<Entry> latest(
            Conversation conversation, Scope scope, long after, long before, int limit) {
        return present(lastOf(between(conversation, scope, after, before).values(), limit));
    }

    @Override
    public synchronized List<Entry> earliest(
            Conversation conversation, Scope scope, long after, long before, int limit) {
        return between(conversation, scope, after, before).values().stream()
                .limit(limit)
                .map(this::present)
                .toList();
    }

    @Override
    public synchronized long count(Conversation conversation, long after, long before) {
        return between(conversation, Scope.SPOKEN, after, before).size();
    }

    private NavigableMap<Long, Kept> between(
            Conversation conversation, Scope scope, long after, long before) {
        var history = in(scope == Scope.SPOKEN ? spoken : everything, conversation);
        return after < before
                ? history.subMap(after, false, before, false)
                : new TreeMap<Long, Kept>();
    }

    private static <T> List<T> lastOf(Collection<T> found, int limit) {
        return found.stream().skip(Math.max(0, found.size() - limit)).toList();
    }

    @Override
    public synchronized List<Correspondent> correspondents(PersonId account, long after) {
        var found = new TreeMap<Long, Correspondent>();
        names.forEach((conversation, here) -> {
            var newest = in(spoken, conversation).lastEntry();
            if (here.containsKey(account) && newest != null && newest.getKey() > after) {
                var other =
                        conversation.first().equals(account)
                                ? conversation.second()
                                : conversation.first();
                found.put(
                        newest.getKey(),
                        new Correspondent(
                                conversation,
                                Objects.requireNonNull(here.get(other)),
                                newest.getKey(),
                                newest.getValue().entry().time()));
            }
        });
        return List.copyOf(found.values());
    }

    @Override
    public synchronized List<Entry> search(Search search) {
        if (search.isVain() || search.after() >= search.before()) {
            return List.of();
        }
        var wanted = Set.copyOf(Words.of(search.words()));
        var places = Set.copyOf(search.within());
        var found =
                entries.subMap(search.after(), false, search.before(), false).values().stream()
                        .filter(this::isNamed)
                        .map(this::present)
                        .filter(entry ->
                                entry.event() instanceof Event.Spoken event
                                        && places.contains(event.conversation())
                                        && search.by()
                                                .filter(by -> !by.equals(event.by().person()))
                                                .isEmpty()
                                        && has(event, wanted))
                        .toList();
        return lastOf(found, search.limit());
    }

    private static boolean has(Event.Spoken event, Set<String> wanted) {
        var text = Words.text(event);
        var words = text.map(Words::of).orElse(List.of());
        return text.isPresent()
                && wanted.stream()
                        .allMatch(
                                prefix -> words.stream().anyMatch(word -> word.startsWith(prefix)));
    }

    @Override
    public synchronized long positionAt(Instant time) {
        return entries.descendingMap().values().stream()
                .filter(kept -> !kept.entry().time().isAfter(time))
                .findFirst()
                .map(Kept::position)
                .orElse(0L);
    }

    @Override
    public synchronized int prune(Retention retention, Instant now, int limit) {
        var forgotten =
                entries.values().stream()
                        .filter(entry -> isForgotten(entry, retention, now))
                        .limit(limit)
                        .toList();
        for (var kept : forgotten) {
            entries.remove(kept.position());
            if (kept.entry().event() instanceof Event.Spoken) {
                in(spoken, place(kept)).remove(kept.position());
                in(everything, place(kept)).remove(kept.position());
            }
        }
        return forgotten.size();
    }

    /// Where something was said.
    private int place(Kept kept) {
        return kept.channel() == null
                ? number(((Event.Spoken) kept.entry().event()).conversation())
                : kept.channel();
    }

    private boolean isForgotten(Kept kept, Retention retention, Instant now) {
        return switch (kept.entry().event()) {
            case Event.Spoken _ ->
                    isOlder(kept.entry(), retention, now) || isBeyond(kept, retention);
            case Event.SaidToRank _ -> isOlder(kept.entry(), retention, now);
            default -> false;
        };
    }

    private static boolean isOlder(Entry entry, Retention retention, Instant now) {
        return retention.age().isPresent()
                && entry.time().isBefore(now.minus(retention.age().get()));
    }

    private boolean isBeyond(Kept kept, Retention retention) {
        return retention.count().isPresent()
                && in(spoken, place(kept)).containsKey(kept.position())
                && in(spoken, place(kept)).tailMap(kept.position(), false).size()
                        >= retention.count().getAsLong();
    }

    @Override
    public void close() {}
}
