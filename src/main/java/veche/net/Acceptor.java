package veche.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.net.Connections.Answer.Away;
import veche.net.Connections.Answer.In;

/// Accepts clients from a listening socket on a platform thread of its own, as long as the socket
/// is open.
final class Acceptor implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Acceptor.class);

    /// How long accepting rests when it fails and no connection is closed meanwhile.
    private static final Duration REST = Duration.ofSeconds(1);

    /// How long the thread may take to end. It waits for nothing longer than [#REST].
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String protocol;
    private final ServerSocketChannel socket;
    private final Entrance entrance;
    private final Service service;
    private final Connections connections;
    private final Thread thread;

    // For saying once what happens a thousand times in a row.
    private boolean failing;
    private boolean full;

    Acceptor(
            String protocol,
            ServerSocketChannel socket,
            Entrance entrance,
            Service service,
            Connections connections,
            String name) {
        this.protocol = protocol;
        this.socket = socket;
        this.entrance = entrance;
        this.service = service;
        this.connections = connections;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this);
    }

    void start() {
        thread.start();
    }

    /// Closes the socket, and returns when the thread has ended.
    void stop() {
        try {
            socket.close();
            if (!thread.join(PATIENCE)) {
                throw new IllegalStateException("the accepting thread does not end");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        while (socket.isOpen()) {
            try {
                welcome(socket.accept());
                failing = false;
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | RuntimeException | Error e) {
                rest(e);
            }
        }
    }

    /// Most likely there are too many open files. Those who are in are served on; those outside
    /// wait, and trying again is of no use until somebody leaves.
    private void rest(Throwable cause) {
        if (!failing) {
            failing = true;
            log.atError().setCause(cause).log("cannot accept clients");
        }
        connections.awaitOneFewer(REST);
    }

    private void welcome(SocketChannel channel) {
        try {
            configure(channel);
            var transport = entrance.transport(channel, connections);
            switch (connections.add(Arrival.of(protocol, channel, transport), entrance)) {
                case In(var connection) -> {
                    full = false;
                    new ClientTurns(connection, service, connections).run();
                }
                case Away(var reason) -> turnAway(channel, reason);
            }
        } catch (IOException e) {
            // The client has left before anything began.
            close(channel);
        }
    }

    private static void configure(SocketChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        // A client that is gone without a word is noticed after two minutes of silence.
        setIfSupported(channel, ExtendedSocketOptions.TCP_KEEPIDLE, 60);
        setIfSupported(channel, ExtendedSocketOptions.TCP_KEEPINTERVAL, 15);
        setIfSupported(channel, ExtendedSocketOptions.TCP_KEEPCOUNT, 4);
    }

    private static void setIfSupported(
            SocketChannel channel, SocketOption<Integer> option, int value) throws IOException {
        if (channel.supportedOptions().contains(option)) {
            channel.setOption(option, value);
        }
    }

    /// Tells a client why it does not get in. Waits for nothing: there is room for a line in a new
    /// socket. Over TLS it would have to wait for the client, and so says nothing.
    private void turnAway(SocketChannel channel, Reason reason) throws IOException {
        note(channel, reason);
        channel.configureBlocking(false);
        if (!entrance.isTls()) {
            channel.write(ByteBuffer.wrap(service.refusal(reason)));
        }
        channel.shutdownOutput();
        // What has come and is not read would make closing a reset; see Connection.settle.
        channel.read(ByteBuffer.allocate(4096));
        channel.close();
    }

    /// That the server is full is for the operator. Of a network that floods us, `status` counts;
    /// the log must not be flooded in turn.
    private void note(SocketChannel channel, Reason reason) throws IOException {
        if (reason != Reason.FULL) {
            var from = (InetSocketAddress) channel.getRemoteAddress();
            log.atDebug()
                    .addKeyValue("address", Addresses.text(from))
                    .addKeyValue("reason", reason)
                    .log("turned away");
        } else if (!full) {
            full = true;
            log.atWarn().addKeyValue("connections", connections.most()).log("full");
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone in any case.
        }
    }
}
