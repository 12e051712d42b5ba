package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A server with a password of its own: https://modern.ircdocs.horse/#pass-message
class IrcPasswordTest {

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start("[irc]\npassword = \"open sesame\"\n");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void whoeverKnowsItComesIn() throws IOException {
        server.irc(
                """
                ann ^
                ann > PASS :open sesame
                ann > NICK ann
                ann > USER ann 0 * :Ann
                ann < 001 ann :Welcome to the Veche IRC Network ann
                ann ~ 376 …
                ann > PASS :open sesame
                ann < 462 ann :You may not reregister
                """);
    }

    @Test
    void theLastPasswordDoesNotSpoilTheRightOne() throws IOException {
        server.account("ann");
        server.irc(
                """
                ann ^
                ann > PASS :open sesame
                ann > PASS :ann:%s
                ann > NICK ann
                ann > USER ann 0 * :Ann
                ann < 900 ann … ann :You are now logged in as ann
                ann < 001 …
                ann ~ 366 ann #veche …
                """
                        .formatted(Chat.PASSWORD));
    }

    @Test
    void whoeverDoesNotIsLetGo() throws IOException {
        server.irc(
                """
                eve ^
                eve > PASS :open barley
                eve > NICK eve
                eve > USER eve 0 * :Eve
                eve < 464 eve :Password incorrect
                eve < ERROR :Closing link: (127.0.0.1) [Connection closed: Password incorrect]
                eve !
                bob ^
                bob > PASS
                bob < 461 * PASS :Not enough parameters
                bob > NICK bob
                bob > USER bob 0 * :Bob
                bob < 464 bob :Password incorrect
                bob < ERROR …
                bob !
                """);
    }

    /// An account does not stand for it:
    /// https://ircv3.net/specs/extensions/account-registration#the-before-connect-flag
    @Test
    void nobodyMakesAnAccountWithoutIt() throws IOException {
        server.account("ann");
        server.irc(
                """
                eve ^
                eve > CAP LS 302
                eve ~ … draft/account-registration=custom-account-name …
                eve ~ CAP * LS :…
                eve > NICK eve
                eve > REGISTER * * :correct horse
                eve < FAIL REGISTER COMPLETE_CONNECTION_REQUIRED :Connect first
                ann ^
                ann > PASS :ann:%s
                ann > NICK ann
                ann > USER ann 0 * :Ann
                ann < 464 ann :Password incorrect
                ann < ERROR …
                ann !
                """
                        .formatted(Chat.PASSWORD));
    }
}
