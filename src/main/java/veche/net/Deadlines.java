package veche.net;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one timer of all connections: a daemon thread that is there only while something is due, and
/// a little longer.
final class Deadlines {

    private static final Logger log = LoggerFactory.getLogger(Deadlines.class);

    /// How long it waits for another deadline when there is none.
    private static final Duration IDLE = Duration.ofSeconds(10);

    // Guarded by this.
    private final DeadlineQueue queue = new DeadlineQueue();
    private boolean runs;

    /// @param action something short that does not block; runs on the timer's thread
    synchronized Deadline after(Duration time, Runnable action) {
        var deadline = new Deadline(this, System.nanoTime() + time.toNanos(), action);
        queue.add(deadline);
        if (!runs) {
            Thread.ofPlatform().daemon().name("deadlines").start(this::run);
            runs = true;
        } else if (deadline.place == 0) {
            notifyAll(); // the thread waits for a later one
        }
        return deadline;
    }

    synchronized void cancel(Deadline deadline) {
        queue.remove(deadline);
        deadline.action = null;
    }

    private void run() {
        for (var due = awaitDue(); due != null; due = awaitDue()) {
            try {
                due.run();
            } catch (RuntimeException e) {
                // A bug. All others wait here as well.
                log.atError().setCause(e).log("a deadline failed");
            }
        }
    }

    /// Waits for the next deadline that is due, and takes it out of the queue.
    ///
    /// @return what is to be done; null if there has been none for a while: then the thread is over
    private synchronized @Nullable Runnable awaitDue() {
        var idle = System.nanoTime() + IDLE.toNanos();
        try {
            while (true) {
                var first = queue.first();
                var now = System.nanoTime();
                if (first != null) {
                    idle = now + IDLE.toNanos();
                }
                var left = (first == null ? idle : first.time) - now;
                if (left > 0) {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                } else if (first != null) {
                    var action = first.action;
                    cancel(first);
                    return action;
                } else {
                    break;
                }
            }
        } catch (InterruptedException e) {
            log.warn("deadlines interrupted");
        }
        runs = false;
        return null;
    }
}
