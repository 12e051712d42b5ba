package veche.app;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.console.Exit;

/// What becomes of the server when one of its threads dies of something that nobody has caught.
///
/// On an [Error] the process ends, as it does when there is no memory left: nobody knows what still
/// works, and a server that accepts clients and does not hear them is worse than one that is
/// started again, since whatever anybody has seen is on disk. Exceptions are caught where one
/// client or one message causes them; one that is not is in the log.
final class DeadThread implements UncaughtExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(DeadThread.class);

    private final IntConsumer exit;

    /// @param exit ends the process with a status
    DeadThread(IntConsumer exit) {
        this.exit = exit;
    }

    /// From now on all threads of this program are looked after.
    static void watch() {
        Thread.setDefaultUncaughtExceptionHandler(new DeadThread(System::exit));
    }

    @Override
    public void uncaughtException(Thread thread, Throwable cause) {
        var name = thread.getName();
        try {
            log.atError().setCause(cause).addKeyValue("thread", name).log("a thread has failed");
        } finally {
            // A virtual thread serves one client.
            if (cause instanceof Error && !thread.isVirtual()) {
                System.err.println(CannotStart.words("thread.dead", name, cause));
                exit.accept(Exit.FAILED.code());
            }
        }
    }
}
