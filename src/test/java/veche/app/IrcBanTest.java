package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whom operators keep from the whole server, in IRC and at the console.
class IrcBanTest {

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start(IrcOperatorTest.OPERATOR);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /// All that somebody reads with netcat who sends this.
    private String netcat(String sent) throws IOException {
        try (var socket = new Socket()) {
            socket.setSoTimeout(20_000);
            socket.connect(server.address());
            socket.getOutputStream().write(sent.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    void whoeverComesFromABannedNetworkIsTurnedAway() throws IOException {
        var chat =
                server.irc(
                        """
                        ann +
                        bob +
                        netcat:eve +
                        bob > JOIN #tea
                        bob ~ 366 …
                        ann > OPER root operpassword
                        ann ~ 381 …
                        ann > UBAN ADD 1h 127.0.0.0/8 :no more tea
                        ann < NOTICE ann :127.0.0.0/8 is banned from this server.
                        bob < ERROR :Closing link: (127.0.0.1) [Banned from this server: no more tea]
                        bob !
                        netcat:eve < *** You are banned from this server. no more tea
                        netcat:eve !
                        eve ^
                        eve < 465 * :You are banned from this server: no more tea
                        eve < ERROR :Closing link: (127.0.0.1) [Banned from this server: no more tea]
                        eve !
                        """);
        assertThat(netcat("")).isEqualTo("*** You are banned from this server. no more tea\n");
        assertThat(server.ctl("ban", "list").out())
                .startsWith("127.0.0.0/8, by root at ")
                .contains(", until ")
                .endsWith(": no more tea\n");
        chat.scene(
                """
                ann > UBAN INFO 127.0.0.1
                ann < NOTICE ann :127.0.0.0/8, by root at …
                ann < NOTICE ann :Here is 1 connection of those: ann
                ann > UBAN DEL 127.0.0.0/8
                ann < NOTICE ann :127.0.0.0/8 is not banned any more.
                ann > UBAN DEL 127.0.0.0/8
                ann < NOTICE ann :There is no ban of 127.0.0.0/8.
                ann > UBAN LIST
                ann < NOTICE ann :Nobody is banned.
                zoe +
                """);
    }

    @Test
    void aBanCanSpareThoseWhoLogIn() throws IOException {
        server.account("bob");
        server.irc(
                """
                ann +
                eve +
                ann > OPER root operpassword
                ann ~ 381 …
                ann > UBAN ADD REQUIRE-SASL 127.0.0.1
                ann < NOTICE ann :127.0.0.1 is banned from this server.
                eve < ERROR :Closing link: (127.0.0.1) [Banned from this server]
                eve !
                tom ^
                tom > NICK tom
                tom > USER tom 0 * :Tom
                tom < 465 tom :You are banned from this server
                tom < ERROR :…
                tom !
                netcat:bob +
                netcat:bob -
                """);
        assertThat(netcat("newcomer\n" + Chat.PASSWORD + "\n"))
                .endsWith("*** You are banned from this server.\n");
    }

    @Test
    void masksAndAccountsAreBanned() throws IOException {
        server.account("bob");
        server.irc(
                """
                ann +
                eve +
                ann > OPER root operpassword
                ann ~ 381 …
                ann > UBAN ADD eve*!*@*
                ann < NOTICE ann :eve*!*@* is banned from this server.
                eve < ERROR :…
                eve !
                tom ^
                tom > NICK Evelyn
                tom > USER tom 0 * :Tom
                tom < 465 Evelyn :You are banned from this server
                tom < ERROR :…
                tom !
                ann > UBAN ADD nobody
                ann < NOTICE ann :There is no account nobody.
                ann > UBAN ADD bob -- for a day
                ann < NOTICE ann :bob is banned from this server.
                ann > UBAN ADD two words!
                ann < NOTICE ann :There is no account two.
                ann > UBAN
                ann < 461 ann UBAN :Not enough parameters
                """);
        assertThat(server.ctl("ban", "list").lines()).hasSize(2);
        assertThat(netcat("bob\n" + Chat.PASSWORD + "\n"))
                .endsWith("*** You are banned from this server. -- for a day\n");
    }

    /// The console has the same list.
    @Test
    void aBannedAccountLosesAllItsClients() throws IOException {
        server.account("bob");
        var chat =
                server.irc(
                        """
                        ann +
                        ann > OPER root operpassword
                        ann ~ 381 …
                        bob + login
                        bob ~ 366 …
                        bob2 + login
                        bob2 ~ 366 …
                        netcat:bob3 +
                        ann > UBAN ADD bob :no more tea
                        ann < NOTICE ann :bob is banned from this server.
                        bob < ERROR :Closing link: (127.0.0.1) [Banned from this server: no more tea]
                        bob !
                        bob2 < ERROR :Closing link: (127.0.0.1) [Banned from this server: no more tea]
                        bob2 !
                        netcat:bob3 < *** You are banned from this server. no more tea
                        netcat:bob3 !
                        bob ^
                        bob > PASS :bob:correct horse
                        bob > NICK somebody
                        bob > USER bob 0 * :Bob
                        bob < 900 …
                        bob < 465 somebody :You are banned from this server: no more tea
                        bob < ERROR …
                        bob !
                        """);
        assertThat(server.ctl("ban", "list").out()).startsWith("bob, by root at ");
        assertThat(server.ctl("ban", "del", "bob").exit()).isZero();
        chat.scene(
                """
                ann > UBAN LIST
                ann < NOTICE ann :Nobody is banned.
                bob + login
                bob ~ 366 …
                """);
        server.ctl("ban", "add", "192.0.2.1", "by", "console");
        chat.scene("ann > UBAN LIST\nann < NOTICE ann :192.0.2.1, by … by console");
    }

    @Test
    void bansAreKeptWhenTheServerStops() throws IOException {
        server.ctl("ban", "add", "192.0.2.0/24", "for", "good");
        server.ctl("ban", "add", "30m", "ann!*@*");
        server.ctl("ban", "add", "198.51.100.7", "DURATION", "1d", "REQUIRE-SASL");
        var before = server.ctl("ban", "list", "--json");
        server.stop();
        server = ChatServer.startAgain(server);
        assertThat(server.ctl("ban", "list", "--json")).isEqualTo(before);
        assertThat(before.out())
                .contains("\"reason\":\"for good\"")
                .contains("\"require_sasl\":true");
    }
}
