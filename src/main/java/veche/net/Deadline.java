package veche.net;

/// Something that happens at a certain time, unless it is cancelled before.
public final class Deadline {

    /// Where it stands that is in no queue.
    static final int NOWHERE = -1;

    /// A deadline that is over.
    static final Deadline NONE = new Deadline(new Deadlines(), 0, () -> {});

    private final Deadlines queue;

    /// When it is, as System.nanoTime has it.
    final long time;

    final Runnable action;

    /// Where it stands; of the queue.
    int place = NOWHERE;

    Deadline(Deadlines queue, long time, Runnable action) {
        this.queue = queue;
        this.time = time;
        this.action = action;
    }

    /// Makes it not happen, if it has not happened yet. Any thread may call this, any number of
    /// times.
    public void cancel() {
        queue.cancel(this);
    }
}
