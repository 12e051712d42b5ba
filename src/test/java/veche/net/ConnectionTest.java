package veche.net;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import veche.echo.EchoService;

class ConnectionTest {

    @Test
    void aClientThatLeavesQuits() throws Exception {
        try (var server = new TestServer(TestServer::listen)) {
            try (var client = server.connect()) {
                assertThat(client.isConnected()).isTrue();
            }
            assertEnded(server, server.arrived(), Reason.QUIT);
        }
    }

    @Test
    void aConnectionThatBreaksIsLost() throws Exception {
        try (var server = new TestServer(TestServer::listen)) {
            try (var client = server.connect()) {
                client.setSoLinger(true, 0); // closing is a reset now
            }
            assertEnded(server, server.arrived(), Reason.LOST);
        }
    }

    @Test
    void aServiceThatThrowsHarmsNobodyElse() throws Exception {
        BlockingService service =
                connection -> {
                    connection.lastWords((reason, note) -> TestServer.bytes("sorry: " + reason));
                    switch (connection.lines(100).read()) {
                        case Line.Of(var text) when text.equals("throw") ->
                                throw new IllegalStateException("as asked");
                        case Line.Of(var text) when text.equals("fail") ->
                                throw new StackOverflowError("as asked");
                        case Line.Of(var text) when text.equals("disk") ->
                                throw new IOException("the disk is full");
                        case null, default -> connection.outbox().put(TestServer.bytes("fine"), 1);
                    }
                };
        try (var server = new TestServer(service);
                var good = server.connect()) {
            var goodOne = server.arrived();
            for (var trouble : new String[] {"throw\n", "fail\n", "disk\n"}) {
                try (var bad = server.connect()) {
                    var badOne = server.arrived();
                    bad.getOutputStream().write(TestServer.bytes(trouble));
                    assertThat(TestServer.read(bad)).isEqualTo("sorry: FAILED");
                    assertThat(badOne.ended()).contains(Reason.FAILED);
                }
            }
            good.getOutputStream().write(TestServer.bytes("hello\n"));
            assertThat(TestServer.read(good)).isEqualTo("fine");
            assertEnded(server, goodOne, Reason.QUIT);
            assertThat(server.connections.ends()).containsEntry(Reason.FAILED, 3L);
        }
    }

    @Test
    void finishingEndsTheReadAndSaysTheLastWords() throws Exception {
        var readEnded = new CountDownLatch(1);
        BlockingService service =
                connection -> {
                    TestServer.listen(connection);
                    readEnded.countDown();
                };
        try (var server = new TestServer(service);
                var client = server.connect()) {
            var connection = server.arrived();
            connection.outbox().put(TestServer.bytes("hello, "), 1);
            connection.finish(Reason.KICKED, TestServer.bytes("goodbye"));
            connection.finish(Reason.SHUTDOWN, TestServer.bytes("and once more"));
            connection.outbox().put(TestServer.bytes("too late"), 2);
            // The client has not closed its side.
            assertThat(readEnded.await(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(TestServer.read(client)).isEqualTo("hello, goodbye");
            assertEnded(server, connection, Reason.KICKED);
            assertThat(connection.outbox().written()).isEqualTo(1);
        }
    }

    /// What is unread when a socket is closed makes the kernel forget what it has yet to send.
    @Test
    void everythingArrivesThoughWhatTheClientSentWasNotRead() throws Exception {
        var mayGo = new CountDownLatch(1);
        var answer = "x".repeat(500_000) + "enough";
        BlockingService service =
                connection -> {
                    await(mayGo);
                    connection.outbox().put(TestServer.bytes(answer), 1);
                };
        try (var server = new TestServer(service);
                var client = server.connect(4096)) {
            client.getOutputStream().write(new byte[10_000]);
            mayGo.countDown();
            assertThat(TestServer.read(client)).isEqualTo(answer);
        }
    }

    /// As above, of a client that was read from until it was let go.
    @Test
    void everythingArrivesThoughTheClientTalksOnWhenItIsLetGo() throws Exception {
        var answer = "x".repeat(500_000) + "enough";
        try (var server = new TestServer(TestServer::listen);
                var client = server.connect(4096)) {
            var connection = server.arrived();
            connection.outbox().put(TestServer.bytes(answer), 1);
            connection.finish(Reason.KICKED);
            client.getOutputStream().write(new byte[10_000]);
            assertThat(TestServer.read(client)).isEqualTo(answer);
            assertEnded(server, connection, Reason.KICKED);
        }
    }

    /// The client's thread may be on its way out before the last words are even queued.
    @Test
    void lastWordsAreNeverOvertakenByTheEnd() throws Exception {
        try (var server = new TestServer(TestServer::listen)) {
            for (var i = 0; i < 1_000; i++) {
                try (var client = server.connect()) {
                    server.arrived().finish(Reason.KICKED, TestServer.bytes("goodbye " + i));
                    assertThat(TestServer.read(client)).isEqualTo("goodbye " + i);
                }
            }
        }
    }

    @Test
    void closingIsAtOnce() throws Exception {
        try (var server = new TestServer(TestServer::listen);
                var client = server.connect()) {
            var connection = server.arrived();
            connection.close(Reason.KICKED);
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertEnded(server, connection, Reason.KICKED);
        }
    }

    @Test
    void everybodyCanBeFinishedWithWordsOfTheirOwn() throws Exception {
        try (var server = new TestServer(TestServer::listen);
                var ann = server.connect();
                var bob = server.connect()) {
            server.arrived();
            server.arrived();
            server.connections.finishAll(
                    Reason.SHUTDOWN, connection -> TestServer.bytes("bye " + connection.id()));
            assertThat(TestServer.read(ann)).isEqualTo("bye 1");
            assertThat(TestServer.read(bob)).isEqualTo("bye 2");
            assertThat(server.connections.awaitNone(TestServer.PATIENCE)).isTrue();
            assertThat(server.connections.all()).isEmpty();
            assertThat(server.connections.ends()).containsEntry(Reason.SHUTDOWN, 2L);
        }
    }

    @Test
    void whoeverIsStillHereIsWaitedForOnlySoLong() throws Exception {
        try (var server = new TestServer(TestServer::listen);
                var client = server.connect()) {
            var connection = server.arrived();
            assertThat(client.isConnected()).isTrue();
            assertThat(server.connections.awaitNone(Duration.ofMillis(1))).isFalse();
            assertThat(connection.awaitEnd(Duration.ofMillis(1))).isFalse();
        }
    }

    @Test
    void aDeliberateDelayEndsWithTheConnection() throws Exception {
        var ended = new CountDownLatch(1);
        BlockingService service =
                connection -> {
                    if (connection.awaitEnd(TestServer.PATIENCE)) {
                        ended.countDown();
                    }
                };
        try (var server = new TestServer(service);
                var client = server.connect()) {
            server.arrived().finish(Reason.KICKED);
            assertThat(ended.await(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(TestServer.read(client)).isEmpty();
        }
    }

    @Test
    void whoeverWaitsForTheEndCanBeWokenForSomethingElse() throws Exception {
        var looked = new CountDownLatch(1);
        var enough = new AtomicBoolean();
        var ended = new CompletableFuture<Boolean>();
        BlockingService service =
                connection ->
                        ended.complete(
                                connection.awaitEnd(() -> {
                                    looked.countDown();
                                    return enough.get();
                                }));
        try (var server = new TestServer(service);
                var client = server.connect()) {
            var connection = server.arrived();
            await(looked);
            connection.wake();
            assertThat(ended.isDone()).as("it is not enough yet").isFalse();
            enough.set(true);
            connection.wake();
            assertThat(ended.get(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isFalse();
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void whoeverWaitsForSomethingElseHearsOfTheEnd() throws Exception {
        var ended = new CompletableFuture<Boolean>();
        BlockingService service = connection -> ended.complete(connection.awaitEnd(() -> false));
        try (var server = new TestServer(service);
                var client = server.connect()) {
            server.arrived().finish(Reason.KICKED);
            assertThat(ended.get(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(TestServer.read(client)).isEmpty();
        }
    }

    @Test
    void aDeadlineFinishesTheConnection() throws Exception {
        try (var server = new TestServer(TestServer::listen);
                var client = server.connect()) {
            var connection = server.arrived();
            connection.closeAfter(
                    Duration.ofMillis(1), Reason.LOGIN_TIMEOUT, TestServer.bytes("too late"));
            assertThat(TestServer.read(client)).isEqualTo("too late");
            assertEnded(server, connection, Reason.LOGIN_TIMEOUT);
        }
    }

    @Test
    void aDeadlineThatIsCancelledOrReplacedDoesNothing() throws Exception {
        try (var server = new TestServer(TestServer::listen);
                var client = server.connect()) {
            var connection = server.arrived();
            connection.closeAfter(Duration.ofHours(1), Reason.LOGIN_TIMEOUT, new byte[0]).cancel();
            connection.closeAfter(Duration.ofHours(1), Reason.LOGIN_TIMEOUT, new byte[0]);
            connection.closeAfter(Duration.ofMillis(1), Reason.KICKED, TestServer.bytes("now"));
            assertThat(TestServer.read(client)).isEqualTo("now");
            assertEnded(server, connection, Reason.KICKED);
            connection.closeAfter(Duration.ZERO, Reason.LOGIN_TIMEOUT, new byte[0]).cancel();
        }
    }

    @Test
    void finishingCutsIntoNothingThatIsBeingWritten() throws Exception {
        var size = 16 << 20;
        BlockingService service =
                connection -> {
                    connection.write(ByteBuffer.allocate(size));
                    connection.write(ByteBuffer.wrap(TestServer.bytes("too late")));
                };
        try (var server = new TestServer(service);
                var client = server.connect(4096)) {
            var connection = server.arrived();
            // The write has begun, and is far from its end.
            assertThat(client.getInputStream().read()).isZero();
            connection.finish(Reason.KICKED, TestServer.bytes("bye"));
            client.getInputStream().skipNBytes(size - 1);
            assertThat(TestServer.read(client)).isEqualTo("bye");
        }
    }

    @Test
    void theLogSaysWhoCameAndWhyTheyWent() throws Exception {
        var appender = new ListAppender<ILoggingEvent>();
        var logger = (Logger) LoggerFactory.getLogger(ClientTurns.class);
        appender.start();
        logger.addAppender(appender);
        logger.setLevel(Level.INFO);
        try (var server = new TestServer(new EchoService())) {
            int port;
            Connection connection;
            try (var client = server.connect()) {
                port = client.getLocalPort();
                connection = server.arrived();
                connection.name("ann");
            }
            assertEnded(server, connection, Reason.QUIT);
            assertThat(appender.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .containsExactly("client connected", "client gone");
            var gone = appender.list.getLast();
            assertThat(gone.getMDCPropertyMap())
                    .containsEntry("client", "1")
                    .containsEntry("address", "127.0.0.1:" + port);
            assertThat(gone.getKeyValuePairs().toString())
                    .contains("protocol=\"test\"", "name=\"ann\"", "reason=\"QUIT\"", "stayed=");
        } finally {
            logger.setLevel(null);
            logger.detachAppender(appender);
        }
    }

    private static void assertEnded(TestServer server, Connection connection, Reason reason) {
        assertThat(connection.awaitEnd(TestServer.PATIENCE)).isTrue();
        assertThat(connection.ended()).contains(reason);
        assertThat(server.connections.awaitNone(TestServer.PATIENCE)).isTrue();
        assertThat(server.connections.ends()).containsEntry(reason, 1L);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
