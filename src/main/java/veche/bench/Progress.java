package veche.bench;

/// Whether anything goes on: gives up when nothing has happened for a while, or when it has taken
/// too long altogether. For one thread.
final class Progress {

    private final Limits limits;
    private final long begun = System.nanoTime();
    private long moved = begun;
    private long last = -1;

    Progress(Limits limits) {
        this.limits = limits;
    }

    /// From now on, waiting is counted anew.
    void begin() {
        moved = System.nanoTime();
        last = -1;
    }

    /// @param count what changes when something happens
    /// @return whether nothing has happened for too long
    /// @throws Failure if the run has taken too long
    boolean isStalled(long count) throws Failure {
        var now = System.nanoTime();
        if (now - begun > limits.timeout().toNanos()) {
            throw new Failure("timeout", limits.timeout().toSeconds());
        }
        if (count != last) {
            last = count;
            moved = now;
        }
        return now - moved > limits.stall().toNanos();
    }
}
