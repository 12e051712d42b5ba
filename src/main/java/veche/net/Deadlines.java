package veche.net;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The one timer of all connections: a daemon thread that is there only while something is due.
final class Deadlines {

    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("deadlines").factory());

    Deadlines() {
        // What is cancelled must not keep a connection that is gone in memory.
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    /// @param action something short that does not block; runs on the timer's thread
    Deadline after(Duration time, Runnable action) {
        return new Deadline(timer.schedule(action, time.toNanos(), TimeUnit.NANOSECONDS));
    }
}
