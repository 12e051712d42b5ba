package veche.console;

import org.jspecify.annotations.Nullable;

/// What the main thread waits for, so that another thread can end this wait and disturb nothing
/// else.
final class Wait {

    private @Nullable Thread waiting;
    private boolean over;

    /// This thread begins to wait.
    synchronized void begin() {
        waiting = Thread.currentThread();
        if (over) {
            waiting.interrupt();
        }
    }

    /// This thread has waited. An interrupt that came too late is forgotten.
    synchronized void end() {
        waiting = null;
        Thread.interrupted();
    }

    /// Ends this wait, if there is one, and every later one.
    synchronized void finish() {
        over = true;
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    synchronized boolean isOver() {
        return over;
    }
}
