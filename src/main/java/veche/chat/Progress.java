package veche.chat;

import java.util.Arrays;
import veche.event.Event;
import veche.journal.Histogram;

/// How many messages get through, and how soon. The journal's thread counts; any thread may ask.
final class Progress {

    private final Histogram untilStored = new Histogram();
    private final Histogram untilDelivered = new Histogram();

    // Of the journal's thread: when the messages of the round that is being gathered were received.
    private long[] round = new long[64];
    private int size;

    private volatile long stored;
    private volatile long delivered;

    /// It has been stored, and goes into the round.
    ///
    /// @param now as of [System#nanoTime]
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    void stored(Outcome.Telling telling, long received, long now) {
        if (telling.entry().event() instanceof Event.Spoken) {
            stored++;
            untilStored.add(now - received);
            if (size == round.length) {
                round = Arrays.copyOf(round, 2 * size);
            }
            round[size++] = received;
        }
    }

    /// The round is in the outboxes of so many sessions.
    ///
    /// @param now as of [System#nanoTime]
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    void delivered(int sessions, long now) {
        if (sessions > 0) {
            delivered += (long) sessions * size;
            for (var index = 0; index < size; index++) {
                untilDelivered.add(now - round[index]);
            }
        }
        size = 0;
    }

    DeliveryFigures figures() {
        return new DeliveryFigures(
                stored, delivered, untilStored.counted(), untilDelivered.counted());
    }
}
