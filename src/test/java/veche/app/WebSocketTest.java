package veche.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// IRC over WebSocket (https://ircv3.net/specs/extensions/websocket), with somebody else's client.
class WebSocketTest {

    private static final String SETTINGS = "[http]\nlisten = [\"127.0.0.1:0\"]\n";

    private static final List<String> TEXT = List.of("text.ircv3.net");

    /// What gamja asks for.
    private static final String CAPABILITIES =
            "message-tags server-time echo-message batch labeled-response draft/chathistory";

    private ChatServer server = ChatServer.start(SETTINGS);

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void restart(String settings) throws IOException {
        server.close();
        server = ChatServer.start(SETTINGS + settings);
    }

    private URI url() {
        var address = server.httpAddresses().getFirst();
        return URI.create("ws://127.0.0.1:" + address.getPort() + "/ws");
    }

    private WebSocketSocket open(List<String> subprotocols) throws Exception {
        return open(subprotocols, Map.of());
    }

    private WebSocketSocket open(List<String> subprotocols, Map<String, String> headers)
            throws Exception {
        return WebSocketSocket.connect(url(), subprotocols, headers);
    }

    @Test
    void whoComesByWebSocketTalksToWhoeverIsHere() throws Exception {
        try (var chat = server.irc("")) {
            var ann = new IrcClient(open(TEXT));
            ann.register("ann", "");
            chat.with("ann", ann)
                    .scene(
                            """
                            ann > JOIN #tea
                            ann ~ :… 366 …
                            bob +
                            bob > JOIN #tea
                            bob ~ :… 366 …
                            ann < :bob JOIN #tea
                            ann > PRIVMSG #tea :чай? 🍵
                            bob < :ann PRIVMSG #tea :чай? 🍵
                            bob > PRIVMSG #tea :please
                            ann < :bob PRIVMSG #tea :please
                            ann > QUIT :late
                            ann < :ann QUIT :Quit: late
                            ann < ERROR :Closing link: (127.0.0.1) [Quit: late]
                            ann !
                            bob < :ann QUIT :Quit: late
                            """);
        }
    }

    @Test
    void aClientLogsInAndReadsTheHistoryAsGamjaDoes() throws Exception {
        server.account("ann");
        try (var chat =
                server.irc(
                        """
                        bob +
                        bob > JOIN #tea
                        bob ~ :… 366 …
                        bob > PRIVMSG #tea :first
                        bob > PRIVMSG #tea :second
                        """)) {
            var ann = new IrcClient(open(List.of("text.ircv3.net", "binary.ircv3.net")));
            ann.logIn("ann", "ann", Chat.PASSWORD, CAPABILITIES);
            chat.with("ann", ann)
                    .scene(
                            """
                            ann ~ :… 366 ann #veche …
                            ann > JOIN #tea
                            ann ~ :… 366 ann #tea …
                            bob < :ann JOIN #tea
                            ann > @label=1 CHATHISTORY LATEST #tea * 50
                            ann < @label=1 :… BATCH +<b> chathistory #tea
                            ann < @…;batch=<b> :bob PRIVMSG #tea :first
                            ann < @…;batch=<b> :bob PRIVMSG #tea :second
                            ann < :… BATCH -<b>
                            ann > @label=2 PRIVMSG #tea :third
                            ann < @…;label=2 :ann PRIVMSG #tea :third
                            bob < :ann PRIVMSG #tea :third
                            """);
        }
    }

    @Test
    void binaryMessagesAreAsGood() throws Exception {
        try (var socket = open(List.of("binary.ircv3.net", "text.ircv3.net"))) {
            assertThat(socket.subprotocol()).isEqualTo("binary.ircv3.net");
            var ann = new IrcClient(socket);
            ann.register("ann", "");
            ann.send("PING :чай");
            assertThat(ann.readLine()).endsWith("PONG veche.local чай");
            // Either kind is understood, whichever was agreed.
            socket.sendOtherKind("PING :text");
            assertThat(ann.readLine()).endsWith("PONG veche.local text");
        }
    }

    @Test
    void theOrderOfSubprotocolsIsTheClients() throws Exception {
        try (var socket = open(List.of("text.ircv3.net", "binary.ircv3.net"))) {
            assertThat(socket.subprotocol()).isEqualTo("text.ircv3.net");
        }
    }

    @Test
    void clientsAreShownAndSentAwayLikeAllOthers() throws Exception {
        try (var chat = server.irc("")) {
            var ann = new IrcClient(open(TEXT));
            ann.register("ann", "");
            assertThat(server.ctl("who").out()).contains("ann").contains("websocket");
            assertThat(server.ctl("kick", "ann").exit()).isZero();
            chat.with("ann", ann).scene("ann < ERROR :…\nann !\n");
        }
    }

    @Test
    void aStoppingServerSaysGoodbye() throws Exception {
        try (var chat = server.irc("")) {
            var ann = new IrcClient(open(TEXT));
            ann.register("ann", "");
            server.stop();
            chat.with("ann", ann).scene("ann < ERROR :…\nann !\n");
        }
    }

    @Test
    void aTabThatIsClosedQuits() throws Exception {
        try (var chat =
                server.irc(
                        """
                        bob +
                        bob > JOIN #tea
                        bob ~ :… 366 …
                        """)) {
            var socket = open(TEXT);
            var ann = new IrcClient(socket);
            ann.register("ann", "");
            chat.with("ann", ann)
                    .scene(
                            """
                            ann > JOIN #tea
                            ann ~ :… 366 …
                            bob < :ann JOIN #tea
                            """);
            socket.close();
            chat.scene("bob < :ann QUIT :…\nann !\n");
        }
    }

    @Test
    void longTextInBothDirectionsKeepsItsOrder() throws Exception {
        var count = 5000;
        try (var socket = open(TEXT)) {
            var ann = new IrcClient(socket);
            ann.register("ann", "");
            for (var i = 0; i < count; i++) {
                ann.send("PING :" + i + " " + "я".repeat(200));
            }
            for (var i = 0; i < count; i++) {
                assertThat(ann.readLine()).contains("PONG veche.local :" + i + " ");
            }
        }
    }

    @Test
    void byTlsIsAsGood() throws Exception {
        server.close();
        server = ChatServer.start("[http]\ntls_listen = [\"127.0.0.1:0\"]\n");
        var url = server.urls().getFirst();
        assertThat(url).hasScheme("https");
        var secure = URI.create("wss://127.0.0.1:" + url.getPort() + "/ws");
        try (var socket = WebSocketSocket.connectBlindly(secure, TEXT)) {
            var ann = new IrcClient(socket);
            ann.register("ann", "");
            ann.send("WHOIS ann");
            assertThat(ann.readUntil(":… 318 …")).anyMatch(line -> line.contains(" 671 "));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://127.0.0.1", "null", "nonsense : //"})
    void aPageOfSomebodyElseMayNotConnect(String origin) {
        assertThatThrownBy(() -> open(TEXT, Map.of("Origin", origin)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void ourOwnPageAndThoseOfTheSettingsMay() throws Exception {
        var ours = "http://127.0.0.1:" + url().getPort();
        open(TEXT, Map.of("Origin", ours)).close();
        restart("origins = [\"https://chat.example\"]\n");
        open(TEXT, Map.of("Origin", "https://chat.example")).close();
        assertThatThrownBy(() -> open(TEXT, Map.of("Origin", "https://chat.example:444")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void noWebSocketIsLetInWhileTheServerIsPaused() throws Exception {
        var before = new IrcClient(open(TEXT));
        before.register("ann", "");
        assertThat(server.ctl("pause").exit()).isZero();
        assertThatThrownBy(() -> open(TEXT)).isInstanceOf(IOException.class);
        before.send("PING :still here");
        assertThat(before.readLine()).endsWith("PONG veche.local :still here");
        assertThat(server.ctl("resume").exit()).isZero();
        open(TEXT).close();
    }

    @Test
    void whoComesThroughAProxyThatIsTrustedIsWhereTheProxySays() throws Exception {
        var told = Map.of("X-Forwarded-For", "203.0.113.9, 198.51.100.7");
        try (var socket = open(TEXT, told)) {
            new IrcClient(socket).register("ann", "");
            assertThat(server.ctl("who").out()).contains("127.0.0.1").doesNotContain("198.51");
        }
        restart("proxies = [\"127.0.0.0/8\"]\n");
        try (var socket = open(TEXT, told)) {
            new IrcClient(socket).register("ann", "");
            assertThat(server.ctl("who").out()).contains("198.51.100.7").doesNotContain("203.0");
        }
        restart("proxies = [\"127.0.0.0/8\", \"198.51.100.0/24\"]\n");
        try (var socket = open(TEXT, told)) {
            new IrcClient(socket).register("ann", "");
            assertThat(server.ctl("who").out()).contains("203.0.113.9");
        }
    }
}
