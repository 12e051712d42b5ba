package veche.net;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All open connections, of all listeners. Safe for use by many threads.
public final class Connections {

    private final int most;
    private final int outboxLimit;
    private final Turnstile turnstile;
    private final InstantSource clock;
    private final Deadlines deadlines = new Deadlines();
    private final Buffers buffers = new Buffers();
    private final Writer writer = new Writer();
    private final Poller poller = new Poller();
    private final Records records = new Records();

    private final Set<Connection> open = new LinkedHashSet<>();
    private final Map<Reason, Long> ends = new EnumMap<>(Reason.class);
    private long accepted;

    /// What became of a client that has just connected.
    sealed interface Answer {

        /// It is taken in.
        record In(Connection connection) implements Answer {}

        /// It is turned away.
        record Away(Reason reason) implements Answer {}
    }

    /// @param most how many may be open at once; see [OpenFiles#connections]
    /// @param outbox how much may wait to be sent to one client, in bytes
    /// @param turnstile says whether one more may come from a network
    public Connections(int most, int outbox, Turnstile turnstile, InstantSource clock) {
        this.most = most;
        this.outboxLimit = outbox;
        this.turnstile = turnstile;
        this.clock = clock;
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

    /// Serves somebody who has come by another way than a [Listener], on a virtual thread of their
    /// own.
    ///
    /// @param closed why nobody is let in now; empty if they are. Asked when the client counts
    ///   already: who says so from now on, and then sends away [#all], has missed nobody.
    /// @return why they are not served, and have to be turned away; empty if they are
    public Optional<Reason> serve(
            Arrival arrival, Service service, Supplier<Optional<Reason>> closed) {
        return switch (add(arrival, Entrance.OPEN)) {
            case Answer.In(var connection) -> {
                closed.get().ifPresent(why -> connection.finish(why, service.refusal(why)));
                new ClientTurns(connection, service, this).run();
                yield Optional.empty();
            }
            case Answer.Away(var reason) -> Optional.of(reason);
        };
    }

    /// Takes a client in, or says why not. One that comes from a proxy or a gateway counts at the
    /// turnstile later, when it is known where it really is.
    Answer add(Arrival arrival, Entrance entrance) {
        var from = arrival.remote().getAddress();
        var ticket = new Ticket(turnstile, clock);
        // A client that finds the server full has not used up anything of its network's.
        if (size() >= most) {
            return away(Reason.FULL);
        }
        var refused = entrance.isClient(from) ? ticket.use(from) : Optional.<Reason>empty();
        if (refused.isPresent()) {
            return away(refused.get());
        }
        var connection = open(arrival, entrance, ticket);
        if (connection == null) {
            ticket.giveBack();
            return away(Reason.FULL);
        }
        return new Answer.In(connection);
    }

    private synchronized Answer away(Reason reason) {
        ends.merge(reason, 1L, Long::sum);
        return new Answer.Away(reason);
    }

    /// Null if the server is full by now.
    private synchronized @Nullable Connection open(
            Arrival arrival, Entrance entrance, Ticket ticket) {
        if (open.size() >= most) {
            return null;
        }
        var connection = new Connection(accepted + 1, arrival, entrance, ticket, this);
        accepted++;
        open.add(connection);
        return connection;
    }

    /// One of them has ended, and will be [removed][#remove]. Counted before its client can see it.
    synchronized void ended(Reason reason) {
        ends.merge(reason, 1L, Long::sum);
    }

    void remove(Connection connection) {
        connection.giveBackTicket();
        forget(connection);
    }

    private synchronized void forget(Connection connection) {
        open.remove(connection);
        notifyAll();
    }

    int outboxLimit() {
        return outboxLimit;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    Buffers buffers() {
        return buffers;
    }

    Poller poller() {
        return poller;
    }

    Writer writer() {
        return writer;
    }

    Records records() {
        return records;
    }
}
