package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Where somebody comes from changes when they log in under the name that they have:
/// https://ircv3.net/specs/extensions/chghost
class IrcHostTest {

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void whoeverMakesAnAccountComesFromElsewhere() throws IOException {
        server.irc(
                """
                ann + caps: chghost
                bob + caps: chghost
                eve +
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                eve > JOIN #tea
                eve ~ 366 …
                ann < :eve JOIN #tea
                bob < :eve JOIN #tea
                ann > REGISTER * * :correct horse
                ann < 900 ann ann!u@<host> ann :You are now logged in as ann
                ann < :ann CHGHOST u <host>
                ann < REGISTER SUCCESS ann :…
                bob < :ann CHGHOST u <host>
                ann > PRIVMSG #tea :hello
                bob < :ann!u@<host> PRIVMSG #tea hello
                eve < :ann!u@<host> PRIVMSG #tea hello
                """);
    }
}
