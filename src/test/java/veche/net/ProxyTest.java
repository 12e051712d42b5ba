package veche.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import veche.certificate.Certificates;
import veche.certificate.TestCertificates;
import veche.config.Network;
import veche.echo.EchoService;

/// Clients that come through a proxy, which speaks the PROXY protocol, or through a gateway.
@Timeout(120)
class ProxyTest {

    private static final String LINE = "PROXY TCP4 192.0.2.1 192.0.2.2 56324 6697\r\n";

    /// A client at 192.0.2.1 that has come to the proxy by TLS.
    private static final byte[] SECURE =
            HexFormat.of()
                    .parseHex(
                            "0d0a0d0a000d0a515549540a21110014"
                                    + "c0000201c0000202dc041a29"
                                    + "2000050100000000");

    private static final InetSocketAddress VISITOR = new InetSocketAddress("192.0.2.9", 5000);

    @TempDir private static Path folder;

    private static Entrance through(String network) {
        return Entrance.OPEN.through(List.of(Network.parse(network).orElseThrow()));
    }

    @Test
    void aClientIsWhereItsProxySaysThatItIs() throws Exception {
        try (var server = new TestServer(new EchoService(), through("127.0.0.0/8"));
                var client = server.connect()) {
            client.getOutputStream().write(TestServer.bytes(LINE + "!"));
            assertThat(client.getInputStream().read()).isEqualTo('!');
            var connection = server.arrived();
            assertThat(Addresses.text(connection.remote())).isEqualTo("192.0.2.1:56324");
            assertThat(connection.isSecure()).isFalse();
        }
    }

    @Test
    void aProxyMaySayThatItsClientIsSecure() throws Exception {
        try (var server = new TestServer(new EchoService(), through("127.0.0.1"));
                var client = server.connect()) {
            client.getOutputStream().write(SECURE);
            assertEchoes(client);
            var connection = server.arrived();
            assertThat(Addresses.text(connection.remote())).isEqualTo("192.0.2.1:56324");
            assertThat(connection.isSecure()).isTrue();
            assertThat(connection.certificate()).isEmpty();
        }
    }

    @Test
    void aProxyMaySpeakForItself() throws Exception {
        try (var server = new TestServer(new EchoService(), through("127.0.0.1"));
                var client = server.connect()) {
            client.getOutputStream().write(TestServer.bytes("PROXY UNKNOWN\r\n"));
            assertEchoes(client);
            assertThat(server.arrived().remote().getPort()).isEqualTo(client.getLocalPort());
        }
    }

    @Test
    void ofAGatewayOnlyWhatCameByTlsIsBelievedToBeSecure() throws Exception {
        try (var server = new TestServer(new EchoService());
                var client = server.connect()) {
            assertEchoes(client);
            var connection = server.arrived();
            assertThat(connection.speaksFor(VISITOR, true, Optional.of("print"))).isEmpty();
            assertThat(connection.remote()).isEqualTo(VISITOR);
            assertThat(connection.isSecure()).isFalse();
            assertThat(connection.certificate()).isEmpty();
        }
    }

    @Test
    void theCertificateOfAGatewayIsNotItsVisitors() throws Exception {
        var certificates = Certificates.own(folder, "a.example", Clock.systemUTC());
        var files = TestCertificates.curve(folder, "gateway.example");
        var password = "secret".toCharArray();
        var gateway = new TlsClient(TestCertificates.store(files, password), password);
        try (var server = new TestServer(new EchoService(), Entrance.tls(certificates));
                var client = gateway.over(server.connect())) {
            assertEchoes(client);
            var connection = server.arrived();
            assertThat(connection.certificate()).isPresent();
            assertThat(connection.speaksFor(VISITOR, true, Optional.empty())).isEmpty();
            assertThat(connection.isSecure()).isTrue();
            assertThat(connection.certificate()).isEmpty();
        }
    }

    @Test
    void aProxyMayPassTlsOn() throws Exception {
        var certificates = Certificates.own(folder, "a.example", Clock.systemUTC());
        var entrance =
                Entrance.tls(certificates)
                        .through(List.of(Network.parse("127.0.0.1").orElseThrow()));
        try (var server = new TestServer(new EchoService(), entrance);
                var socket = server.connect()) {
            socket.getOutputStream().write(TestServer.bytes(LINE));
            try (var client = new TlsClient().over(socket)) {
                assertEchoes(client);
                var connection = server.arrived();
                assertThat(Addresses.text(connection.remote())).isEqualTo("192.0.2.1:56324");
                assertThat(connection.isSecure()).isTrue();
            }
        }
    }

    @Test
    void whoeverIsNoProxyIsNotBelieved() throws Exception {
        try (var server = new TestServer(new EchoService(), through("192.0.2.0/24"));
                var client = server.connect()) {
            client.getOutputStream().write(TestServer.bytes(LINE));
            assertThat(client.getInputStream().readNBytes(LINE.length()))
                    .isEqualTo(TestServer.bytes(LINE));
            assertThat(server.arrived().remote().getPort()).isEqualTo(client.getLocalPort());
        }
    }

    @Test
    void aProxyThatSaysSomethingElseIsLetGo() throws Exception {
        try (var server = new TestServer(new EchoService(), through("127.0.0.1"))) {
            try (var client = server.connect()) {
                client.getOutputStream().write(TestServer.bytes("NICK ann\r\nUSER ann\r\n"));
                assertThat(TestServer.read(client)).isEmpty();
            }
            assertThat(server.connections.awaitNone(TestServer.PATIENCE)).isTrue();
            assertThat(server.connections.ends()).isEqualTo(Map.of(Reason.PROXY_FAILED, 1L));
        }
    }

    @Test
    void aProxyThatOnlyLooksInIsNothingSpecial() throws Exception {
        try (var server = new TestServer(new EchoService(), through("127.0.0.1"))) {
            try (var client = server.connect()) {
                client.shutdownOutput();
                assertThat(TestServer.read(client)).isEmpty();
            }
            assertThat(server.connections.awaitNone(TestServer.PATIENCE)).isTrue();
            assertThat(server.connections.ends()).isEqualTo(Map.of(Reason.HANDSHAKE_FAILED, 1L));
        }
    }

    @Test
    void aProxyThatDoesNotSpeakIsNotWaitedForLong() throws Exception {
        var entrance = through("127.0.0.1").within(Duration.ofMillis(20));
        try (var server = new TestServer(new EchoService(), entrance)) {
            try (var client = server.connect()) {
                client.getOutputStream().write(TestServer.bytes("PROXY TCP4 192.0"));
                TestServer.awaitEnd(client);
            }
            assertThat(server.connections.awaitNone(TestServer.PATIENCE)).isTrue();
            assertThat(server.connections.ends()).isEqualTo(Map.of(Reason.HANDSHAKE_TIMEOUT, 1L));
        }
    }

    private static void assertEchoes(Socket client) throws IOException {
        client.getOutputStream().write('!');
        assertThat(client.getInputStream().read()).isEqualTo('!');
    }
}
