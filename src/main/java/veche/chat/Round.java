package veche.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import veche.event.Entry;

/// What one commit holds for the same people, in order: they are told all of it at once. Filled on
/// the journal's thread, and complete when the first of them is told; from then on any thread may
/// use it.
public final class Round {

    private final List<Entry> entries = new ArrayList<>();
    private final List<@Nullable Session> origins = new ArrayList<>();
    private final Map<Object, byte[]> rendered = new ConcurrentHashMap<>();

    void add(Entry entry, @Nullable Session origin) {
        entries.add(entry);
        origins.add(origin);
    }

    /// Everything that happened; at least one entry.
    public List<Entry> entries() {
        return entries;
    }

    /// Whether this session has done some of it itself.
    public boolean hasDeedsOf(Session session) {
        return origins.contains(session);
    }

    /// Whether this session has asked for an entry.
    ///
    /// @param index of the entry
    @SuppressWarnings("ReferenceEquality") // a session is itself and no other
    public boolean isDeedOf(int index, Session session) {
        return origins.get(index) == session;
    }

    /// What happened without what this session has done itself.
    public List<Entry> entriesOfOthers(Session session) {
        return IntStream.range(0, entries.size())
                .filter(index -> origins.get(index) != session)
                .mapToObj(entries::get)
                .toList();
    }

    /// The position of the last entry.
    public long position() {
        return entries.getLast().position();
    }

    /// The bytes for all who see this round in the same way, made once. Two threads that want them
    /// at the same time each make them, so that neither waits for the other.
    ///
    /// @param style what the bytes depend on besides the entries; a value with `equals`
    /// @param render makes them from all entries
    public byte[] rendered(Object style, Function<List<Entry>, byte[]> render) {
        var made = rendered.get(style);
        if (made == null) {
            made = render.apply(entries);
            rendered.put(style, made);
        }
        return made;
    }
}
