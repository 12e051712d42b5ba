package veche.app;

import java.lang.Thread.UncaughtExceptionHandler;
import java.time.Duration;
import org.slf4j.LoggerFactory;
import veche.console.Exit;

/// What becomes of the server when one of its threads dies of something that nobody has caught.
///
/// On an [Error] the process ends, as it does when there is no memory left: nobody knows what still
/// works, and a server that accepts clients and does not hear them is worse than one that is
/// started again, since whatever anybody has seen is on disk. Exceptions are caught where one
/// client or one message causes them; one that is not is in the log.
final class DeadThread implements UncaughtExceptionHandler {

    /// How long it may take to say what happened and to end in good order. A terminal that stands
    /// still would hold up both.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// How a process ends.
    interface End {

        /// In a while, come what may. Returns at once.
        void haltSoon(int status);

        /// Now, and leaves the terminal as it was.
        void exit(int status);
    }

    private final End end;
    private final int status = Exit.FAILED.code();

    DeadThread(End end) {
        this.end = end;
    }

    /// The one that ends this process. All that it needs is there already: on the day on which it
    /// is asked, no other class may be to be had.
    static DeadThread ofThisProcess() {
        return new DeadThread(
                new End() {
                    @Override
                    public void haltSoon(int status) {
                        Thread.ofPlatform().daemon().start(() -> halt(status));
                    }

                    @Override
                    public void exit(int status) {
                        System.exit(status);
                    }
                });
    }

    private static void halt(int status) {
        try {
            Thread.sleep(PATIENCE);
        } catch (InterruptedException hurried) {
            // Then now.
        }
        Runtime.getRuntime().halt(status);
    }

    /// From now on all threads of this program are looked after.
    void watch() {
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable cause) {
        // What everybody depends on runs on platform threads; a virtual one serves a client or a
        // request.
        var isTheEnd = cause instanceof Error && !thread.isVirtual();
        try {
            if (isTheEnd) {
                end.haltSoon(status);
            }
            report(thread, cause);
            if (isTheEnd) {
                System.err.println(CannotStart.words("thread.dead", thread.getName(), cause));
            }
        } catch (Throwable unable) {
            // That it cannot be said must not keep the process from ending.
        } finally {
            if (isTheEnd) {
                end.exit(status);
            }
        }
    }

    private static void report(Thread thread, Throwable cause) {
        var log = LoggerFactory.getLogger(DeadThread.class);
        if (log.isErrorEnabled()) {
            log.atError()
                    .setCause(cause)
                    .addKeyValue("thread", thread.getName())
                    .log("a thread has failed");
        } else {
            // There is no log yet, or no longer.
            cause.printStackTrace();
        }
    }
}
