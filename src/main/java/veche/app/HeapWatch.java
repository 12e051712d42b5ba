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
/// megabytes, and so it is rare. When little is going on the pause holds up few, and less is worth
/// it.
final class HeapWatch {

    /// By how many bytes it may grow at least; else it may double.
    private static final long LEAST = 32L << 20;

    /// By how many bytes it has grown at least if it is worth it while little is going on; else by
    /// an eighth.
    private static final long LITTLE = 4L << 20;

    private static final Duration REST = Duration.ofSeconds(30);

    /// For how long nothing young was collected when little is going on, in milliseconds.
    private static final long QUIET = 30_000;

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
                if (awaitCollection(queue)) {
                    look();
                } else {
                    tidy();
                }
            }
        } catch (InterruptedException e) {
            // Nobody does that but somebody who wants this thread to end.
        }
    }

    /// Waits, as long as there is nothing worth collecting, or until it is quiet.
    ///
    /// @return whether what is young was collected
    private boolean awaitCollection(ReferenceQueue<Object> queue) throws InterruptedException {
        var young = new WeakReference<>(new Object(), queue);
        try {
            return queue.remove(isWorthIt() ? QUIET : 0) != null;
        } finally {
            Reference.reachabilityFence(young);
        }
    }

    /// Collects everything if it is time to.
    void look() {
        var most = kept + Math.max(LEAST, kept);
        if (heap.getAsLong() > most && clock.getAsLong() - collected >= REST.toNanos()) {
            collect();
        }
    }

    /// Little is going on: collects everything if that is worth it.
    void tidy() {
        if (isWorthIt()) {
            collect();
        }
    }

    private boolean isWorthIt() {
        return heap.getAsLong() - kept >= Math.max(LITTLE, kept / 8);
    }

    private void collect() {
        collector.run();
        kept = heap.getAsLong();
        collected = clock.getAsLong();
    }
}
