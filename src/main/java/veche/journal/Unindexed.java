package veche.journal;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Messages that are stored and not yet in the [index][MessageIndex], by conversation: an index is
/// written by pages, and to write one costs the same for one message as for all that wait for it.
///
/// The journal's thread puts them in and takes them out. Whoever reads a conversation looks here
/// first and into the database afterwards: what is indexed in between is found twice and not never.
final class Unindexed {

    /// How many messages wait, on the average of the conversations that have any here.
    static final int EACH = 32;

    /// How many messages wait at most. About as many are looked for after a crash.
    static final int MOST = 32_000;

    /// How many messages of one conversation wait at most, so that all can be read quickly.
    static final int LONGEST = 256;

    /// How many conversations have any here at most, so that to index all at once takes no longer
    /// than SQLite holds up a commit at other times.
    static final int CONVERSATIONS = 4_000;

    /// What there was when somebody looked.
    ///
    /// @param positions those of the conversation's messages that the index may lack
    /// @param last the position of the last entry of the journal. Who looks into the database after
    ///   this finds later ones, but maybe not all of them.
    record Glance(List<Long> positions, long last) {

        /// The positions between two others, both excluded.
        List<Long> within(long after, long before) {
            return positions.stream()
                    .filter(position -> position > after && position < before)
                    .toList();
        }

        /// A position, or if that is lower, the first that nothing had.
        long end(long before) {
            return Math.min(before, last + 1);
        }
    }

    // Guarded by this: of each conversation what waits. Who has waited longest comes first.
    private final Map<Long, Positions> waiting = new LinkedHashMap<>();
    private long last;

    // Of the journal's thread: how many wait; what comes with the present batch, and what of all
    // that goes into the index with it.
    private int size;
    private final Map<Long, Positions> fresh = new LinkedHashMap<>();
    private final Map<Long, Positions> due = new LinkedHashMap<>();

    /// What of a conversation is stored and may not be in the index. Any thread may ask.
    synchronized Glance look(long conversation) {
        var positions = waiting.get(conversation);
        return new Glance(positions == null ? List.of() : positions.toList(), last);
    }

    /// The position of the last message of a conversation that is stored and may not be in the
    /// index; 0 if there is none. Any thread may ask.
    synchronized long newest(long conversation) {
        var positions = waiting.get(conversation);
        return positions == null ? 0 : positions.last();
    }

    /// Adds a message of the present batch, in which positions rise.
    void add(long conversation, long position) {
        fresh.computeIfAbsent(conversation, _ -> new Positions()).add(position);
    }

    /// Chooses what goes into the index with the present batch: as much as has come with it, once
    /// enough wait, so that no batch has much more to do than others.
    ///
    /// @return of each conversation all that waits
    Map<Long, Positions> choose() {
        var messages = size;
        var conversations = waiting.size();
        for (var entry : fresh.entrySet()) {
            messages += entry.getValue().size();
            conversations += waiting.containsKey(entry.getKey()) ? 0 : 1;
        }
        for (var conversation : fresh.keySet()) {
            if (size(conversation) > LONGEST) {
                messages -= choose(conversation);
            }
        }
        var most = Math.min(MOST, EACH * conversations);
        var next = longestWaiting().iterator();
        while (messages > most || conversations - due.size() > CONVERSATIONS) {
            messages -= choose(next.next());
        }
        return due;
    }

    /// Chooses everything.
    Map<Long, Positions> chooseAll() {
        longestWaiting().forEach(this::choose);
        return due;
    }

    /// @return how many messages no longer wait for it
    private int choose(long conversation) {
        if (due.containsKey(conversation)) {
            return 0;
        }
        var positions = all(conversation);
        due.put(conversation, positions);
        return positions.size();
    }

    /// All of a conversation that waits, the present batch included.
    private Positions all(long conversation) {
        var before = waiting.get(conversation);
        var now = fresh.get(conversation);
        if (before == null || now == null) {
            return requireNonNull(now == null ? before : now);
        }
        return before.with(now);
    }

    private int size(long conversation) {
        var before = waiting.get(conversation);
        var now = fresh.get(conversation);
        return (before == null ? 0 : before.size()) + (now == null ? 0 : now.size());
    }

    private Stream<Long> longestWaiting() {
        return Stream.concat(waiting.keySet().stream(), fresh.keySet().stream());
    }

    /// Up to which position the index lacks nothing once it has what was chosen.
    ///
    /// @param end the last position of the present batch
    long complete(long end) {
        return longestWaiting()
                .filter(conversation -> !due.containsKey(conversation))
                .findFirst()
                .map(conversation -> all(conversation).first() - 1)
                .orElse(end);
    }

    /// Says that the present batch is stored, and what was chosen is in the index.
    ///
    /// @param end the last position of the journal
    synchronized void settle(long end) {
        for (var conversation : due.keySet()) {
            var indexed = waiting.remove(conversation);
            size -= indexed == null ? 0 : indexed.size();
        }
        fresh.keySet().removeAll(due.keySet());
        fresh.forEach((conversation, positions) -> {
            var before = waiting.putIfAbsent(conversation, positions);
            if (before != null) {
                before.addAll(positions);
            }
            size += positions.size();
        });
        forget();
        last = end;
    }

    /// Says that nothing of the present batch is stored.
    void forget() {
        fresh.clear();
        due.clear();
    }

    /// Says that the index lacks what was added, and nothing else.
    ///
    /// @param end the last position of the journal
    synchronized void begin(long end) {
        waiting.clear();
        size = 0;
        settle(end);
    }
}
