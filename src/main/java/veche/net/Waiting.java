package veche.net;

import java.io.InterruptedIOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Waits on the calling thread for something that would otherwise be done later.
final class Waiting implements Runnable {

    private final Thread thread = Thread.currentThread();
    private volatile boolean over;

    private Waiting() {}

    /// Waits until an action that is handed over is run. What bounds that, bounds this.
    ///
    /// @param when has the action run some time, on any thread
    /// @throws InterruptedIOException if the thread is interrupted, which it stays
    static void until(Consumer<Runnable> when) throws InterruptedIOException {
        var waiting = new Waiting();
        when.accept(waiting);
        while (!waiting.over) {
            LockSupport.park(waiting);
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException();
            }
        }
    }

    @Override
    public void run() {
        over = true;
        LockSupport.unpark(thread);
    }
}
