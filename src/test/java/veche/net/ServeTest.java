package veche.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Clients that have come by another way than a listener.
class ServeTest {

    private static final BlockingService SERVICE =
            new BlockingService() {
                @Override
                public void serve(Connection connection) throws IOException {
                    TestServer.listen(connection);
                }

                @Override
                public byte[] refusal(Reason reason) {
                    return reason.name().getBytes(UTF_8);
                }
            };

    private final Connections connections = TestServer.connections(10, 1 << 20);

    /// Whoever closes the door sends away all who count; so nobody slips in who does not yet.
    @Test
    void whoeverComesWhileTheDoorIsBeingClosedCountsAndIsSentAway() throws Exception {
        try (var door = ServerSocketChannel.open().bind(TestServer.freePort());
                var client = new Socket()) {
            client.connect(door.getLocalAddress());
            client.setSoTimeout((int) TestServer.PATIENCE.toMillis());
            var channel = door.accept();
            var arrival =
                    Arrival.of(
                            "test",
                            channel,
                            new PlainTransport(new ClientSocket(channel, new Poller())));
            var refused =
                    connections.serve(
                            arrival,
                            SERVICE,
                            () ->
                                    connections.size() == 1
                                            ? Optional.of(Reason.PAUSED)
                                            : Optional.empty());
            assertThat(refused).isEmpty();
            assertThat(client.getInputStream().readAllBytes()).isEqualTo("PAUSED".getBytes(UTF_8));
        }
        assertThat(connections.awaitNone(TestServer.PATIENCE)).isTrue();
        assertThat(connections.ends()).containsEntry(Reason.PAUSED, 1L);
    }

    /// All are written to by one thread: a bug that one client brings out ends its connection only.
    @Test
    void whoeverCannotBeWrittenToKeepsNobodyElseFromBeingTold() throws Exception {
        var outboxes = new LinkedBlockingQueue<Outbox>();
        BlockingService service =
                connection -> {
                    outboxes.add(connection.outbox());
                    TestServer.listen(connection);
                };
        try (var door = ServerSocketChannel.open().bind(TestServer.freePort());
                var unlucky = new Socket();
                var lucky = new Socket()) {
            serve(door, unlucky, service, true);
            var broken = taken(outboxes);
            serve(door, lucky, service, false);
            var whole = taken(outboxes);
            broken.put(TestServer.bytes("hello\n"), 1);
            whole.put(TestServer.bytes("hello\n"), 1);
            assertThat(lucky.getInputStream().readNBytes(6)).isEqualTo(TestServer.bytes("hello\n"));
            assertThat(unlucky.getInputStream().read()).isEqualTo(-1);
            assertThat(connections.ends()).containsExactly(Map.entry(Reason.FAILED, 1L));
        }
        assertThat(connections.awaitNone(TestServer.PATIENCE)).isTrue();
    }

    private static Outbox taken(BlockingQueue<Outbox> outboxes) throws InterruptedException {
        return requireNonNull(outboxes.poll(TestServer.PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void serve(
            ServerSocketChannel door, Socket client, BlockingService service, boolean isBroken)
            throws IOException {
        client.connect(door.getLocalAddress());
        client.setSoTimeout((int) TestServer.PATIENCE.toMillis());
        var channel = door.accept();
        var plain = new PlainTransport(new ClientSocket(channel, connections.poller()));
        var transport = isBroken ? new BrokenTransport(plain) : plain;
        var arrival = Arrival.of("test", channel, transport);
        assertThat(connections.serve(arrival, service, Optional::empty)).isEmpty();
    }

    /// It cannot write, by a bug of its own.
    private record BrokenTransport(Transport inner) implements Transport {

        @Override
        public boolean write(ByteBuffer bytes) {
            throw new IllegalStateException("a bug");
        }

        @Override
        public void open() throws IOException {
            inner.open();
        }

        @Override
        public boolean isOpen() {
            return inner.isOpen();
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return inner.read(bytes);
        }

        @Override
        public void whenReadable(Runnable action) {
            inner.whenReadable(action);
        }

        @Override
        public void whenWritable(Runnable action) {
            inner.whenWritable(action);
        }

        @Override
        public void stopReading() {
            inner.stopReading();
        }

        @Override
        public void stopWriting() throws IOException {
            inner.stopWriting();
        }

        @Override
        public void awaitEnd() throws IOException {
            inner.awaitEnd();
        }

        @Override
        public ReadableByteChannel ground() {
            return inner.ground();
        }

        @Override
        public boolean isSecure() {
            return inner.isSecure();
        }

        @Override
        public Optional<String> certificate() {
            return inner.certificate();
        }
    }
}
