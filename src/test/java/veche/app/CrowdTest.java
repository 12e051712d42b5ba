package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/// What one network, and one client, may take.
class CrowdTest {

    private static final String ONE = "[limits.per_network]\nconnections = 1\nexempt = []\n";
    private static final String TOO_MANY = "ERROR :Too many connections from your network";

    private static Socket connect(InetSocketAddress address) throws IOException {
        return new Socket(address.getAddress(), address.getPort());
    }

    private static String read(InetSocketAddress address) throws IOException {
        try (var socket = connect(address)) {
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    void oneTooManyIsToldSoInItsProtocol() throws IOException {
        try (var server = ChatServer.start(ONE)) {
            server.irc("ann +");
            assertThat(read(server.ircAddress())).isEqualTo(TOO_MANY + "\r\n");
            assertThat(read(server.address()))
                    .isEqualTo(
                            "*** There are too many connections from your network."
                                    + " Close one of yours, or try again later.\n");
            assertThat(server.ctl("status").out()).contains("TOO_MANY 2");
        }
    }

    @Test
    void whoComesTooFastIsToldSo() throws IOException {
        var settings =
                """
                [limits.per_network]
                new_connections = 2
                window = "24h"
                exempt = []
                """;
        try (var server = ChatServer.start(settings)) {
            server.irc("ann +\nann -\nbob +");
            assertThat(read(server.ircAddress()))
                    .isEqualTo(
                            "ERROR :Too many new connections from your network;"
                                    + " try again in a minute\r\n");
            assertThat(read(server.address()))
                    .isEqualTo(
                            "*** Your network opens connections too fast."
                                    + " Wait a minute, and try again.\n");
            assertThat(server.ctl("status").out()).contains("TOO_FAST 2");
        }
    }

    @Test
    void aServerThatIsFullSaysSoInEachProtocol() throws IOException {
        try (var server = ChatServer.start("[limits]\nconnections = 1\n")) {
            server.irc("ann +");
            assertThat(read(server.ircAddress())).isEqualTo("ERROR :Server full\r\n");
            assertThat(read(server.address()))
                    .isEqualTo("*** The server is full. Try again later.\n");
        }
    }

    @Test
    void whoComesThroughAProxyCountsWhereTheyAre() throws Exception {
        try (var server = ChatServer.start(ONE + "[irc]\nproxies = [\"127.0.0.1\"]\n");
                var ann = proxied(server, "192.0.2.1");
                var bob = proxied(server, "192.0.2.2")) {
            ann.register("ann", "");
            bob.register("bob", "");
            try (var eve = proxied(server, "192.0.2.1")) {
                assertThat(eve.readLine()).isEqualTo(TOO_MANY);
                eve.expectEnd();
            }
            ann.assertToldNothingMore();
        }
    }

    private static IrcClient proxied(ChatServer server, String from) throws IOException {
        var client = new IrcClient(connect(server.ircAddress()));
        client.sendBytes(("PROXY TCP4 " + from + " 192.0.2.9 1 2\r\n").getBytes(UTF_8));
        return client;
    }

    @Test
    void whoComesThroughAGatewayCountsWhereTheyAre() throws IOException {
        var gateway = "[irc]\ngateways = [[\"secret\", \"127.0.0.1\"]]\n";
        try (var server = ChatServer.start(ONE + gateway)) {
            server.irc(
                    """
                    ann ^
                    ann > WEBIRC secret page 192.0.2.1 192.0.2.1
                    bob ^
                    bob > WEBIRC secret page 192.0.2.2 192.0.2.2
                    eve ^
                    eve > WEBIRC secret page 192.0.2.1 192.0.2.1
                    eve < ERROR …[Too many connections from your network]
                    eve !
                    """);
        }
    }

    @Test
    void whoTypesTooFastWithNetcatWaits() throws IOException {
        var settings =
                """
                [limits.per_network]
                exempt = []
                [limits.pace]
                burst = 1
                commands = 1
                window = "1h"
                """;
        try (var server = ChatServer.start(settings);
                var ann = Client.arrive(server.address(), "ann", Chat.PASSWORD);
                var bob = Client.arrive(server.address(), "bob", Chat.PASSWORD)) {
            ann.send("one");
            ann.send("two");
            bob.expectLine("ann: one");
            server.ctl("kick", "ann");
            bob.expectLine("*** ann was sent away by the operator");
        }
    }
}
