package veche.irc;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Who may read much of what happened before, and put it into IRC: half as many at a time as there
/// are processors, in the order in which they came. The other half is for those who talk.
///
/// When a server has been away, everyone returns at once and asks what they missed. A virtual
/// thread is not interrupted for another, so that whoever talks would wait behind all of them; and
/// what all have read at once is more than Java's young generation holds.
final class HistoryTurns {

    /// How long whoever is new waits for others at most.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Semaphore free;
    private final Duration patience;

    HistoryTurns() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), PATIENCE);
    }

    /// @param count how many there are at a time
    /// @param patience how long whoever is new waits for others at most
    HistoryTurns(int count, Duration patience) {
        this.free = new Semaphore(count, true);
        this.patience = patience;
    }

    /// Waits until there is a turn that nobody else waits for, but not for ever. Whoever is new
    /// comes in after that: else thousands come in, and then wait for their turns, each with a
    /// thread, and their coming takes the processors from those who talk.
    void awaitThoseBefore() throws InterruptedException {
        if (free.availablePermits() > 0 && !free.hasQueuedThreads()) {
            return;
        }
        if (free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            free.release();
        }
    }

    /// Waits for a turn, for as long as those before need for theirs: each reads a portion, which
    /// the journal answers in time or not at all, and waits for no client.
    Turn take() {
        var turn = new Turn();
        turn.resume();
        return turn;
    }

    /// One client's. For its own thread.
    final class Turn implements AutoCloseable {

        private boolean isTaken;

        /// Waits for it again, unless it is taken.
        void resume() {
            if (!isTaken) {
                free.acquireUninterruptibly();
                isTaken = true;
            }
        }

        /// Lets those who wait have theirs before this goes on.
        void letOthersIn() {
            pause();
            resume();
        }

        /// Lets others have it, who need not wait for this client to read what it was sent.
        void pause() {
            if (isTaken) {
                isTaken = false;
                free.release();
            }
        }

        @Override
        public void close() {
            pause();
        }
    }
}
