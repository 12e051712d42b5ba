package veche.journal;

import java.util.List;
import veche.event.Entry;

/// The one order of the server, held against those who append.
final class Positions {

    private Positions() {}

    /// @throws IllegalArgumentException unless the batch has entries, whose positions rise, also
    ///   from `last`
    static void requireRising(List<Entry> batch, long last) {
        if (batch.isEmpty()) {
            throw new IllegalArgumentException("nothing to append");
        }
        var before = last;
        for (var entry : batch) {
            if (entry.position() <= before) {
                throw new IllegalArgumentException(
                        "position " + entry.position() + " does not come after " + before);
            }
            before = entry.position();
        }
    }
}
