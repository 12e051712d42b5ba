package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A channel that belongs to an account, and the ranks that only such channels have:
/// https://modern.ircdocs.horse/#channel-membership-prefixes
class IrcChannelServiceTest {

    private ChatServer server;
    private IrcChat chat;

    /// Ann owns a channel, in which bob is an administrator and eve a guest.
    @BeforeEach
    void start() throws IOException {
        server = ChatServer.start();
        server.account("ann");
        server.account("bob");
        chat =
                server.irc(
                        """
                        ann + login
                        ann ~ 366 …
                        ann > JOIN #tea
                        ann ~ 366 …
                        ann > CS REGISTER #tea
                        ann < :ann MODE #tea +q ann
                        ann < :ChanServ NOTICE ann :#tea is yours now.
                        ann > CS AMODE #tea +a bob
                        ann < :ChanServ NOTICE ann :#tea gives +a to bob from now on.
                        bob + login caps: multi-prefix
                        bob ~ 366 …
                        bob > JOIN #tea
                        bob < :bob JOIN #tea
                        bob < :bob MODE #tea +a bob
                        bob < 353 bob = #tea :~@ann &bob
                        bob < 366 …
                        ann < :bob JOIN #tea
                        ann < :bob MODE #tea +a bob
                        eve +
                        eve > JOIN #tea
                        eve ~ 366 …
                        ann < :eve JOIN #tea
                        bob < :eve JOIN #tea
                        """);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void anAdministratorRanksBelowTheFounderAndAboveOperators() throws IOException {
        chat.scene(
                """
                bob > MODE #tea +o eve
                ann < :bob MODE #tea +o eve
                bob < :bob MODE #tea +o eve
                eve < :bob MODE #tea +o eve
                eve > MODE #tea -a bob
                eve < 482 …
                eve > KICK #tea bob
                eve < 482 …
                bob > KICK #tea ann
                bob < 482 …
                bob > MODE #tea -q ann
                bob < 482 …
                bob > PRIVMSG &#tea :to the high ones
                ann < :bob PRIVMSG &#tea :to the high ones
                bob > PRIVMSG ~#tea :to the highest
                ann < :bob PRIVMSG ~#tea :to the highest
                """);
    }

    @Test
    void whoIsHardToBanIsSaid() throws IOException {
        chat.scene(
                """
                eve > CS HOWTOBAN #tea bob
                eve < :ChanServ NOTICE eve :Your rank in #tea is too low for that.
                ann > CS HOWTOBAN #tea bob
                ann < :ChanServ NOTICE ann :bob is logged in to an account, which can be banned: /MODE #tea +b ~a:bob and then /KICK #tea bob
                ann > CS HOWTOBAN #tea eve
                ann < :ChanServ NOTICE ann :eve is not logged in to an account, so that only where they come from can be banned: /MODE #tea +b *!*@<host> and then /KICK #tea eve
                ann > CS HOWTOBAN #tea nobody
                ann < :ChanServ NOTICE ann :There is nobody called nobody.
                ann > MODE #tea +b *!*@<host>
                ann < :ann MODE #tea +b *!*@<host>
                bob < :ann MODE #tea +b *!*@<host>
                eve < :ann MODE #tea +b *!*@<host>
                eve > PRIVMSG #tea :hello
                eve < 404 …
                """);
    }

    @Test
    void aFounderClearsTheirChannel() throws IOException {
        chat.scene(
                """
                bob > CS CLEAR #tea users
                bob < :ChanServ NOTICE bob :#tea is not yours.
                ann > CS CLEAR #tea tables
                ann < :ChanServ NOTICE ann :tables is not possible. Possible are: users, access
                ann > CS CLEAR #tea users
                ann < :ann KICK #tea bob …
                ann < :ann KICK #tea eve …
                ann < :ChanServ NOTICE ann :It is done in #tea.
                bob < :ann KICK #tea bob …
                eve ~ :ann KICK #tea eve …
                ann > CS CLEAR #tea access
                ann < :ChanServ NOTICE ann :It is done in #tea.
                bob > JOIN #tea
                bob < :bob JOIN #tea
                bob < 353 bob = #tea :~@ann bob
                bob < 366 …
                ann < :bob JOIN #tea
                """);
    }
}
