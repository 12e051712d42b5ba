package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import veche.net.TlsClient;

/// Clients that come through a proxy (PROXY protocol) or a gateway (WEBIRC).
class SpokenForTest {

    private static final String PROXIED = "PROXY TCP4 192.0.2.7 192.0.2.1 56324 6667\r\n";
    private static final String WRONG = "ERROR …[Invalid WEBIRC password, network or address]";

    private ChatServer server =
            start(
                    """
                    [irc]
                    tls_listen = ["127.0.0.1:0"]
                    gateways = [["right", "192.0.2.0/24"], ["secret", "127.0.0.1", "::1"]]
                    [irc.sts]
                    port = 6697
                    duration = "1d"
                    """);

    private static ChatServer start(String settings) {
        return ChatServer.start("[privacy]\nhost = \"address\"\n" + settings);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aClientIsWhereItsGatewaySaysThatItIs() throws IOException {
        server.irc(
                """
                ann ^
                ann > WEBIRC secret page host.example 192.0.2.7 :secure remote-port=5000
                ann > NICK ann
                ann > USER ann 0 * :Ann
                ann ~ 376 …
                """);
        assertThat(server.ctl("who").out()).contains(" 192.0.2.7:5000 ");
        server.irc(
                """
                bob ^
                bob > WEBIRC secret page 0::7 0::7
                bob > NICK bob
                bob > USER bob 0 * :Bob
                bob ~ 376 …
                bob > JOIN #tea
                bob < :bob!~bob@0::7 JOIN #tea
                bob ~ 366 …
                """);
    }

    @Test
    void aGatewayWithAWrongPasswordIsLetGo() throws IOException {
        server.irc(
                "ann ^\nann > WEBIRC right page 192.0.2.7 192.0.2.7\nann < " + WRONG + "\nann !");
        assertThat(server.ctl("status").out()).contains("GATEWAY_FAILED 1");
    }

    @Test
    void whoIsNoGatewayIsLetGo() throws IOException {
        server.close();
        server = start("[irc]\ngateways = [[\"secret\", \"192.0.2.0/24\"]]");
        server.irc(
                "ann ^\nann > WEBIRC secret page 127.0.0.1 127.0.0.1\nann < " + WRONG + "\nann !");
    }

    @Test
    void aGatewaySpeaksOnceAndNamesAnAddress() throws IOException {
        server.irc(
                """
                ann ^
                ann > WEBIRC secret page 192.0.2.7 nowhere
                ann < ERROR …
                ann !
                bob ^
                bob > WEBIRC secret page 127.0.0.1 127.0.0.1
                bob > WEBIRC secret page 127.0.0.2 127.0.0.2
                bob < ERROR …
                bob !
                cyd +
                cyd > WEBIRC secret page 192.0.2.7 192.0.2.7
                cyd < 462 cyd …
                """);
    }

    @Test
    void aClientIsSecureIfItIsOnTheWholeWay() throws Exception {
        assertThat(offeredByTls("secure")).contains(" sts=duration=86400 ");
        assertThat(offeredByTls("secure=yes local-port=1")).contains(" sts=duration=86400 ");
        assertThat(offeredByTls("")).contains(" sts=port=6697 ");
        try (var client = IrcClient.connect(server.ircAddress())) {
            assertThat(offered(client, "secure")).contains(" sts=port=6697 ");
        }
    }

    private String offeredByTls(String options) throws Exception {
        try (var client = new IrcClient(TlsClient.connect(server.ircTlsAddress()))) {
            return offered(client, options);
        }
    }

    private static String offered(IrcClient client, String options) throws IOException {
        client.send("WEBIRC secret page 192.0.2.7 192.0.2.7 :" + options);
        client.send("CAP LS 302");
        client.send("PING :end");
        return String.join(" ", client.readUntil(":… PONG …")) + " ";
    }

    @Test
    void anIrcClientIsWhereItsProxySaysThatItIs() throws Exception {
        server.close();
        server = start("[irc]\nproxies = [\"127.0.0.0/8\"]");
        var address = server.ircAddress();
        var socket = new Socket(address.getAddress(), address.getPort());
        try (var ann = new IrcClient(socket)) {
            ann.sendBytes(PROXIED.getBytes(UTF_8));
            ann.register("ann", "");
            ann.send("JOIN #tea");
            ann.readUntil(":ann!~ann@192.0.2.7 JOIN #tea");
        }
    }

    @Test
    void somebodyWithNetcatIsWhereTheirProxySaysThatTheyAre() throws Exception {
        server.close();
        server = start("[line]\nproxies = [\"127.0.0.1\"]");
        var address = server.address();
        try (var socket = new Socket(address.getAddress(), address.getPort())) {
            socket.getOutputStream().write(PROXIED.getBytes(UTF_8));
            assertThat(socket.getInputStream().read()).isEqualTo('*');
            assertThat(server.ctl("who").out()).contains(" 192.0.2.7:56324 ");
        }
    }
}
