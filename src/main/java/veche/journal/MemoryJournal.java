package veche.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import veche.config.Retention;
import veche.event.Conversation;
import veche.event.Entry;
import veche.event.Event;
import veche.name.PersonId;

/// A journal that forgets everything when the program ends. It says in the plainest way what a
/// journal does, and is for tests.
///
/// Safe for use by many threads.
public final class MemoryJournal implements Journal {

    private final TreeMap<Long, Entry> entries = new TreeMap<>();
    private final Map<Conversation, TreeMap<Long, Entry>> spoken = new HashMap<>();
    private final TreeMap<String, Entry> facts = new TreeMap<>();
    private long last;

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
        Positions.requireRising(batch, last);
        batch.forEach(this::store);
        last = batch.getLast().position();
    }

    private void store(Entry entry) {
        if (!(entry.event() instanceof Event.Secret)) {
            entries.put(entry.position(), entry);
        }
        if (entry.event() instanceof Event.Spoken event) {
            spoken.computeIfAbsent(event.conversation(), _ -> new TreeMap<>())
                    .put(entry.position(), entry);
        }
        switch (Facts.of(entry.event())) {
            case Facts.Settles(var key) -> facts.put(key, entry);
            case Facts.Ends(var key) -> {
                facts.remove(key);
                facts.subMap(Facts.below(key), Facts.afterBelow(key)).clear();
            }
            case Facts.Nothing _ -> {}
        }
    }

    @Override
    public void replay(Consumer<Entry> reader) {
        List<Entry> settled;
        synchronized (this) {
            settled = new ArrayList<>(facts.values());
        }
        settled.stream().sorted(Comparator.comparingLong(Entry::position)).forEach(reader);
    }

    @Override
    public synchronized List<Entry> latest(
            Conversation conversation, long after, long before, int limit) {
        return lastOf(between(conversation, after, before).values(), limit);
    }

    @Override
    public synchronized long count(Conversation conversation, long after, long before) {
        return between(conversation, after, before).size();
    }

    private NavigableMap<Long, Entry> between(Conversation conversation, long after, long before) {
        var said = spoken.getOrDefault(conversation, new TreeMap<>());
        return after < before
                ? said.subMap(after, false, before, false)
                : new TreeMap<Long, Entry>();
    }

    private static List<Entry> lastOf(Collection<Entry> found, int limit) {
        return found.stream().skip(Math.max(0, found.size() - limit)).toList();
    }

    @Override
    public synchronized List<Conversation.Between> correspondence(PersonId account, long after) {
        var found = new TreeMap<Long, Conversation.Between>();
        spoken.forEach((conversation, said) -> {
            if (conversation instanceof Conversation.Between pair
                    && (pair.first().equals(account) || pair.second().equals(account))
                    && said.higherKey(after) != null) {
                found.put(said.lastKey(), pair);
            }
        });
        return List.copyOf(found.values());
    }

    @Override
    public synchronized List<Entry> search(
            Collection<? extends Conversation> within, String words, long before, int limit) {
        var wanted = Set.copyOf(Words.of(words));
        if (wanted.isEmpty()) {
            return List.of();
        }
        var places = new LinkedHashSet<Conversation>(within);
        var found =
                entries.headMap(before).values().stream()
                        .filter(entry ->
                                entry.event() instanceof Event.Spoken event
                                        && places.contains(event.conversation())
                                        && has(event, wanted))
                        .toList();
        return lastOf(found, limit);
    }

    private static boolean has(Event.Spoken event, Set<String> wanted) {
        var words = Words.text(event).map(Words::of).orElse(List.of());
        return wanted.stream()
                .allMatch(prefix -> words.stream().anyMatch(word -> word.startsWith(prefix)));
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
            between(conversation, 0, Long.MAX_VALUE).remove(entry.position());
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
