package veche.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// A listening socket and what it gives its clients. While it listens, a platform thread of its own
/// accepts clients and does nothing else. Safe for use by many threads.
public final class Listener implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Listener.class);

    private final String protocol;
    private final ListeningSocket socket;
    private final Entrance entrance;
    private final Service service;
    private final Connections connections;
    private volatile @Nullable Acceptor acceptor;

    /// As the other, where nothing is asked of a client before its service.
    public Listener(
            String protocol, InetSocketAddress address, Service service, Connections connections) {
        this(protocol, new ListeningSocket(address), Entrance.OPEN, service, connections);
    }

    /// Does not listen yet: [#open] does.
    ///
    /// @param protocol what the service speaks, for operators and the log
    /// @param socket where to listen
    /// @param entrance how a client comes in, before the service begins
    public Listener(
            String protocol,
            ListeningSocket socket,
            Entrance entrance,
            Service service,
            Connections connections) {
        this.protocol = protocol;
        this.socket = socket;
        this.entrance = entrance;
        this.service = service;
        this.connections = connections;
    }

    /// Listens. Does nothing if it listens already.
    ///
    /// @throws IOException as [ListeningSocket#bind]
    public synchronized void open() throws IOException {
        if (acceptor != null) {
            return;
        }
        var channel = socket.take();
        var name = "listener " + Addresses.text(address());
        var next = new Acceptor(protocol, channel, entrance, service, connections, name);
        next.start();
        acceptor = next;
        log().log("listening");
    }

    /// Stops listening, until [#resume]. When this returns, a client that connects is refused at
    /// once, those who waited to be accepted are too, and nobody else comes in. Those who are in
    /// stay. Does nothing if it does not listen.
    public synchronized void pause() {
        var running = acceptor;
        if (running == null) {
            return;
        }
        running.stop();
        acceptor = null;
        log().log("not listening");
    }

    /// Listens again, on the same port as before, also if the system had chosen it. Does nothing if
    /// it listens.
    ///
    /// @throws IOException as [#open]
    public void resume() throws IOException {
        open();
    }

    public boolean isListening() {
        return acceptor != null;
    }

    /// Where it listens, or did or will; the port is 0 only until one has been chosen.
    public InetSocketAddress address() {
        return socket.address();
    }

    public String protocol() {
        return protocol;
    }

    /// Whether clients must speak TLS.
    public boolean isTls() {
        return entrance.isTls();
    }

    /// As [#pause].
    @Override
    public void close() {
        pause();
    }

    private LoggingEventBuilder log() {
        return log.atInfo()
                .addKeyValue("protocol", protocol)
                .addKeyValue("address", Addresses.text(address()));
    }
}
