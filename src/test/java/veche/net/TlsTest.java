package veche.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import veche.certificate.Certificates;
import veche.echo.EchoService;

@Timeout(120)
class TlsTest {

    private static final String NEW = "TLSv1.3";
    private static final String OLD = "TLSv1.2";

    /// More than the kernel keeps for both ends of a connection.
    private static final int MORE_THAN_THE_KERNEL_TAKES = 32 << 20;

    @TempDir private static Path folder;

    private Certificates certificates;
    private TlsClient tls;

    @BeforeEach
    void haveACertificate() throws Exception {
        certificates = Certificates.own(folder.resolve("tls"), "a.example", Clock.systemUTC());
        tls = new TlsClient();
    }

    private TestServer serve(BlockingService service) throws IOException {
        return new TestServer(service, Entrance.tls(certificates));
    }

    @ParameterizedTest
    @ValueSource(strings = {NEW, OLD})
    void whatIsSentComesBack(String version) throws Exception {
        try (var server = serve(new EchoService())) {
            Connection connection;
            try (var client = tls.over(server.connect(), version)) {
                assertThat(TlsClient.shown(client))
                        .isEqualTo(certificates.fingerprints().getFirst());
                assertThat(client.getSession().getProtocol()).isEqualTo(version);
                connection = server.arrived();
                assertThat(connection.isSecure()).isTrue();
                assertThat(connection.certificate()).isEmpty();
                for (var size : new int[] {1, 100, 511, 512, 513, 16_384, 16_385, 100_000, 1}) {
                    var bytes = new byte[size];
                    new Random(size).nextBytes(bytes);
                    client.getOutputStream().write(bytes);
                    assertThat(client.getInputStream().readNBytes(size)).isEqualTo(bytes);
                }
            }
            assertEnded(server, connection, Reason.QUIT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.1", "TLSv1"})
    void whatIsOlderIsRefused(String version) throws Exception {
        try (var server = serve(new EchoService());
                var client = tls.over(server.connect(), version)) {
            assertThatThrownBy(client::startHandshake).isInstanceOf(IOException.class);
        }
    }

    /// A client says all that it has to say, and that it is at its end, and then reads.
    @Test
    void aClientMayCloseItsSideAndReadOn() throws Exception {
        try (var server = serve(new EchoService());
                var client = tls.over(server.connect(), NEW)) {
            var bytes = new byte[100_000];
            new Random(1).nextBytes(bytes);
            client.getOutputStream().write(bytes);
            client.shutdownOutput();
            assertThat(client.getInputStream().readAllBytes()).isEqualTo(bytes);
            assertEnded(server, server.arrived(), Reason.QUIT);
        }
    }

    @Test
    void aClientThatIsCutOffIsLostAndItsLastLineIsNoLine() throws Exception {
        var lines = new CompletableFuture<List<Line>>();
        BlockingService service =
                connection -> {
                    var all = connection.lines(100);
                    try {
                        lines.complete(Arrays.asList(all.read(), all.read()));
                    } catch (IOException e) {
                        lines.completeExceptionally(e);
                        throw e;
                    }
                };
        try (var server = serve(service);
                var socket = server.connect();
                var client = tls.over(socket)) {
            client.getOutputStream().write(TestServer.bytes("one\nhalf of the oth"));
            var connection = server.arrived();
            socket.shutdownOutput();
            assertThat(lines.handle((all, e) -> e == null).get(60, TimeUnit.SECONDS)).isFalse();
            assertEnded(server, connection, Reason.LOST);
        }
    }

    /// Each writes far more than fits on the way before it reads anything of the other's.
    @ParameterizedTest
    @ValueSource(strings = {NEW, OLD})
    void muchTravelsBothWaysAtOnce(String version) throws Exception {
        var received = new CompletableFuture<Integer>();
        var bytes = new byte[MORE_THAN_THE_KERNEL_TAKES];
        new Random(2).nextBytes(bytes);
        BlockingService service =
                connection -> {
                    connection.outbox().put(bytes, 1);
                    var buffer = ByteBuffer.allocate(bytes.length);
                    while (buffer.hasRemaining() && connection.read(buffer) >= 0) {
                        // On.
                    }
                    received.complete(Arrays.mismatch(buffer.array(), bytes));
                };
        try (var server = serve(service);
                var client = tls.over(server.connect(), version)) {
            client.getOutputStream().write(bytes);
            assertThat(received.get(60, TimeUnit.SECONDS)).isEqualTo(-1);
            assertThat(Arrays.equals(client.getInputStream().readAllBytes(), bytes)).isTrue();
        }
    }

    @Test
    void aClientThatDoesNotReadIsLetGoAndToldWhy() throws Exception {
        try (var server =
                        new TestServer(
                                TestServer::listen, Entrance.tls(certificates), 10, 100_000);
                var client = tls.over(server.connect(4096))) {
            client.startHandshake();
            var connection = server.arrived();
            connection.lastWords((reason, note) -> TestServer.bytes("\n" + reason));
            var sent = 0;
            while (connection.ended().isEmpty() && sent < MORE_THAN_THE_KERNEL_TAKES) {
                connection.outbox().put(TestServer.bytes("\n" + "x".repeat(8_999)), 1);
                sent += 9_000;
            }
            assertThat(connection.ended()).contains(Reason.SLOW_CONSUMER);
            var lines = TestServer.read(client).lines().skip(1).toList();
            assertThat(lines.getLast()).isEqualTo("SLOW_CONSUMER");
            assertThat(lines.subList(0, lines.size() - 1)).allMatch("x".repeat(8_999)::equals);
            assertEnded(server, connection, Reason.SLOW_CONSUMER);
        }
    }

    @Test
    void aMarkIsReachedOnlyWhenTheKernelHasItsBytes() throws Exception {
        try (var server = serve(TestServer::listen);
                var client = tls.over(server.connect(4096))) {
            client.startHandshake();
            var outbox = server.arrived().outbox();
            outbox.put(TestServer.bytes("first\n"), 1);
            assertThat(client.getInputStream().readNBytes(6))
                    .isEqualTo(TestServer.bytes("first\n"));
            outbox.put(new byte[MORE_THAN_THE_KERNEL_TAKES], 2);
            outbox.put(TestServer.bytes("last"), 3);
            assertThat(client.getInputStream().read()).isZero();
            assertThat(outbox.written()).isEqualTo(1);
            client.getInputStream().skipNBytes(MORE_THAN_THE_KERNEL_TAKES - 1);
            assertThat(client.getInputStream().readNBytes(4)).isEqualTo(TestServer.bytes("last"));
        }
    }

    @Test
    void lastWordsAreNeverOvertakenByTheEnd() throws Exception {
        try (var server = serve(TestServer::listen)) {
            for (var i = 0; i < 100; i++) {
                try (var client = tls.over(server.connect(), i % 2 == 0 ? NEW : OLD)) {
                    client.startHandshake();
                    server.arrived().finish(Reason.KICKED, TestServer.bytes("goodbye " + i));
                    assertThat(TestServer.read(client)).isEqualTo("goodbye " + i);
                }
            }
            assertThat(server.connections.awaitNone(TestServer.PATIENCE)).isTrue();
            assertThat(server.connections.ends()).containsEntry(Reason.KICKED, 100L);
        }
    }

    @Test
    void closingIsAtOnce() throws Exception {
        try (var server = serve(TestServer::listen);
                var client = tls.over(server.connect())) {
            client.startHandshake();
            var connection = server.arrived();
            connection.close(Reason.KICKED);
            assertEnded(server, connection, Reason.KICKED);
        }
    }

    @Test
    void whoeverIsInStaysWhileTheListenerIsPaused() throws Exception {
        try (var server = serve(new EchoService());
                var client = tls.over(server.connect())) {
            assertThat(server.listener.isTls()).isTrue();
            assertEchoes(client);
            server.listener.pause();
            assertEchoes(client);
            server.listener.resume();
            assertEchoes(client);
            try (var another = tls.over(server.connect())) {
                assertEchoes(another);
            }
        }
    }

    @Test
    void aFullServerSendsNobodyPlainWords() throws Exception {
        try (var server = new TestServer(new EchoService(), Entrance.tls(certificates), 1, 1000);
                var client = tls.over(server.connect())) {
            assertEchoes(client);
            try (var second = server.connect()) {
                assertThat(second.getInputStream().readAllBytes()).isEmpty();
            }
            assertEchoes(client);
        }
    }

    @Test
    void garbageEndsOnlyTheConnectionItCameBy() throws Exception {
        var seed = 20261124L;
        var random = new Random(seed);
        try (var server = serve(new EchoService())) {
            try (var client = tls.over(server.connect())) {
                assertEchoes(client);
                for (var i = 1; i <= 200; i++) {
                    try (var stranger = server.connect()) {
                        stranger.getOutputStream().write(garbage(random));
                        stranger.shutdownOutput();
                        stranger.getInputStream().readAllBytes();
                    } catch (IOException e) {
                        // Nor need it be told.
                    }
                }
                assertEchoes(client);
            }
            assertThat(server.connections.awaitNone(TestServer.PATIENCE)).isTrue();
            assertThat(server.connections.ends())
                    .as("seed %s", seed)
                    .isEqualTo(Map.of(Reason.HANDSHAKE_FAILED, 200L, Reason.QUIT, 1L));
        }
    }

    /// Something that may look like the begin of a handshake.
    private static byte[] garbage(Random random) {
        var bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        if (bytes.length > 8 && random.nextBoolean()) {
            System.arraycopy(new byte[] {22, 3, 1, 0, 40, 1, 0, 0, 36}, 0, bytes, 0, 9);
        }
        return bytes;
    }

    @Test
    void aClientThatDoesNotShakeHandsIsNotWaitedForLong() throws Exception {
        var entrance = Entrance.tls(certificates).within(Duration.ofMillis(20));
        try (var server = new TestServer(new EchoService(), entrance);
                var silent = server.connect();
                var slow = server.connect()) {
            slow.getOutputStream().write(new byte[] {22, 3, 1, 1, 0, 1});
            TestServer.awaitEnd(silent);
            TestServer.awaitEnd(slow);
            assertThat(server.connections.awaitNone(TestServer.PATIENCE)).isTrue();
            assertThat(server.connections.ends()).containsEntry(Reason.HANDSHAKE_TIMEOUT, 2L);
        }
    }

    @Test
    void aClientCanBeSentAwayDuringTheHandshake() throws Exception {
        try (var server = new TestServer(new EchoService(), Entrance.tls(certificates), 2, 1000);
                var ann = server.connect();
                var bob = server.connect();
                var eve = server.connect()) {
            // Whoever is turned away comes after those who are not.
            assertThat(eve.getInputStream().readAllBytes()).isEmpty();
            for (var connection : server.connections.all()) {
                var words = connection.id() == 1 ? "not readable" : "";
                connection.finish(Reason.SHUTDOWN, TestServer.bytes(words));
            }
            assertThat(TestServer.read(ann)).doesNotContain("readable");
            assertThat(TestServer.read(bob)).doesNotContain("readable");
            ann.shutdownOutput();
            bob.shutdownOutput();
            assertThat(server.connections.awaitNone(TestServer.PATIENCE)).isTrue();
            assertThat(server.connections.ends()).containsEntry(Reason.SHUTDOWN, 2L);
        }
    }

    /// What has come with much else, and was decrypted later, is heard without anything more
    /// coming.
    @ParameterizedTest
    @ValueSource(strings = {NEW, OLD})
    void nothingIsLeftLyingBehindMuchElse(String version) throws Exception {
        var mayRead = new CompletableFuture<Boolean>();
        BlockingService service =
                connection -> {
                    mayRead.join();
                    var lines = connection.lines(1000);
                    for (var line = lines.read(); line != null; line = lines.read()) {
                        if (line.equals(new Line.Of("the last"))) {
                            connection.outbox().put(TestServer.bytes("heard"), 1);
                            return;
                        }
                    }
                };
        try (var server = serve(service);
                var client = tls.over(server.connect(), version)) {
            client.getOutputStream().write(TestServer.bytes("x\n".repeat(Buffers.SIZE)));
            client.getOutputStream().write(TestServer.bytes("the last\n"));
            mayRead.complete(true);
            assertThat(TestServer.read(client)).isEqualTo("heard");
        }
    }

    @Test
    void aClientThatChangesKeysIsAnswered() throws Exception {
        try (var server = serve(new EchoService());
                var client = tls.over(server.connect(), NEW)) {
            for (var i = 0; i < 100; i++) {
                assertEchoes(client);
                client.startHandshake(); // which is how Java changes keys
            }
            assertEchoes(client);
        }
    }

    @Test
    void aClientThatNegotiatesAgainIsLetGo() throws Exception {
        try (var server = serve(new EchoService());
                var client = tls.over(server.connect(), OLD)) {
            assertEchoes(client);
            var connection = server.arrived();
            assertThatThrownBy(
                            () -> {
                                client.startHandshake();
                                assertEchoes(client);
                            })
                    .isInstanceOf(IOException.class);
            assertEnded(server, connection, Reason.LOST);
        }
    }

    private static void assertEchoes(SSLSocket client) throws IOException {
        client.getOutputStream().write('!');
        assertThat(client.getInputStream().read()).isEqualTo('!');
    }

    private static void assertEnded(TestServer server, Connection connection, Reason reason) {
        assertThat(connection.awaitEnd(TestServer.PATIENCE)).isTrue();
        assertThat(connection.ended()).contains(reason);
        assertThat(server.connections.awaitNone(TestServer.PATIENCE)).isTrue();
        assertThat(server.connections.ends()).containsEntry(reason, 1L);
    }
}
