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
