package veche.net;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Deadlines in the order of their times: a binary heap in which each knows its place, so that one
/// of many thousands is taken out as fast as it is put in. Most of them are cancelled. Not safe for
/// use by many threads.
///
/// Each client has one for as long as it is here, so it has to be small: a
/// [java.util.concurrent.ScheduledThreadPoolExecutor] needs 64 bytes more for each.
final class DeadlineQueue {

    private static final int SMALLEST = 16;

    private @Nullable Deadline[] heap = new Deadline[SMALLEST];
    private int size;

    /// The one that is due before all others; null if there is none.
    @Nullable Deadline first() {
        return heap[0];
    }

    /// @param deadline is in no queue
    void add(Deadline deadline) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        size++;
        rise(deadline, size - 1);
    }

    /// Takes one out; does nothing if it is not in it.
    void remove(Deadline deadline) {
        var place = deadline.place;
        if (place == Deadline.NOWHERE) {
            return;
        }
        deadline.place = Deadline.NOWHERE;
        size--;
        var last = at(size);
        heap[size] = null;
        if (place < size) {
            sink(last, place);
            if (last.place == place) {
                rise(last, place);
            }
        }
        if (heap.length > SMALLEST && size < heap.length / 4) {
            heap = Arrays.copyOf(heap, heap.length / 2);
        }
    }

    /// Puts one to a place, or before those above it that are later.
    private void rise(Deadline deadline, int from) {
        var place = from;
        while (place > 0) {
            var above = (place - 1) / 2;
            if (!isBefore(deadline, at(above))) {
                break;
            }
            put(at(above), place);
            place = above;
        }
        put(deadline, place);
    }

    /// Puts one to a place, or after those below it that are earlier.
    private void sink(Deadline deadline, int from) {
        var place = from;
        for (var below = earlierBelow(place); below < size; below = earlierBelow(place)) {
            if (!isBefore(at(below), deadline)) {
                break;
            }
            put(at(below), place);
            place = below;
        }
        put(deadline, place);
    }

    /// Where the earlier of the two below a place stands; outside of the heap if there is none.
    private int earlierBelow(int place) {
        var left = 2 * place + 1;
        var right = left + 1;
        return right < size && isBefore(at(right), at(left)) ? right : left;
    }

    private void put(Deadline deadline, int place) {
        heap[place] = deadline;
        deadline.place = place;
    }

    @SuppressWarnings("NullAway") // all below the size are there
    private Deadline at(int place) {
        return heap[place];
    }

    private static boolean isBefore(Deadline one, Deadline other) {
        return one.time - other.time < 0;
    }
}
