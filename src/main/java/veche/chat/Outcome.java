package veche.chat;

import java.util.ArrayList;
import java.util.List;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Refusal;

/// What came of a request: entries, each with those who are to be told of it as soon as it is
/// stored, and refusals. If all of it was refused, there are no entries and nothing has changed.
///
/// @param position that of the last entry of the server when it was done
record Outcome(Request request, List<Telling> tellings, List<Refusal> refusals, long position) {

    /// @param audience shared, and never changed: the same array stands for the same people
    @SuppressWarnings("ArrayRecordComponent") // compared by identity, on purpose
    record Telling(Entry entry, Session[] audience) {}

    /// What is to be stored.
    List<Entry> entries() {
        if (tellings.size() == 1) { // as nearly all that is said
            var entry = tellings.getFirst().entry();
            return isStored(entry) ? List.of(entry) : List.of();
        }
        var entries = new ArrayList<Entry>(tellings.size());
        for (var telling : tellings) {
            if (isStored(telling.entry())) {
                entries.add(telling.entry());
            }
        }
        return entries;
    }

    private static boolean isStored(Entry entry) {
        return !(entry.event() instanceof Event.Passing);
    }

    boolean isRefused() {
        return tellings.isEmpty() && !refusals.isEmpty();
    }
}
