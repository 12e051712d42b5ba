package veche.net;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// All open connections, of all listeners. Safe for use by many threads.
public final class Connections {

    private final int most;
    private final int outboxLimit;
    private final byte[] full;
    private final Deadlines deadlines = new Deadlines();
    private final Buffers buffers = new Buffers();
    private final Records records = new Records();

    private final Set<Connection> open = new LinkedHashSet<>();
    private final Map<Reason, Long> ends = new EnumMap<>(Reason.class);
    private long accepted;

    /// @param most how many may be open at once; see [OpenFiles#connections]
    /// @param outbox how much may wait to be sent to one client, in bytes
    /// @param full the line that a client beyond the limit gets, with its line end
    public Connections(int most, int outbox, byte[] full) {
        this.most = most;
        this.outboxLimit = outbox;
        this.full = full;
    }

    /// Those that are open now, in the order of their coming. Those that have
    /// [ended][Connection#ended] are here until their socket is closed.
    public synchronized Collection<Connection> all() {
        return List.copyOf(open);
    }

    public synchronized int size() {
        return open.size();
    }

    /// How many may be open at once.
    public int most() {
        return most;
    }

    /// How many clients have been served since the start; those who were turned away do not count.
    public synchronized long accepted() {
        return accepted;
    }

    /// Why connections have ended since the start, and how many for each reason that occurred.
    public synchronized Map<Reason, Long> ends() {
        return Collections.unmodifiableMap(new EnumMap<>(ends));
    }

    /// Finishes all that are open. Does not wait for them: [#awaitNone] does. Pause the listeners
    /// before, so that nobody comes in meanwhile.
    public void finishAll(Reason reason, Function<Connection, byte[]> lastWords) {
        for (var connection : all()) {
            connection.finish(reason, lastWords.apply(connection));
        }
    }

    /// Waits until none is open, at most so long. An interrupt ends the wait too, and stays set.
    ///
    /// @return whether none is open
    public boolean awaitNone(Duration atMost) {
        return await(open::isEmpty, atMost);
    }

    /// Waits until one of them is closed, at most so long.
    void awaitOneFewer(Duration atMost) {
        var before = size();
        await(() -> open.size() < before, atMost);
    }

    private synchronized boolean await(BooleanSupplier condition, Duration atMost) {
        var end = System.nanoTime() + atMost.toNanos();
        try {
            for (var left = atMost.toNanos();
                    left > 0 && !condition.getAsBoolean();
                    left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return condition.getAsBoolean();
    }

    /// Takes a client in.
    ///
    /// @return null if the server is full
    synchronized @Nullable Connection add(SocketChannel channel, String protocol, Entrance entrance)
            throws IOException {
        if (open.size() >= most) {
            ends.merge(Reason.FULL, 1L, Long::sum);
            return null;
        }
        var connection = new Connection(accepted + 1, protocol, channel, entrance, this);
        accepted++;
        open.add(connection);
        return connection;
    }

    synchronized void remove(Connection connection, Reason reason) {
        open.remove(connection);
        ends.merge(reason, 1L, Long::sum);
        notifyAll();
    }

    int outboxLimit() {
        return outboxLimit;
    }

    byte[] full() {
        return full;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    Buffers buffers() {
        return buffers;
    }

    Records records() {
        return records;
    }
}
