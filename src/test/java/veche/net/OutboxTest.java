package veche.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxTest {

    /// More than the kernel keeps for both ends of a connection.
    private static final int MORE_THAN_THE_KERNEL_TAKES = 128 << 20;

    private static final byte[] WORDS = TestServer.bytes("too slow\n");

    @Test
    void whatOneThreadPutsInComesOutInOrder() throws Exception {
        try (var server = new TestServer(TestServer::listen, 10, 64 << 20);
                var client = server.connect()) {
            var outbox = server.arrived().outbox();
            var lines = IntStream.rangeClosed(1, 200_000).mapToObj(i -> "line " + i).toList();
            for (var i = 0; i < lines.size(); i++) {
                outbox.put(TestServer.bytes(lines.get(i) + "\n"), i + 1);
            }
            finish(server);
            assertThat(TestServer.read(client).lines()).isEqualTo(lines);
            assertThat(outbox.written()).isEqualTo(lines.size());
            assertThat(outbox.queued()).isZero();
        }
    }

    @Test
    void whatIsPutInTogetherComesOutInOrder() throws Exception {
        try (var server = new TestServer(TestServer::listen, 10, 64 << 20);
                var client = server.connect()) {
            var outbox = server.arrived().outbox();
            outbox.put(TestServer.bytes("one\n"), 0);
            outbox.put(List.of(TestServer.bytes("two\n"), TestServer.bytes("three\n")));
            outbox.put(List.of());
            outbox.put(TestServer.bytes("four\n"), 1);
            finish(server);
            assertThat(TestServer.read(client).lines())
                    .containsExactly("one", "two", "three", "four");
            assertThat(outbox.queued()).isZero();
        }
    }

    @Test
    void whatManyThreadsPutInComesOutWhole() throws Exception {
        try (var server = new TestServer(TestServer::listen, 10, 64 << 20);
                var client = server.connect()) {
            var outbox = server.arrived().outbox();
            var threads = new ArrayList<CompletableFuture<Void>>();
            for (var thread : new String[] {"ann", "bob", "eve"}) {
                threads.add(
                        CompletableFuture.runAsync(() -> {
                            for (var i = 0; i < 10_000; i++) {
                                outbox.put(TestServer.bytes(thread + " " + i + "\n"), 1);
                            }
                        }));
            }
            for (var thread : threads) {
                thread.get(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            finish(server);
            var lines = TestServer.read(client).lines().toList();
            for (var thread : new String[] {"ann", "bob", "eve"}) {
                assertThat(lines.stream().filter(line -> line.startsWith(thread)))
                        .isEqualTo(
                                IntStream.range(0, 10_000)
                                        .mapToObj(i -> thread + " " + i)
                                        .toList());
            }
        }
    }

    @Test
    void whatComesAtOnceFillsItNotEvenBehindSomethingSmall() throws Exception {
        try (var server = new TestServer(TestServer::listen, 10, 100_000);
                var client = server.connect()) {
            var connection = server.arrived();
            var outbox = connection.outbox();
            synchronized (outbox) { // until then the writer can take nothing from it
                outbox.put(TestServer.bytes("first\n"), 1);
                outbox.put(new byte[MORE_THAN_THE_KERNEL_TAKES], 2);
                outbox.put(TestServer.bytes("last"), 3);
            }
            client.getInputStream().skipNBytes(6 + MORE_THAN_THE_KERNEL_TAKES);
            assertThat(client.getInputStream().readNBytes(4)).isEqualTo(TestServer.bytes("last"));
            assertThat(connection.ended()).isEmpty();
        }
    }

    @Test
    void whatIsPutInTogetherComesAtOnceHoweverManyChunksItIs() throws Exception {
        try (var server = new TestServer(TestServer::listen, 10, 100_000);
                var client = server.connect()) {
            var connection = server.arrived();
            var outbox = connection.outbox();
            synchronized (outbox) { // until then the writer can take nothing from it
                outbox.put(Collections.nCopies(10, new byte[90_000]));
                outbox.put(TestServer.bytes("last"), 1);
            }
            client.getInputStream().skipNBytes(900_000);
            assertThat(client.getInputStream().readNBytes(4)).isEqualTo(TestServer.bytes("last"));
            assertThat(connection.ended()).isEmpty();
        }
    }

    @Test
    void whatIsPutInTogetherBehindTooMuchIsRefused() throws Exception {
        try (var server = new TestServer(TestServer::listen, 10, 100_000);
                var client = server.connect()) {
            var connection = server.arrived();
            var outbox = connection.outbox();
            synchronized (outbox) { // until then the writer can take nothing from it
                outbox.put(new byte[100_001], 1);
                outbox.put(new byte[100_001], 2);
                outbox.put(List.of(new byte[1], new byte[1]));
            }
            assertThat(connection.ended()).contains(Reason.SLOW_CONSUMER);
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }

    @Test
    void aChunkMayBeLargerThanWhatIsWrittenAtOnce() throws Exception {
        try (var server = new TestServer(TestServer::listen, 10, 64 << 20);
                var client = server.connect(4096)) {
            var outbox = server.arrived().outbox();
            outbox.put(TestServer.bytes("x".repeat(10 << 20)), 7);
            outbox.put(TestServer.bytes("y".repeat(10 << 20)), 8);
            assertThat(client.getInputStream().readNBytes(20 << 20))
                    .isEqualTo(TestServer.bytes("x".repeat(10 << 20) + "y".repeat(10 << 20)));
            assertThat(outbox.awaitWritten(TestServer.PATIENCE)).isTrue();
            assertThat(outbox.written()).isEqualTo(8);
        }
    }

    @Test
    void aMarkIsReachedOnlyWhenTheKernelHasItsBytes() throws Exception {
        try (var server = new TestServer(TestServer::listen, 10, 2 * MORE_THAN_THE_KERNEL_TAKES);
                var client = server.connect(4096)) {
            var outbox = server.arrived().outbox();
            outbox.put(TestServer.bytes("first\n"), 1);
            assertThat(new String(client.getInputStream().readNBytes(6), StandardCharsets.UTF_8))
                    .isEqualTo("first\n");
            outbox.put(new byte[MORE_THAN_THE_KERNEL_TAKES], 2);
            outbox.put(new byte[0], 3);
            assertThat(client.getInputStream().read()).isZero();
            // The second chunk is on its way, so the first has long been given away.
            assertThat(outbox.written()).isEqualTo(1);
            assertThat(outbox.queued()).isPositive();
            client.getInputStream().skipNBytes(MORE_THAN_THE_KERNEL_TAKES - 1);
            assertThat(outbox.awaitWritten(TestServer.PATIENCE)).isTrue();
            assertThat(outbox.written()).isEqualTo(3);
        }
    }

    @Test
    void whoeverWaitsForItsBytesToBeWrittenLearnsWhenTheyAreAndDoesNotWaitForEver()
            throws Exception {
        try (var server = new TestServer(TestServer::listen, 10, 2 * MORE_THAN_THE_KERNEL_TAKES);
                var client = server.connect(4096)) {
            var outbox = server.arrived().outbox();
            outbox.put(TestServer.bytes("first\n"), 1);
            assertThat(outbox.awaitWritten(Duration.ofSeconds(20))).isTrue();
            assertThat(outbox.written()).isEqualTo(1);
            outbox.put(new byte[MORE_THAN_THE_KERNEL_TAKES], 2);
            assertThat(outbox.awaitWritten(Duration.ofMillis(1))).isFalse();
            client.getInputStream().skipNBytes(6 + MORE_THAN_THE_KERNEL_TAKES);
            assertThat(outbox.awaitWritten(Duration.ofSeconds(20))).isTrue();
        }
    }

    @Test
    void aMarkWithoutBytesIsReachedAtOnceIfNothingWaits() throws Exception {
        try (var server = new TestServer(TestServer::listen);
                var client = server.connect()) {
            var outbox = server.arrived().outbox();
            assertThat(client.isConnected()).isTrue();
            outbox.put(new byte[0], 5);
            assertThat(outbox.written()).isEqualTo(5);
        }
    }

    /// Two clients get the same lines. One reads each before the next is sent; the other reads
    /// nothing until it has been let go.
    @Test
    void aClientThatDoesNotReadIsLetGoAndHurtsNobody() throws Exception {
        var limit = 100_000;
        try (var server = new TestServer(TestServer::listen, 10, limit);
                var slowClient = server.connect(4096);
                var client = server.connect()) {
            var slow = server.arrived(slowClient);
            var good = server.arrived(client);
            slow.lastWords((reason, note) -> WORDS);
            var reader = reader(client);
            var sent = 0;
            while (slow.ended().isEmpty() && sent < MORE_THAN_THE_KERNEL_TAKES) {
                var line = sent + " " + "x".repeat(9_000);
                sent += line.length();
                var bytes = TestServer.bytes(line + "\n");
                slow.outbox().put(bytes, 1);
                good.outbox().put(bytes, 1);
                // The chunk that is being written, and the one with which it is full.
                assertThat(slow.outbox().queued()).isLessThanOrEqualTo(limit + 2 * bytes.length);
                assertThat(reader.readLine()).isEqualTo(line);
            }
            assertThat(slow.ended()).contains(Reason.SLOW_CONSUMER);
            assertThat(good.ended()).isEmpty();

            // It gets whole lines without a gap, and then why.
            var lines = reader(slowClient).lines().toList();
            assertThat(lines.getLast() + "\n").isEqualTo(new String(WORDS, StandardCharsets.UTF_8));
            var expected = 0;
            for (var line : lines.subList(0, lines.size() - 1)) {
                assertThat(line).isEqualTo(expected + " " + "x".repeat(9_000));
                expected += line.length();
            }
            assertThat(expected).isPositive().isLessThan(sent);
        }
    }

    /// All that a channel says in one commit comes as one chunk.
    @Test
    void aClientThatReadsIsNotSlowBecauseMuchComesAtOnce() throws Exception {
        try (var server = new TestServer(TestServer::listen, 10, 10_000);
                var client = server.connect(4096)) {
            var connection = server.arrived();
            var reader = reader(client);
            var much = "x".repeat(1_000_000);
            for (var i = 0; i < 10; i++) {
                connection.outbox().put(TestServer.bytes(much + "\n"), i);
                connection.outbox().put(TestServer.bytes("and more\n"), i);
                assertThat(reader.readLine()).isEqualTo(much);
                assertThat(reader.readLine()).isEqualTo("and more");
            }
            assertThat(connection.ended()).isEmpty();
        }
    }

    @Test
    void aClientThatNeverReadsAgainIsGoneAfterAWhile() throws Exception {
        var limit = 100_000;
        try (var server = new TestServer(TestServer::listen, 10, limit);
                var client = server.connect(4096)) {
            var connection = server.arrived();
            connection.outbox().put(new byte[MORE_THAN_THE_KERNEL_TAKES], 1);
            // However much of the first the kernel has by now, more than the limit waits beside the
            // largest.
            connection.outbox().put(new byte[MORE_THAN_THE_KERNEL_TAKES], 2);
            assertThat(connection.ended()).isEmpty();
            connection.outbox().put(new byte[1], 3);
            assertThat(connection.ended()).contains(Reason.SLOW_CONSUMER);
            assertThat(server.connections.awaitNone(TestServer.PATIENCE)).isTrue();
            assertThat(connection.outbox().queued()).isZero();
            assertThat(client.isClosed()).isFalse();
        }
    }

    @Test
    void aClientThatIsGoneTakesNothingMore() throws Exception {
        try (var server = new TestServer(TestServer::listen)) {
            try (var client = server.connect()) {
                assertThat(client.isConnected()).isTrue();
            }
            var connection = server.arrived();
            assertThat(server.connections.awaitNone(TestServer.PATIENCE)).isTrue();
            connection.outbox().put(new byte[1000], 1);
            assertThat(connection.outbox().queued()).isZero();
            assertThat(connection.outbox().written()).isZero();
        }
    }

    private static void finish(TestServer server) {
        server.connections.finishAll(Reason.SHUTDOWN, connection -> new byte[0]);
    }

    private static BufferedReader reader(Socket client) throws IOException {
        return new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8), 1 << 16);
    }
}
