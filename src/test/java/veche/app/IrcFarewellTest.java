package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a program is told before its connection ends, as `docs/protocol.md` has it
/// (https://ircv3.net/specs/extensions/standard-replies).
class IrcFarewellTest {

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start(IrcOperatorTest.OPERATOR + "[channels]\nfirst = \"none\"\n");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /// Ann is an operator, and Bob, who has an account, is a program's user.
    private void act(String script) throws IOException {
        server.irc(
                """
                ann + caps: veche.chat/console
                ann > OPER root operpassword
                ann ~ 381 …
                bob + caps: standard-replies
                bob > NS REGISTER :correct horse
                bob ~ :NickServ NOTICE bob :Account created
                """
                        + script);
    }

    @Test
    void whoseAccountIsGoneIsToldSo() throws IOException {
        act(
                """
                ann > CONSOLE :accounts remove bob --yes
                ann ~ CONSOLE DONE 0
                bob < FAIL * ACCOUNT_REMOVED :Account removed
                bob < ERROR :Closing link: (127.0.0.1) [Account removed]
                bob !
                """);
    }

    @Test
    void ifAllAccountsAreClearedEverybodyIsToldSo() throws IOException {
        act(
                """
                ann > CONSOLE :accounts clear --yes
                ann ~ CONSOLE DONE 0
                bob < FAIL * ACCOUNTS_CLEARED :Account removed
                bob < ERROR :Closing link: (127.0.0.1) [Account removed]
                bob !
                bob2 ^
                bob2 > PASS :bob:correct horse
                bob2 > NICK bob
                bob2 > USER bob 0 * :Bob
                bob2 < 464 …
                bob2 < ERROR …
                bob2 !
                """);
    }

    @Test
    void whoeverIsSentAwayIsToldByWhom() throws IOException {
        act(
                """
                ann > CONSOLE :kick bob be nice
                ann ~ CONSOLE DONE 0
                bob < FAIL * KICKED :Sent away by the operator
                bob < ERROR :Closing link: (127.0.0.1) [Sent away by the operator: be nice]
                bob !
                """);
    }

    @Test
    void whoseTokensTheOperatorRevokesIsToldSo() throws IOException {
        act(
                """
                bob > TOKEN CREATE :phone
                bob < TOKEN CREATED <id> <secret> phone
                bob2 ^
                bob2 > PASS bob:<secret>
                bob2 > NICK bob
                bob2 > USER bob 0 * :Bob
                bob2 ~ 376 …
                ann > CONSOLE :accounts show bob
                ann ~ CONSOLE OUT :  tokens: 1
                ann < CONSOLE DONE 0
                ann > CONSOLE :accounts revoke bob
                ann < CONSOLE OUT :The token of bob is revoked.
                ann < CONSOLE DONE 0
                bob2 < ERROR :Closing link: (127.0.0.1) [Token revoked]
                bob2 !
                """);
    }

    @Test
    void aPauseSaysThatItIsOne() throws IOException {
        act(
                """
                ann > CONSOLE :pause --disconnect
                bob < FAIL * SERVER_PAUSED :Server paused
                bob < ERROR :Closing link: (127.0.0.1) [Server paused]
                bob !
                ann < ERROR :Closing link: (127.0.0.1) [Server paused]
                ann !
                """);
    }

    @Test
    void whoeverIsBannedIsToldSo() throws IOException {
        act(
                """
                ann > UBAN ADD 1h bob :no more tea
                ann ~ CONSOLE DONE 0
                bob < FAIL * BANNED :Banned from this server
                bob < ERROR :Closing link: (127.0.0.1) [Banned from this server: no more tea]
                bob !
                """);
    }

    @Test
    void aServerThatStopsSaysSo() throws IOException {
        try (var bob = IrcClient.connect(server.ircAddress())) {
            bob.register("bob", "standard-replies");
            server.stop();
            assertThat(bob.readUntil("ERROR …"))
                    .containsSubsequence(
                            ":veche.local FAIL * SERVER_STOPPING :Server stopped",
                            "ERROR :Closing link: (127.0.0.1) [Server stopped]");
            bob.expectEnd();
        }
    }

    /// https://ircv3.net/specs/extensions/account-registration#the-before-connect-flag
    @Test
    void whoCouldNotLogInRegistersOnTheSameConnection() throws IOException {
        server.irc(
                """
                eve ^
                eve > CAP REQ :sasl draft/account-registration standard-replies
                eve < CAP * ACK …
                eve > NICK eve
                eve > USER eve 0 * :Eve
                eve > AUTHENTICATE PLAIN
                eve < AUTHENTICATE +
                eve > AUTHENTICATE AGV2ZQBjb3JyZWN0IGhvcnNl
                eve < 904 eve :SASL authentication failed
                eve > REGISTER eve * :correct horse
                eve < REGISTER SUCCESS eve …
                eve < 900 eve … eve :You are now logged in as eve
                eve > CAP END
                eve ~ 376 …
                eve2 ^
                eve2 > CAP REQ :sasl
                eve2 < CAP * ACK sasl
                eve2 > AUTHENTICATE PLAIN
                eve2 < AUTHENTICATE +
                eve2 > AUTHENTICATE AGV2ZQB3cm9uZyBob3JzZQ==
                eve2 < 904 * :SASL authentication failed
                eve2 > REGISTER eve * :correct horse
                eve2 < FAIL REGISTER NEED_NICK * …
                eve2 > NICK eve
                eve2 > REGISTER eve * :correct horse
                eve2 < FAIL REGISTER ACCOUNT_EXISTS eve …
                """);
    }
}
