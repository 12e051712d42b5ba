package veche.app;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Has Java look through all of its heap when that has grown much. Of itself the serial collector
/// does so only when it may have no more memory, which is a quarter of the machine's: until then it
/// keeps what thousands of clients have left behind that came all at once.
///
/// It costs a pause as long as what is in use takes to copy, some milliseconds for each ten
/// megabytes, and so it is rare.
final class HeapWatch {

    /// By how many bytes it may grow at least; else it may double.
    private static final long LEAST = 32L << 20;

    private static final Duration REST = Duration.ofSeconds(30);

    private final LongSupplier heap;
    private final Runnable collector;
    private final LongSupplier clock;
    private long kept;
    private long collected;

    /// @param heap how large it is, in bytes
    /// @param collector makes it as small as can be
    /// @param clock nanoseconds since any moment
    HeapWatch(LongSupplier heap, Runnable collector, LongSupplier clock) {
        this.heap = heap;
        this.collector = collector;
        this.clock = clock;
        this.kept = heap.getAsLong();
        this.collected = clock.getAsLong();
    }

    /// Watches the heap of this program until it ends.
    static void start() {
        var watch = new HeapWatch(Runtime.getRuntime()::totalMemory, System::gc, System::nanoTime);
        Thread.ofPlatform().daemon().name("heap").start(watch::run);
    }

    /// Looks whenever Java has collected what is young, since it does not grow in between.
    private void run() {
        var queue = new ReferenceQueue<Object>();
        try {
            while (true) {
                awaitCollection(queue);
                look();
            }
        } catch (InterruptedException e) {
            // Nobody does that but somebody who wants this thread to end.
        }
    }

    private static void awaitCollection(ReferenceQueue<Object> queue) throws InterruptedException {
        var young = new WeakReference<>(new Object(), queue);
        try {
            queue.remove();
        } finally {
            Reference.reachabilityFence(young);
        }
    }

    /// Collects everything if it is time to.
    void look() {
        var now = clock.getAsLong();
        var most = kept + Math.max(LEAST, kept);
        if (heap.getAsLong() > most && now - collected >= REST.toNanos()) {
            collector.run();
            kept = heap.getAsLong();
            collected = now;
        }
    }
}
