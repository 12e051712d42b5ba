package veche.net;

import org.jspecify.annotations.Nullable;

/// Something that happens at a certain time, unless it is cancelled before.
public final class Deadline {

    /// Where it stands that is in no queue.
    static final int NOWHERE = -1;

    /// A deadline that is over.
    static final Deadline NONE = new Deadline(new Deadlines(), 0, () -> {});

    private final Deadlines queue;

    /// When it is, as System.nanoTime has it.
    final long time;

    /// Null when it is over. Of the queue, as the place is.
    @Nullable Runnable action;

    /// Where it stands.
    int place = NOWHERE;

    Deadline(Deadlines queue, long time, Runnable action) {
        this.queue = queue;
        this.time = time;
        this.action = action;
    }

    /// Makes it not happen, unless it is happening or has happened. Any thread may call this, any
    /// number of times.
    public void cancel() {
        queue.cancel(this);
    }
}
