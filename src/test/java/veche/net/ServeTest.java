package veche.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.util.Optional;
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
}
