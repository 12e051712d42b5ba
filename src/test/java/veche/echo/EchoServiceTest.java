package veche.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import veche.net.TestServer;

class EchoServiceTest {

    @Test
    void megabytesComeBackAsTheyWereSent() throws Exception {
        var sent = new byte[32 << 20];
        new Random(1).nextBytes(sent);
        try (var server = new TestServer(new EchoService());
                var client = server.connect()) {
            var sending = CompletableFuture.runAsync(() -> sendAndCloseOneSide(client, sent));
            assertThat(client.getInputStream().readAllBytes()).isEqualTo(sent);
            sending.get(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void sendAndCloseOneSide(Socket client, byte[] bytes) {
        try {
            client.getOutputStream().write(bytes);
            client.shutdownOutput();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aSingleByteComesBackWithoutANewline() throws Exception {
        try (var server = new TestServer(new EchoService());
                var client = server.connect()) {
            for (var value = 0; value < 256; value++) {
                client.getOutputStream().write(value);
                assertThat(client.getInputStream().read()).isEqualTo(value);
            }
        }
    }

    @Test
    void whoeverClosesOneSideStillGetsEverything() throws Exception {
        try (var server = new TestServer(new EchoService());
                var client = server.connect()) {
            sendAndCloseOneSide(client, new byte[100_000]);
            assertThat(client.getInputStream().readAllBytes()).isEqualTo(new byte[100_000]);
        }
    }

    @Test
    void sizesThatJustFillTheBufferComeBackToo() throws Exception {
        try (var server = new TestServer(new EchoService());
                var client = server.connect()) {
            for (var size = 256; size <= 1 << 18; size *= 2) {
                for (var near = size - 1; near <= size + 1; near++) {
                    var sent = new byte[near];
                    new Random(near).nextBytes(sent);
                    client.getOutputStream().write(sent);
                    assertThat(client.getInputStream().readNBytes(near)).isEqualTo(sent);
                }
            }
        }
    }

    @Test
    void aThousandClientsAreServedAtOnce() throws Exception {
        var clients = new ArrayList<Socket>();
        try (var server = new TestServer(new EchoService())) {
            for (var i = 0; i < 1_000; i++) {
                clients.add(server.connect());
            }
            for (var round = 0; round < 5; round++) {
                for (var i = 0; i < clients.size(); i++) {
                    clients.get(i).getOutputStream().write(number(round * 1_000 + i));
                }
                for (var i = 0; i < clients.size(); i++) {
                    assertThat(clients.get(i).getInputStream().readNBytes(4))
                            .isEqualTo(number(round * 1_000 + i));
                }
            }
            assertThat(server.connections.size()).isEqualTo(1_000);
            for (var client : clients) {
                client.close();
            }
            assertThat(server.connections.awaitNone(TestServer.PATIENCE)).isTrue();
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }
}
