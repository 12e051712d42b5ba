package veche.chat;

import java.util.List;
import java.util.Optional;
import veche.event.Entry;
import veche.event.Refusal;

/// What came of a request: either it was refused and nothing changed, or these entries, each with
/// those who are to be told of it as soon as it is stored.
///
/// @param position that of the last entry of the server when it was done
record Outcome(Request request, List<Telling> tellings, Optional<Refusal> refusal, long position) {

    /// @param audience shared, and never changed: the same array stands for the same people
    @SuppressWarnings("ArrayRecordComponent") // compared by identity, on purpose
    record Telling(Entry entry, Session[] audience) {}

    List<Entry> entries() {
        return tellings.stream().map(Telling::entry).toList();
    }
}
