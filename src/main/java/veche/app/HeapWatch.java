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
/// megabytes, and so it is rare, and waits for a moment in which it holds up few: for a short one
/// when the heap has doubled, for a long one when it has grown by less. While there is none it
/// waits for minutes, or until the heap is many times as large.
final class HeapWatch {

    /// By how many bytes it has grown at least when it counts as doubled.
    private static final long LEAST = 32L << 20;

    /// It may grow by so many bytes while much is going on, or to four times as large if that is
    /// more.
    private static final long MOST = 256L << 20;

    /// By how many bytes it has grown at least if it is worth it while little is going on; else by
    /// an eighth.
    private static final long LITTLE = 4L << 20;

    /// How far apart collections are at least.
    private static final Duration REST = Duration.ofSeconds(30);

    /// For how long one that has doubled waits for a moment in which little is going on.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /// For how long nothing young was collected in such a moment.
    private static final Duration LULL = Duration.ofSeconds(1);

    /// For how long when it has grown by less.
    private static final Duration QUIET = Duration.ofSeconds(30);

    private final LongSupplier heap;
    private final Runnable collector;
    private final LongSupplier clock;
    private long kept;
    private long collected;

    /// Since when it counts as doubled, if it does.
    private long doubled;

    private boolean isLarge;

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
            return queue.remove(quiet().toMillis()) != null;
        } finally {
            Reference.reachabilityFence(young);
        }
    }

    /// For how long nothing young is collected before everything is; zero is for ever.
    Duration quiet() {
        if (hasDoubled()) {
            var rest = REST.minus(since(collected));
            return rest.compareTo(LULL) > 0 ? rest : LULL;
        }
        return isWorthIt() ? QUIET : Duration.ZERO;
    }

    /// Something is going on: collects everything if it cannot wait.
    void look() {
        if (!hasDoubled()) {
            isLarge = false;
            return;
        }
        if (!isLarge) {
            isLarge = true;
            doubled = clock.getAsLong();
        }
        var isMuch = grown() > Math.max(MOST, 3 * kept);
        var cannotWait = isMuch || since(doubled).compareTo(PATIENCE) >= 0;
        if (cannotWait && since(collected).compareTo(REST) >= 0) {
            collect();
        }
    }

    /// Little is going on: collects everything if that is worth it.
    void tidy() {
        if (isWorthIt()) {
            collect();
        }
    }

    private boolean hasDoubled() {
        return grown() > Math.max(LEAST, kept);
    }

    private boolean isWorthIt() {
        return grown() >= Math.max(LITTLE, kept / 8);
    }

    private long grown() {
        return heap.getAsLong() - kept;
    }

    private Duration since(long moment) {
        return Duration.ofNanos(clock.getAsLong() - moment);
    }

    private void collect() {
        collector.run();
        kept = heap.getAsLong();
        collected = clock.getAsLong();
        isLarge = false;
    }
}
