package veche.journal;

import java.util.List;
import veche.event.Entry;
import veche.event.Event;

/// What may be appended, held against those who append.
final class Batches {

    private Batches() {}

    /// @throws IllegalArgumentException unless the batch has entries, all of which are to be kept,
    ///   and whose positions rise, also from `last`
    static void require(List<Entry> batch, long last) {
        if (batch.isEmpty()) {
            throw new IllegalArgumentException("nothing to append");
        }
        var before = last;
        for (var entry : batch) {
            if (entry.position() <= before) {
                throw new IllegalArgumentException(
                        "position " + entry.position() + " does not come after " + before);
            }
            if (entry.event() instanceof Event.Passing
                    || entry.event() instanceof Event.Withdrawn) {
                throw new IllegalArgumentException("not for a journal: " + entry);
            }
            before = entry.position();
        }
    }
}
