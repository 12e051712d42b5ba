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
import veche.config.Retention;
import veche.event.Addressee;
import veche.event.Author;
import veche.event.Conversation;
import veche.event.Entry;
import veche.event.Event;
import veche.name.CaseMapping;
import veche.name.Nickname;
import veche.name.PersonId;

/// A journal that forgets everything when the program ends. It says in the plainest way what a
/// journal does, and is for tests.
///
/// Safe for use by many threads.
public final class MemoryJournal implements Journal {

    private final TreeMap<Long, Entry> entries = new TreeMap<>();
    private final Map<Conversation, NavigableMap<Long, Entry>> spoken = new HashMap<>();
    private final Map<Conversation, NavigableMap<Long, Entry>> everything = new HashMap<>();

    /// What people were called when they last exchanged private messages.
    private final Map<Conversation.Between, Map<PersonId, Nickname>> names = new HashMap<>();

    private final TreeMap<String, Entry> facts = new TreeMap<>();
    private long last;

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
        return entries.isEmpty() ? Instant.EPOCH : entries.lastEntry().getValue().time();
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
        var kept = new Entry(entry.position(), entry.time(), remembered(event));
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
        Facts.of(event).forEach(change -> change(change, kept));
    }

    private static Event remembered(Event event) {
        return Translation.event(Translation.row(event));
    }

    private static NavigableMap<Long, Entry> in(
            Map<Conversation, NavigableMap<Long, Entry>> histories, Conversation conversation) {
        return histories.computeIfAbsent(conversation, _ -> new TreeMap<>());
    }

    private void withdraw(long position, Conversation place) {
        var entry = entries.get(position);
        if (entry == null) {
            return;
        }
        var by =
                switch (entry.event()) {
                    case Event.Spoken said when said.conversation().equals(place) -> said.by();
                    case Event.SaidToRank said
                            when place.equals(new Conversation.InChannel(said.channel())) ->
                            said.by();
                    default -> null;
                };
        if (by != null) {
            var left = new Entry(position, entry.time(), new Event.Withdrawn(place, by));
            entries.put(position, left);
            in(spoken, place).replace(position, left);
            in(everything, place).replace(position, left);
        }
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

    private void change(Facts.Change change, Entry entry) {
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
            told = new ArrayList<>(facts.values());
            told.addAll(lastOf(sent(), SENT));
        }
        told.stream().sorted(Comparator.comparingLong(Entry::position)).forEach(reader);
    }

    private List<Entry> sent() {
        return entries.values().stream()
                .filter(entry -> Happenings.maySendAgain(entry.event()))
                .toList();
    }

    @Override
    public synchronized Optional<Entry> find(long position) {
        return Optional.ofNullable(entries.get(position));
    }

    @Override
    public synchronized List<Entry> latest(
            Conversation conversation, Scope scope, long after, long before, int limit) {
        return lastOf(between(conversation, scope, after, before).values(), limit);
    }

    @Override
    public synchronized List<Entry> earliest(
            Conversation conversation, Scope scope, long after, long before, int limit) {
        return between(conversation, scope, after, before).values().stream().limit(limit).toList();
    }

    @Override
    public synchronized long count(Conversation conversation, long after, long before) {
        return between(conversation, Scope.SPOKEN, after, before).size();
    }

    private NavigableMap<Long, Entry> between(
            Conversation conversation, Scope scope, long after, long before) {
        var history = in(scope == Scope.SPOKEN ? spoken : everything, conversation);
        return after < before
                ? history.subMap(after, false, before, false)
                : new TreeMap<Long, Entry>();
    }

    private static List<Entry> lastOf(Collection<Entry> found, int limit) {
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
                                newest.getValue().time()));
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
                .filter(entry -> !entry.time().isAfter(time))
                .findFirst()
                .map(Entry::position)
                .orElse(0L);
    }

    @Override
    public synchronized int prune(Retention retention, Instant now, int limit) {
        var forgotten =
                entries.values().stream()
                        .filter(entry -> isForgotten(entry, retention, now))
                        .limit(limit)
                        .toList();
        for (var entry : forgotten) {
            var conversation = ((Event.Spoken) entry.event()).conversation();
            entries.remove(entry.position());
            in(spoken, conversation).remove(entry.position());
            in(everything, conversation).remove(entry.position());
        }
        return forgotten.size();
    }

    private boolean isForgotten(Entry entry, Retention retention, Instant now) {
        return entry.event() instanceof Event.Spoken event
                && (isOlder(entry, retention, now) || isBeyond(entry, event, retention));
    }

    private static boolean isOlder(Entry entry, Retention retention, Instant now) {
        return retention.age().isPresent()
                && entry.time().isBefore(now.minus(retention.age().get()));
    }

    private boolean isBeyond(Entry entry, Event.Spoken event, Retention retention) {
        return retention.count().isPresent()
                && count(event.conversation(), entry.position(), Long.MAX_VALUE)
                        >= retention.count().getAsLong();
    }

    @Override
    public void close() {}
}
