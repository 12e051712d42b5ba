package veche.irc;

import java.util.concurrent.Semaphore;

/// Who may read much of what happened before, and put it into IRC: as many at a time as there are
/// processors, in the order in which they came.
///
/// When a server has been away, everyone returns at once and asks what they missed. A virtual
/// thread is not interrupted for another, so that whoever talks would wait behind all of them; and
/// what all have read at once is more than Java's young generation holds.
final class HistoryTurns {

    private final Semaphore free = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

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
