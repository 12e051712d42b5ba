package veche.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import veche.config.PerNetwork;

/// A listener on a free port of this machine, and clients for it. Everything that waits gives up
/// after [#PATIENCE], which only a failing test ever uses up.
public final class TestServer implements AutoCloseable {

    public static final Duration PATIENCE = Duration.ofSeconds(60);

    public final Connections connections;
    public final Listener listener;
    private final BlockingQueue<Connection> arrived = new LinkedBlockingQueue<>();

    public TestServer(BlockingService service) throws IOException {
        this(service, 10_000, 1 << 20);
    }

    /// Opens a server with limits.
    ///
    /// @param most how many connections at most
    /// @param outbox in bytes
    public TestServer(BlockingService service, int most, int outbox) throws IOException {
        this(service, Entrance.OPEN, most, outbox);
    }

    TestServer(BlockingService service, Entrance entrance) throws IOException {
        this(service, entrance, 10_000, 1 << 20);
    }

    TestServer(BlockingService service, Entrance entrance, int most, int outbox)
            throws IOException {
        this(service, entrance, connections(most, outbox));
    }

    TestServer(BlockingService service, Entrance entrance, Connections connections)
            throws IOException {
        this.connections = connections;
        var socket = new ListeningSocket(freePort());
        listener = new Listener("test", socket, entrance, announced(service), connections);
        listener.open();
    }

    /// As many from one network as like to come.
    static Connections connections(int most, int outbox) {
        var turnstile = new Turnstile(PerNetwork.UNLIMITED);
        return new Connections(most, outbox, turnstile, Clock.systemUTC());
    }

    private Service announced(BlockingService service) {
        return new BlockingService() {
            @Override
            public void serve(Connection connection) throws IOException {
                arrived.add(connection);
                service.serve(connection);
            }

            @Override
            public byte[] refusal(Reason reason) {
                return bytes(reason + "\r\n");
            }
        };
    }

    static InetSocketAddress freePort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /// Reads until the client has left, and is otherwise silent.
    static void listen(Connection connection) throws IOException {
        var lines = connection.lines(1000);
        for (var line = lines.read(); line != null; line = lines.read()) {
            // Whatever it says.
        }
    }

    public Socket connect() throws IOException {
        return connect(0);
    }

    /// Connects a client that can be filled up soon.
    ///
    /// @param receiveBuffer how much the client's kernel takes from the server before the client
    ///   reads, in bytes, roughly; 0 for what is usual
    public Socket connect(int receiveBuffer) throws IOException {
        var socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(listener.address());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    /// The connection of the next client that was accepted.
    Connection arrived() throws InterruptedException {
        var connection = arrived.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (connection == null) {
            throw new AssertionError("nobody came");
        }
        return connection;
    }

    /// The connection of a certain client.
    Connection arrived(Socket client) throws InterruptedException {
        var connection = arrived();
        if (connection.remote().getPort() != client.getLocalPort()) {
            var other = arrived(client);
            arrived.add(connection);
            return other;
        }
        return connection;
    }

    static String read(Socket client) throws IOException {
        return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// Waits until the server has hung up, in good order or not.
    static void awaitEnd(Socket client) {
        try {
            client.getInputStream().readAllBytes();
        } catch (IOException e) {
            // What came too late to be read makes closing a reset.
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        listener.close();
        for (var connection : connections.all()) {
            connection.close(Reason.SHUTDOWN);
        }
        if (!connections.awaitNone(PATIENCE)) {
            throw new AssertionError("somebody is still here");
        }
    }
}
