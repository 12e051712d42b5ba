package veche.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.console.Shutdown;

/// How the server stops: once, now or in a while. Safe for use by many threads.
final class Stopping implements Shutdown {

    private static final Logger log = LoggerFactory.getLogger(Stopping.class);

    private final Announcer announcer;
    private final Consumer<String> stop;
    private final AtomicLong plans = new AtomicLong();

    /// The number of the plan that holds; 0 if there is none.
    private final AtomicLong planned = new AtomicLong();

    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /// @param stop ends everything, and is told why; takes as long as that takes
    Stopping(Announcer announcer, Consumer<String> stop) {
        this.announcer = announcer;
        this.stop = stop;
    }

    @Override
    public void begin(Duration delay, Optional<String> reason) {
        if (begun.get()) {
            return;
        }
        log.atInfo().addKeyValue("in", delay).log("stopping");
        var why = reason.orElse("");
        if (delay.isZero()) {
            Thread.ofPlatform().name("stop").start(() -> stop(why));
            return;
        }
        var plan = plans.incrementAndGet();
        planned.set(plan);
        // First, since an announcement waits for the disk, and the disk may be why to stop.
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (planned.get() == plan) {
                        stop(why);
                    }
                });
        announcer.stopsIn(delay, why);
    }

    @Override
    public boolean cancel() {
        var cancelled = planned.getAndSet(0) > 0 && !begun.get();
        if (cancelled) {
            log.atInfo().log("not stopping after all");
            announcer.goesOn();
        }
        return cancelled;
    }

    private void stop(String why) {
        if (begun.compareAndSet(false, true)) {
            try {
                stop.accept(why);
            } finally {
                ended.complete(null);
            }
        }
    }

    /// Whether the end has begun.
    boolean isBegun() {
        return begun.get();
    }

    /// Has something done when everything has ended.
    void whenEnded(Runnable then) {
        var _ = ended.thenRun(then);
    }

    /// Waits until everything has ended: until somebody stops the server, and then some seconds.
    void await() {
        ended.join();
    }
}
