package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who asks to be let into a channel. There is no specification of KNOCK; the numerics are those of
/// https://defs.ircdocs.horse/defs/numerics#rpl-knock-710.
class IrcKnockTest {

    private static final String CLOSED =
            """
            ann +
            bob +
            ann > JOIN #tea
            ann ~ 366 …
            ann > MODE #tea +i
            ann < :ann MODE #tea +i
            """;

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start(IrcOperatorTest.OPERATOR);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void thoseWhoKeepOrderHearAKnock() throws IOException {
        server.irc(
                CLOSED
                        + """
                        eve +
                        ann > INVITE eve #tea
                        ann < 341 …
                        eve < :ann INVITE eve #tea
                        eve > JOIN #tea
                        eve ~ 366 …
                        ann < :eve JOIN #tea
                        bob > KNOCK #tea
                        bob < 711 bob #tea :Your KNOCK has been delivered.
                        ann < 710 ann #tea bob!…@… :has asked for an invite.
                        ann > INVITE bob #tea
                        ann < 341 …
                        bob < :ann INVITE bob #tea
                        bob > JOIN #tea
                        bob < :bob JOIN #tea
                        bob ~ 366 …
                        ann < :bob JOIN #tea
                        eve < :bob JOIN #tea
                        """);
    }

    @Test
    void nobodyKnocksAgainAndAgain() throws IOException {
        server.irc(
                CLOSED
                        + """
                        bob > KNOCK #tea
                        bob < 711 …
                        ann < 710 …
                        bob > KNOCK #TEA
                        bob < 712 bob #tea :Too many KNOCKs (channel).
                        """);
    }

    @Test
    void whereNobodyNeedToNobodyKnocks() throws IOException {
        server.irc(
                CLOSED
                        + """
                        ann > KNOCK #tea
                        ann < 714 ann #tea :You are already on that channel.
                        ann > MODE #tea -i
                        ann < :ann MODE #tea -i
                        bob > KNOCK #tea
                        bob < 713 bob #tea :Channel is open.
                        ann > MODE #tea +kb sesame bob!*@*
                        ann < :ann MODE #tea +kb sesame bob!*@*
                        bob > KNOCK #tea
                        bob < 404 bob #tea …
                        bob > KNOCK #nowhere
                        bob < 403 bob #nowhere :No such channel
                        bob > KNOCK
                        bob < 461 …
                        """);
    }

    @Test
    void peopleWithNetcatHearAKnockToo() throws IOException {
        server.irc(
                """
                netcat:ann +
                netcat:ann > /join #tea
                netcat:ann < *** You joined #tea, and talk there now.
                netcat:ann < *** There is no topic. …
                netcat:ann < *** In #tea: ann
                eve +
                eve > JOIN #tea
                eve ~ 366 …
                netcat:ann < *** eve joined #tea
                eve > OPER root operpassword
                eve ~ 381 …
                eve > MODE #tea +k sesame
                eve < :eve MODE #tea +k sesame
                netcat:ann < *** eve …
                bob +
                bob > KNOCK #tea
                bob < 711 …
                netcat:ann < *** bob asks to be let into #tea
                """);
    }
}
