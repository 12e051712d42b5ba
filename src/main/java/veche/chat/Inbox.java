package veche.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// What waits for the hub, in the order in which it came. Any thread puts; one thread, the owner,
/// takes. Putting is one compare-and-set, and wakes the owner only if nothing was waiting before.
///
/// It has no limit of its own: each session has one for what it may have on its way.
final class Inbox<T> {

    private record Node<T>(T item, @Nullable Node<T> below) {}

    private final AtomicReference<@Nullable Node<T>> top = new AtomicReference<>();
    private volatile @Nullable Thread owner;

    void put(T item) {
        var below = top.get();
        while (!top.compareAndSet(below, new Node<>(item, below))) {
            below = top.get();
        }
        if (below == null) {
            LockSupport.unpark(owner);
        }
    }

    /// Takes everything that waits, oldest first. Waits until there is something, or until the
    /// thread is interrupted: then there may be nothing.
    List<T> take() {
        owner = Thread.currentThread();
        while (top.get() == null && !Thread.currentThread().isInterrupted()) {
            LockSupport.park(this);
        }
        return takeNow();
    }

    /// Takes everything that waits, oldest first, which may be nothing.
    List<T> takeNow() {
        return oldestFirst(top.getAndSet(null));
    }

    private static <T> List<T> oldestFirst(@Nullable Node<T> newest) {
        var size = 0;
        for (var node = newest; node != null; node = node.below()) {
            size++;
        }
        var items = new ArrayList<T>(size);
        for (var node = newest; node != null; node = node.below()) {
            items.add(node.item());
        }
        Collections.reverse(items);
        return items;
    }
}
