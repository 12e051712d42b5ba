package veche.net;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/// Something that happens at a certain time, unless it is cancelled before.
public final class Deadline {

    /// A deadline that is over.
    static final Deadline NONE = new Deadline(CompletableFuture.completedFuture(null));

    private final Future<?> future;

    Deadline(Future<?> future) {
        this.future = future;
    }

    /// Makes it not happen, if it has not happened yet. Any thread may call this, any number of
    /// times.
    public void cancel() {
        future.cancel(false);
    }
}
