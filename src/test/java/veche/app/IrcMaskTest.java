package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whom the lists of a channel keep out or let in: https://modern.ircdocs.horse/#ban-channel-mode.
class IrcMaskTest {

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /// https://modern.ircdocs.horse/#ban-channel-mode, #exception-channel-mode and
    /// #invite-exception-channel-mode
    @Test
    void listsAreShownToAnyone() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                ann ~ 366 …
                ann > MODE #tea +beI eve *!*@example.org bob!*@*
                ann < :ann MODE #tea +beI eve!*@* *!*@example.org bob!*@*
                bob > MODE #tea b
                bob < 367 bob #tea eve!*@* ann!~ann@… …
                bob < 368 bob #tea :End of channel ban list
                bob > MODE #tea +e
                bob < 348 bob #tea *!*@example.org ann!~ann@… …
                bob < 349 bob #tea :End of channel exception list
                bob > MODE #tea +I
                bob < 346 bob #tea bob!*@* ann!~ann@… …
                bob < 347 bob #tea :End of channel invite exception list
                ann > MODE #tea -b nobody!*@*
                ann > MODE #tea +b eve!*@*
                ann > MODE #tea -b eve!*@*
                ann < :ann MODE #tea -b eve!*@*
                ann > MODE #tea b
                ann < 368 …
                """);
    }

    /// Nor does it tell who is there: 482, and not 441 for those who are not.
    @Test
    void aSecretChannelKeepsItsListsToItself() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                ann ~ 366 …
                ann > MODE #tea +sbI eve bob
                ann < :ann MODE #tea +sbI eve!*@* bob!*@*
                bob > MODE #tea b
                bob < 442 bob #tea …
                bob > MODE #tea I
                bob < 442 bob #tea …
                bob > MODE #tea +v ann
                bob < 482 bob #tea …
                bob > MODE #tea +v bob
                bob < 482 bob #tea …
                """);
    }

    @Test
    void exceptionsOpenWhatIsClosed() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                ann ~ 366 …
                ann > MODE #tea +bi *!*@*
                ann < :ann MODE #tea +bi *!*@*
                ann > MODE #tea +I bob
                ann < :ann MODE #tea +I bob!*@*
                bob > JOIN #tea
                bob < 474 bob #tea :Cannot join channel (+b)
                ann > MODE #tea +e b?b
                ann < :ann MODE #tea +e b?b!*@*
                bob > JOIN #tea
                bob < :bob JOIN #tea
                bob < 353 …
                bob < 366 …
                ann < :bob JOIN #tea
                """);
    }

    /// Extended masks, as ISUPPORT names them: https://modern.ircdocs.horse/#extban-parameter and
    /// https://ircv3.net/specs/extensions/account-extban
    @Test
    void masksCanMeanAccountsAndSilence() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                ann > MODE #tea +b ~m:bob
                ann < :ann MODE #tea +b ~m:bob!*@*
                bob < :ann MODE #tea +b ~m:bob!*@*
                bob > PRIVMSG #tea :hello
                bob < 404 bob #tea :Cannot send to channel (+b)
                bob > PART #tea
                bob < :bob PART #tea
                ann < :bob PART #tea
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                ann > MODE #tea -b+b ~m:bob ~a:bob
                ann < :ann MODE #tea -b+b ~m:bob!*@* ~a:bob
                bob < :ann MODE #tea -b+b ~m:bob!*@* ~a:bob
                bob > PRIVMSG #tea :hello
                ann < :bob PRIVMSG #tea hello
                ann > MODE #tea +b ~x:bob
                ann < 696 ann #tea b ~x:bob :…
                """);
    }

    @Test
    void theBannedMayNotSpeakEither() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                ann > MODE #tea +b bob
                ann < :ann MODE #tea +b bob!*@*
                bob < :ann MODE #tea +b bob!*@*
                bob > PRIVMSG #tea :hello
                bob < 404 bob #tea :Cannot send to channel (+b)
                ann > MODE #tea +v bob
                ann < :ann MODE #tea +v bob
                bob < :ann MODE #tea +v bob
                bob > PRIVMSG #tea :hello
                ann < :bob PRIVMSG #tea hello
                """);
    }
}
