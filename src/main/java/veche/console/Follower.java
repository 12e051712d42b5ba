package veche.console;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Somebody who reads the log while it is written. Between the log and them is a queue of 1,000
/// records; what comes while it is full, they miss, and are told how much it was. So whoever reads
/// slowly, or has stopped their terminal, holds up nobody.
final class Follower {

    /// What a follower reads next.
    ///
    /// @param missed how many records before this one the follower did not get
    record Heard(LogRecord record, long missed) {}

    private static final int WAITING = 1_000;

    private final LogFilter filter;
    private final BlockingQueue<Optional<Heard>> queue = new ArrayBlockingQueue<>(WAITING);
    private long missed;
    private volatile boolean ended;

    Follower(LogFilter filter) {
        this.filter = filter;
    }

    LogFilter filter() {
        return filter;
    }

    /// Tells the next record. Called under the log's lock; never blocks.
    void tell(LogRecord record) {
        if (!filter.passes(record)) {
            return;
        }
        if (queue.offer(Optional.of(new Heard(record, missed)))) {
            missed = 0;
        } else {
            missed++;
        }
    }

    /// The next record, when there is one; empty after the last.
    Optional<Heard> next() throws InterruptedException {
        return ended && queue.isEmpty() ? Optional.empty() : queue.take();
    }

    boolean hasEnded() {
        return ended;
    }

    /// There will be no more; what is in the queue can still be read.
    void end() {
        ended = true;
        queue.offer(Optional.empty());
    }
}
