package veche.web;

import static org.eclipse.jetty.http.HttpStatus.SWITCHING_PROTOCOLS_101;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.core.WebSocketConnection;
import org.jspecify.annotations.Nullable;
import veche.config.Network;

/// Keeps the number of those who speak HTTP at a listener within bounds. When as many are here as
/// may be, one of them makes room for the next: who has had an answer and asks for nothing more, at
/// once; who has just come, or whose request is under way, after a while. Until then nobody else is
/// let in. So nobody takes all the places by being slow, or by staying. A network that has more
/// than a quarter of them makes room before others do, and has less time: it keeps nobody out for
/// long by coming again and again.
///
/// A client whose connection has become a WebSocket is not counted here, but where all clients of
/// the chat are.
///
/// Jetty's threads say what happens, one of them for each accepted socket before it accepts the
/// next. The lock is not held while a connection is closed.
final class HttpClients implements SelectorManager.AcceptListener, Connection.Listener {

    /// How long a client has to say what it wants.
    private static final Duration HEADERS = Duration.ofSeconds(3);

    /// How long it has for the rest of it, and for taking the answer.
    private static final Duration REQUEST = Duration.ofSeconds(30);

    /// How long it has for anything, if it is one of a crowd. Most need some milliseconds.
    private static final Duration CROWDED = Duration.ofSeconds(1);

    private final int most;
    private final ServerConnector connector;
    private final Function<InetAddress, Optional<Network>> networks;

    /// How somebody keeps a place.
    ///
    /// @param from by which network they are counted; empty if they are not
    /// @param isIdle whether they have had their answer, and ask for nothing more
    /// @param since as [System#nanoTime] has it
    /// @param time after which they may be sent away, if somebody else needs the place
    private record Stay(Optional<Network> from, boolean isIdle, long since, Duration time) {

        Stay busy(Duration time) {
            return new Stay(from, false, System.nanoTime(), time);
        }

        Stay idle() {
            return new Stay(from, true, System.nanoTime(), Duration.ZERO);
        }

        boolean isIn(Set<Network> crowds) {
            return from.filter(crowds::contains).isPresent();
        }

        /// How long they may stay yet, in nanoseconds.
        long left(Set<Network> crowds, long now) {
            var most = isIn(crowds) && time.compareTo(CROWDED) > 0 ? CROWDED : time;
            return since + most.toNanos() - now;
        }

        /// Who has to go first: whoever needs the place least, then whoever has it from others.
        static Comparator<Stay> order(Set<Network> crowds, long now) {
            return Comparator.comparing(Stay::isIdle)
                    .thenComparing(stay -> stay.isIn(crowds))
                    .reversed()
                    .thenComparingLong(stay -> stay.left(crowds, now));
        }
    }

    private final Map<Connection, Stay> present = new HashMap<>();

    /// How many are accepted, and not present yet.
    private int coming;

    /// Looks again who has to go; null while nobody is waited for. There is never more than one, or
    /// each would be followed by another for as long as all places are taken.
    private Scheduler.@Nullable Task timer;

    /// When that looks, as [System#nanoTime] has it.
    private long nextLook;

    /// @param most 1 or more
    /// @param networks by which one who comes from an address is counted; empty for who is not
    HttpClients(
            int most,
            ServerConnector connector,
            Function<InetAddress, Optional<Network>> networks) {
        this.most = most;
        this.connector = connector;
        this.networks = networks;
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        synchronized (this) {
            coming++;
        }
        makeRoom();
    }

    @Override
    public void onAccepted(SelectableChannel channel) {
        come();
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        come();
    }

    private void come() {
        synchronized (this) {
            coming--;
        }
        makeRoom();
    }

    @Override
    public void onOpened(Connection connection) {
        if (!(connection instanceof WebSocketConnection)
                && !(connection instanceof SslConnection)) {
            var stay = arrival(connection);
            synchronized (this) {
                present.put(connection, stay);
            }
        }
    }

    private Stay arrival(Connection connection) {
        var address = connection.getEndPoint().getRemoteSocketAddress();
        var network =
                address instanceof InetSocketAddress it
                        ? networks.apply(it.getAddress())
                        : Optional.<Network>empty();
        return new Stay(network, false, System.nanoTime(), HEADERS);
    }

    @Override
    public void onClosed(Connection connection) {
        synchronized (this) {
            if (present.remove(connection) == null) {
                return;
            }
        }
        makeRoom();
    }

    private void keep(Connection connection, UnaryOperator<Stay> change) {
        synchronized (this) {
            if (present.computeIfPresent(connection, (_, stay) -> change.apply(stay)) == null) {
                return;
            }
        }
        makeRoom();
    }

    /// @param isUpgraded whether the connection is to become a WebSocket: nobody may close it then,
    ///   though for a moment it still looks like one that has its answer
    private void answered(Connection connection, boolean isUpgraded) {
        if (isUpgraded) {
            onClosed(connection);
        } else {
            keep(connection, Stay::idle);
        }
    }

    private void makeRoom() {
        for (var gone : decide()) {
            ground(gone.getEndPoint()).close();
        }
    }

    /// Lets others in, or not.
    ///
    /// @return who has to go
    private synchronized List<Connection> decide() {
        var going = new ArrayList<Connection>();
        var now = System.nanoTime();
        while (coming + present.size() >= most && !present.isEmpty()) {
            var crowds = crowds();
            var next =
                    present.entrySet().stream()
                            .min(Map.Entry.comparingByValue(Stay.order(crowds, now)))
                            .orElseThrow();
            var left = next.getValue().left(crowds, now);
            if (left > 0) {
                lookAgain(now, left);
                break;
            }
            going.add(next.getKey());
            present.remove(next.getKey());
        }
        connector.setAccepting(coming + present.size() < most);
        return going;
    }

    /// The networks that have more than a quarter of the places each.
    private Set<Network> crowds() {
        var places =
                present.values().stream()
                        .flatMap(stay -> stay.from().stream())
                        .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        places.values().removeIf(count -> 4 * count <= most);
        return places.keySet();
    }

    /// @param left in nanoseconds
    private void lookAgain(long now, long left) {
        var at = now + left;
        if (timer != null && at - nextLook >= 0) {
            return;
        }
        if (timer != null) {
            timer.cancel();
        }
        nextLook = at;
        timer =
                connector
                        .getScheduler()
                        .schedule(() -> look(at), left / 1_000_000 + 1, TimeUnit.MILLISECONDS);
    }

    /// @param at when it was to be; one that has begun cannot be cancelled any more, and looks in
    ///   vain if a sooner one has taken its place
    private void look(long at) {
        synchronized (this) {
            if (timer == null || at != nextLook) {
                return;
            }
            timer = null;
        }
        makeRoom();
    }

    /// Not to wait for the client's farewell.
    private static EndPoint ground(EndPoint point) {
        return point instanceof EndPoint.Wrapper wrapper ? ground(wrapper.unwrap()) : point;
    }

    /// Tells them of requests.
    static final class Watch extends Handler.Wrapper {

        Watch(Handler next) {
            super(next);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            var from = request.getConnectionMetaData();
            var connection = from.getConnection();
            var clients = ((ServerConnector) from.getConnector()).getBean(HttpClients.class);
            clients.keep(connection, stay -> stay.busy(REQUEST));
            Request.addCompletionListener(
                    request,
                    _ ->
                            clients.answered(
                                    connection, response.getStatus() == SWITCHING_PROTOCOLS_101));
            return super.handle(request, response, callback);
        }
    }
}
