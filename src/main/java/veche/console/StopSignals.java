package veche.console;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jline.utils.Signals;

/// What the operating system or a hasty operator says about stopping. SIGTERM and SIGHUP stop the
/// server as `stop` does. So does the first Ctrl-C (SIGINT); the second one ends the process on the
/// spot. Safe for use by many threads.
public final class StopSignals {

    /// What a shell reports of a process that Ctrl-C has ended.
    private static final int INTERRUPTED = 130;

    private final Shutdown shutdown;
    private final IntConsumer halt;
    private final AtomicInteger interrupts = new AtomicInteger();

    public StopSignals(Shutdown shutdown) {
        this(shutdown, Runtime.getRuntime()::halt);
    }

    StopSignals(Shutdown shutdown, IntConsumer halt) {
        this.shutdown = shutdown;
        this.halt = halt;
    }

    /// From now on, and for as long as the process lives, signals do what is said above. Comes
    /// before the console is opened, which takes Ctrl-C for itself while it has the terminal. A
    /// signal that is ignored because the server was started so (`nohup`) stays ignored: the Java
    /// runtime sees to that.
    public void install() {
        Signals.register("TERM", this::terminate);
        Signals.register("HUP", this::terminate);
        Signals.register("INT", this::interrupt);
    }

    void terminate() {
        shutdown.begin(Duration.ZERO, Optional.empty());
    }

    void interrupt() {
        if (interrupts.getAndIncrement() == 0) {
            shutdown.begin(Duration.ZERO, Optional.empty());
        } else {
            halt.accept(INTERRUPTED);
        }
    }
}
