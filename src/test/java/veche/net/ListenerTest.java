package veche.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import veche.config.PerNetwork;
import veche.echo.EchoService;

class ListenerTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void aPausedListenerRefusesAtOnceAndLetsNobodySlipIn() throws Exception {
        try (var server = new TestServer(new EchoService())) {
            var crowd = CompletableFuture.runAsync(() -> connectUntilRefused(server));
            // Somebody is in, and more are coming, when the listener is paused.
            server.arrived();
            server.listener.pause();
            var accepted = server.connections.accepted();
            for (var i = 0; i < 100; i++) {
                assertThatThrownBy(server::connect).isInstanceOf(ConnectException.class);
            }
            assertThat(server.connections.accepted()).isEqualTo(accepted);
            crowd.get(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void connectUntilRefused(TestServer server) {
        try {
            while (true) {
                server.connect().close();
            }
        } catch (IOException refused) {
            // As it should be.
        }
    }

    @Test
    void whoeverIsInStaysWhileTheListenerIsPaused() throws Exception {
        try (var server = new TestServer(new EchoService());
                var client = server.connect()) {
            assertEchoes(client);
            server.listener.pause();
            assertEchoes(client);
            server.listener.resume();
            assertEchoes(client);
        }
    }

    @Test
    void resumingListensOnTheSamePort() throws Exception {
        try (var server = new TestServer(new EchoService())) {
            var address = server.listener.address();
            assertThat(address.getPort()).isNotZero();
            for (var i = 0; i < 20; i++) {
                server.listener.pause();
                assertThat(server.listener.isListening()).isFalse();
                assertThat(server.listener.address()).isEqualTo(address);
                server.listener.resume();
                assertThat(server.listener.isListening()).isTrue();
                assertThat(server.listener.address()).isEqualTo(address);
                try (var client = server.connect()) {
                    assertEchoes(client);
                }
            }
        }
    }

    @Test
    void pausingAndResumingTwiceIsPausingAndResumingOnce() throws Exception {
        try (var server = new TestServer(new EchoService())) {
            server.listener.resume();
            server.listener.pause();
            server.listener.pause();
            assertThatThrownBy(server::connect).isInstanceOf(ConnectException.class);
            server.listener.resume();
            server.listener.resume();
            try (var client = server.connect()) {
                assertEchoes(client);
            }
        }
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (var server = new TestServer(new EchoService());
                var second =
                        new Listener(
                                "test",
                                server.listener.address(),
                                new EchoService(),
                                server.connections)) {
            assertThatThrownBy(second::open)
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining("127.0.0.1:" + server.listener.address().getPort());
            assertThat(second.isListening()).isFalse();
        }
    }

    @Test
    void whoeverComesBeforeItOpensWaits() throws Exception {
        var socket = new ListeningSocket(TestServer.freePort());
        var connections = TestServer.connections(1, 10_000);
        try (socket;
                var listener =
                        new Listener(
                                "echo", socket, Entrance.OPEN, new EchoService(), connections)) {
            socket.bind();
            try (var early =
                    new Socket(socket.address().getAddress(), socket.address().getPort())) {
                early.getOutputStream().write("is anybody here?\n".getBytes(UTF_8));
                listener.open();
                assertThat(listener.address()).isEqualTo(socket.address());
                var heard =
                        new BufferedReader(new InputStreamReader(early.getInputStream(), UTF_8));
                assertThat(heard.readLine()).isEqualTo("is anybody here?");
            }
        }
    }

    @Test
    void aSocketThatNobodyTakesIsClosed() throws Exception {
        var socket = new ListeningSocket(TestServer.freePort());
        socket.bind();
        socket.close();
        assertThatThrownBy(() ->
                        new Socket(socket.address().getAddress(), socket.address().getPort())
                                .close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void aHostWithoutAddressIsNamed() {
        var address = InetSocketAddress.createUnresolved("nowhere.invalid", 5050);
        var connections = TestServer.connections(1, 1);
        try (var listener = new Listener("test", address, new EchoService(), connections)) {
            assertThatThrownBy(listener::open)
                    .isInstanceOf(UnknownHostException.class)
                    .hasMessageContaining("nowhere.invalid");
        }
    }

    @Test
    void aFullServerSaysSoAndServesWhoIsIn() throws Exception {
        try (var server = new TestServer(new EchoService(), 2, 1000);
                var ann = server.connect();
                var bob = server.connect()) {
            assertEchoes(ann);
            assertEchoes(bob);
            try (var eve = server.connect()) {
                assertThat(TestServer.read(eve)).isEqualTo("FULL\r\n");
            }
            assertEchoes(ann);
            assertThat(server.connections.ends()).containsEntry(Reason.FULL, 1L);
            assertThat(server.connections.accepted()).isEqualTo(2);
        }
    }

    @Test
    void whenSomebodyLeavesAFullServerTheNextOneGetsIn() throws Exception {
        try (var server = new TestServer(new EchoService(), 1, 1000)) {
            for (var i = 1; i <= 10; i++) {
                try (var client = server.connect()) {
                    assertEchoes(client);
                }
                assertThat(server.connections.awaitNone(TestServer.PATIENCE)).isTrue();
                assertThat(server.connections.ends()).containsEntry(Reason.QUIT, (long) i);
            }
        }
    }

    @Test
    void whenSomebodyLeavesTheNextOneOfTheirNetworkGetsIn() throws Exception {
        var one = new PerNetwork(OptionalInt.of(1), OptionalInt.empty(), DAY, 32, 64, List.of());
        var connections = new Connections(10, 1000, new Turnstile(one), Clock.systemUTC());
        try (var server = new TestServer(new EchoService(), Entrance.OPEN, connections)) {
            for (var i = 1; i <= 10; i++) {
                try (var ann = server.connect();
                        var bob = server.connect()) {
                    assertThat(TestServer.read(bob)).isEqualTo("TOO_MANY\r\n");
                    assertEchoes(ann);
                }
                assertThat(connections.awaitNone(TestServer.PATIENCE)).isTrue();
            }
            assertThat(connections.ends())
                    .isEqualTo(Map.of(Reason.QUIT, 10L, Reason.TOO_MANY, 10L));
            assertThat(connections.accepted()).isEqualTo(10);
        }
    }

    private static void assertEchoes(Socket client) throws IOException {
        client.getOutputStream().write('!');
        assertThat(client.getInputStream().read()).isEqualTo('!');
    }
}
