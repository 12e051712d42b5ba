package veche.app;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the server says of itself and of its channels, as the operator has set it up.
class IrcServerTest {

    private final TestClock clock = new TestClock();
    private ChatServer server = ChatServer.start();

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void restart(String settings) throws IOException {
        server.close();
        server = ChatServer.start(settings, clock);
    }

    /// https://modern.ircdocs.horse/#admin-message
    @Test
    void whoRunsTheServerIsSaid() throws IOException {
        restart("[server]\nadministrator = [\"Ann\", \"At home\", \"ann@example.org\"]\n");
        server.irc(
                """
                ann +
                ann > ADMIN
                ann < 256 ann veche.local :Administrative info
                ann < 257 ann Ann
                ann < 258 ann :At home
                ann < 259 ann ann@example.org
                """);
    }

    /// https://ircv3.net/specs/extensions/extended-isupport
    @Test
    void whatTheServerCanIsABatchAndCanBeAskedForEarly() throws IOException {
        server.irc(
                """
                ann ^
                ann > CAP REQ :draft/extended-isupport batch
                ann < CAP * ACK :draft/extended-isupport batch
                ann > ISUPPORT
                ann < BATCH +<a> draft/isupport
                ann < @batch=<a> 005 * ACCOUNTEXTBAN=a …
                ann < @batch=<a> 005 * …
                ann < @batch=<a> 005 * …
                ann < BATCH -<a>
                ann > NICK ann
                ann > USER ann 0 * :Ann
                ann > CAP END
                ann ~ 004 …
                ann < BATCH +<b> draft/isupport
                ann < @batch=<b> 005 ann ACCOUNTEXTBAN=a …
                ann < @batch=<b> 005 ann …
                ann < @batch=<b> 005 ann …
                ann < BATCH -<b>
                ann ~ 376 …
                bob +
                bob > ISUPPORT
                bob < 005 bob ACCOUNTEXTBAN=a …
                bob < 005 bob …
                bob < 005 bob …
                """);
    }

    /// https://modern.ircdocs.horse/#elist-parameter: `C` is the age of a channel, `T` that of its
    /// topic, both in minutes.
    @Test
    void channelsAreFoundByTheirAge() throws IOException {
        restart("[channels]\nfirst = \"none\"\n");
        var chat =
                server.irc(
                        """
                        ann +
                        ann > JOIN #old
                        ann ~ 366 …
                        ann > TOPIC #old :Good old times
                        ann < :ann TOPIC #old :Good old times
                        """);
        clock.pass(Duration.ofMinutes(90));
        chat.scene(
                """
                ann > JOIN #new
                ann ~ 366 …
                ann > LIST C>60
                ann < 321 …
                ann < 322 ann #old 1 …
                ann < 323 …
                ann > LIST C<60
                ann < 321 …
                ann < 322 ann #new 1 …
                ann < 323 …
                ann > LIST T>60
                ann < 321 …
                ann < 322 ann #old 1 …
                ann < 323 …
                ann > LIST T<60
                ann < 321 …
                ann < 323 …
                ann > TOPIC #old :New ones
                ann < :ann TOPIC #old :New ones
                ann > LIST T<60
                ann < 321 …
                ann < 322 ann #old 1 …
                ann < 323 …
                ann > LIST C>60,T>60
                ann < 321 …
                ann < 323 …
                """);
    }

    /// https://modern.ircdocs.horse/#stats-message
    @Test
    void operatorsSeeWhoIsBanned() throws IOException {
        restart(IrcOperatorTest.OPERATOR);
        server.ctl("ban", "add", "192.0.2.0/24", "no", "more", "tea");
        server.irc(
                """
                ann +
                ann > STATS k
                ann < 481 …
                ann < 219 ann k :End of /STATS report
                ann > OPER root operpassword
                ann ~ 381 …
                ann > STATS k
                ann < 216 ann K 192.0.2.0/24 * :no more tea
                ann < 219 …
                ann > UBAN LIST
                ann < NOTICE ann :192.0.2.0/24, by … no more tea
                ann > UBAN DEL 192.0.2.0/24
                ann < NOTICE ann :192.0.2.0/24 is not banned any more.
                ann > STATS k
                ann < 219 …
                """);
    }

    /// RFC 2812 section 4.3.
    @Test
    void onlyOperatorsCanStopTheServer() throws IOException {
        restart(IrcOperatorTest.OPERATOR);
        server.irc(
                """
                ann +
                bob +
                bob > DIE
                bob < 481 bob :Permission Denied- You're not an IRC operator
                ann > OPER root operpassword
                ann ~ 381 …
                ann > DIE :time for tea
                ann ~ ERROR :Closing link: (127.0.0.1) [Server stopped…]
                ann !
                bob ~ ERROR :Closing link: (127.0.0.1) [Server stopped…]
                bob !
                """);
    }

    /// Those alone hear it who want to: https://modern.ircdocs.horse/#wallops-message
    @Test
    void whoeverDoesNotWantToHearWarningsDoesNot() throws IOException {
        restart(IrcOperatorTest.OPERATOR);
        server.irc(
                """
                ann +
                bob +
                ann > OPER root operpassword
                ann ~ 381 …
                bob > MODE bob +w
                bob < :bob MODE bob +w
                ann > WALLOPS one
                ann < :ann WALLOPS one
                bob < :ann WALLOPS one
                bob > MODE bob -w
                bob < :bob MODE bob -w
                ann > WALLOPS two
                ann < :ann WALLOPS two
                """);
    }
}
