package veche.web;

import static org.eclipse.jetty.http.HttpStatus.SWITCHING_PROTOCOLS_101;

import java.nio.channels.SelectableChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.WebSocketConnection;

/// Keeps the number of those who speak HTTP at a listener within bounds. When as many are here as
/// may be, one of them makes room for the next: who has had an answer and asks for nothing more, at
/// once; who has just come, or whose request is under way, after a while. Until then nobody else is
/// let in. So nobody takes all the places by being slow, or by staying.
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

    private final int most;
    private final ServerConnector connector;

    /// How somebody keeps a place.
    ///
    /// @param isIdle whether they have had their answer, and ask for nothing more
    /// @param until when they may be sent away, if somebody else needs the place; as
    ///   [System#nanoTime] has it
    private record Stay(boolean isIdle, long until) {

        static Stay busy(Duration time) {
            return new Stay(false, System.nanoTime() + time.toNanos());
        }

        static Stay idle() {
            return new Stay(true, System.nanoTime());
        }

        /// Which of two has to go first: whoever needs the place least.
        static int compare(Stay one, Stay other) {
            return one.isIdle == other.isIdle
                    ? Long.signum(one.until - other.until)
                    : Boolean.compare(other.isIdle, one.isIdle);
        }
    }

    private final Map<Connection, Stay> present = new HashMap<>();

    /// How many are accepted, and not present yet.
    private int coming;

    private boolean isWaiting;

    /// @param most 1 or more
    HttpClients(int most, ServerConnector connector) {
        this.most = most;
        this.connector = connector;
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
            synchronized (this) {
                present.put(connection, Stay.busy(HEADERS));
            }
        }
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

    private void keep(Connection connection, Stay stay) {
        synchronized (this) {
            if (present.replace(connection, stay) == null) {
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
            keep(connection, Stay.idle());
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
            var next =
                    present.entrySet().stream()
                            .min(Map.Entry.comparingByValue(Stay::compare))
                            .orElseThrow();
            var left = next.getValue().until - now;
            if (left > 0) {
                lookAgain(left);
                break;
            }
            going.add(next.getKey());
            present.remove(next.getKey());
        }
        connector.setAccepting(coming + present.size() < most);
        return going;
    }

    private void lookAgain(long nanoseconds) {
        if (!isWaiting) {
            isWaiting = true;
            connector
                    .getScheduler()
                    .schedule(this::look, nanoseconds / 1_000_000 + 1, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        synchronized (this) {
            isWaiting = false;
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
            clients.keep(connection, Stay.busy(REQUEST));
            Request.addCompletionListener(
                    request,
                    _ ->
                            clients.answered(
                                    connection, response.getStatus() == SWITCHING_PROTOCOLS_101));
            return super.handle(request, response, callback);
        }
    }
}
