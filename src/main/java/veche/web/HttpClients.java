package veche.web;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.core.WebSocketConnection;

/// Keeps the number of those who speak HTTP within bounds: at most so many are let in, and those
/// who come later wait until one has left. A client whose connection has become a WebSocket is not
/// counted here, but where all clients of the chat are.
final class HttpClients implements Connection.Listener {

    private final int most;
    private final ServerConnector connector;
    private final Set<Connection> present = new HashSet<>();

    /// @param most 1 or more
    HttpClients(int most, ServerConnector connector) {
        this.most = most;
        this.connector = connector;
    }

    @Override
    public synchronized void onOpened(Connection connection) {
        if (counts(connection) && present.add(connection)) {
            limit();
        }
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        if (present.remove(connection)) {
            limit();
        }
    }

    private void limit() {
        connector.setAccepting(present.size() < most);
    }

    /// Whether so many are here that each should leave when it has its answer.
    synchronized boolean areMany() {
        return present.size() > most / 2;
    }

    private static boolean counts(Connection connection) {
        return !(connection instanceof WebSocketConnection)
                && !(connection instanceof SslConnection);
    }
}
