package veche.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import veche.event.Entry;
import veche.event.Event;
import veche.name.PersonId;

/// What one commit holds for the same people, in order: they are told all of it at once. Filled on
/// the journal's thread, and complete when the first of them is told; from then on any thread may
/// use it.
public final class Round {

    private final List<Entry> entries = new ArrayList<>();
    private final List<@Nullable Session> origins = new ArrayList<>();

    /// The first who has done some of it, and the others: mostly one person talks at a time.
    private @Nullable Session doer;

    private Set<Session> otherDoers = Set.of();
    private final Renderings<List<Entry>> rendered = new Renderings<>();
    private boolean isTalk = true;
    private boolean isComing = true;

    /// Those who came into a channel.
    private Set<PersonId> comers = Set.of();

    void add(Entry entry, @Nullable Session origin) {
        entries.add(entry);
        origins.add(origin);
        if (origin != null) {
            note(origin);
        }
        isTalk &= entry.event() instanceof Event.Said || entry.event() instanceof Event.SaidToRank;
        isComing &= entry.event() instanceof Event.Joined;
        if (entry.event() instanceof Event.Joined(_, var by)) {
            noteComer(by.person());
        }
    }

    private void noteComer(PersonId person) {
        if (comers.isEmpty()) {
            comers = Set.of(person);
        } else {
            if (comers.size() == 1) {
                comers = new HashSet<>(comers);
            }
            comers.add(person);
        }
    }

    /// The same without what comes before an entry.
    ///
    /// @param first which is the first, by its index
    Round from(int first) {
        var rest = new Round();
        for (var index = first; index < entries.size(); index++) {
            rest.add(entries.get(index), origins.get(index));
        }
        return rest;
    }

    @SuppressWarnings("ReferenceEquality") // a session is itself and no other
    private void note(Session origin) {
        if (doer == null) {
            doer = origin;
        } else if (doer != origin) {
            if (otherDoers.isEmpty()) {
                otherDoers = new HashSet<>();
            }
            otherDoers.add(origin);
        }
    }

    /// Everything that happened; at least one entry.
    public List<Entry> entries() {
        return entries;
    }

    /// Does something with each who has done some of it.
    void forEachDoer(Consumer<Session> action) {
        if (doer != null) {
            action.accept(doer);
        }
        otherDoers.forEach(action);
    }

    /// Whether this session has done some of it itself.
    @SuppressWarnings("ReferenceEquality") // as above
    public boolean hasDeedsOf(Session session) {
        return doer == session || otherDoers.contains(session);
    }

    /// Whether people said all of it in a channel, and nothing else happened: then everyone is told
    /// of each entry in the same way, but for whoever said it.
    public boolean isTalk() {
        return isTalk;
    }

    /// Whether people came into a channel, and nothing else happened.
    public boolean isComing() {
        return isComing;
    }

    /// Whether somebody is among those who came.
    public boolean hasComer(PersonId person) {
        return comers.contains(person);
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

    /// What this round is for all who see it in the same way, made once.
    ///
    /// @param style what it depends on besides the entries; a value with `equals`, of a class for
    ///   which it is always of the same type
    /// @param render makes it from all entries
    public <T> T rendered(Object style, Function<List<Entry>, T> render) {
        return rendered.of(style, entries, render);
    }
}
