package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people say elsewhere: https://github.com/ircv3/ircv3-specifications/pull/417.
class IrcRelayTest {

    private static final String BRIDGE =
            """
            [[operator_class]]
            name = "bridges"
            privileges = ["relay"]
            """
                    + IrcOperatorTest.OPERATOR
                    + "class = \"bridges\"\n";

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
    void wordsArePassedOnUnderTheNameOfWhoSaidThem() throws IOException {
        server.irc(
                """
                ann + caps: echo-message labeled-response message-tags account-tag
                bob + caps: draft/relaymsg message-tags account-tag
                cyd +
                netcat:dora +
                ann > JOIN #tea
                ann ~ … 366 …
                bob > JOIN #tea
                bob ~ … 366 …
                ann < @msgid=… :bob JOIN #tea
                cyd > JOIN #tea
                cyd ~ 366 …
                ann < @msgid=… :cyd JOIN #tea
                bob < @msgid=… :cyd JOIN #tea
                netcat:dora > /join tea
                netcat:dora < *** You joined #tea, and talk there now.
                netcat:dora < *** There is no topic. …
                netcat:dora < *** In #tea: ann, bob, cyd, dora
                ann < @msgid=…;account=dora :dora JOIN #tea
                bob < @msgid=…;account=dora :dora JOIN #tea
                cyd < :dora JOIN #tea
                ann > @label=1;+draft/reply=x RELAYMSG #tea smt/irc :good morning
                ann < @msgid=…;+draft/reply=x;label=1 :smt/irc PRIVMSG #tea :good morning
                bob < @msgid=…;+draft/reply=x;draft/relaymsg=ann :smt/irc PRIVMSG #tea :good morning
                cyd < :smt/irc!…@… PRIVMSG #tea :good morning
                netcat:dora < smt/irc: good morning
                ann > RELAYMSG #tea smt/irc :\u0001ACTION waves\u0001
                ann < @msgid=… :smt/irc PRIVMSG #tea :\u0001ACTION waves\u0001
                bob < @msgid=…;draft/relaymsg=ann :smt/irc PRIVMSG #tea :\u0001ACTION waves\u0001
                cyd < :smt/irc PRIVMSG #tea :\u0001ACTION waves\u0001
                netcat:dora < * smt/irc waves
                """);
    }

    @Test
    void historyKnowsWhoSaidIt() throws IOException {
        server.irc(
                """
                ann + caps: draft/relaymsg draft/chathistory batch message-tags
                ann > JOIN #tea
                ann ~ … 366 …
                ann > RELAYMSG #tea smt/irc :good morning
                ann > CHATHISTORY LATEST #tea * 1
                ann < BATCH +<h> chathistory #tea
                ann < @msgid=…;draft/relaymsg=ann;batch=<h> :smt/irc PRIVMSG #tea :good morning
                ann < BATCH -<h>
                """);
    }

    @Test
    void whatCannotBeIsSaid() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > CAP LS 302
                ann ~ CAP ann LS …draft/relaymsg=/ …
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                ann > RELAYMSG #tea smt/irc
                ann < 461 ann RELAYMSG …
                ann > RELAYMSG #none smt/irc hi
                ann < 403 ann #none …
                ann > RELAYMSG #tea smt!x/irc hi
                ann < FAIL RELAYMSG INVALID_NICK …
                ann > RELAYMSG #tea bob hi
                ann < FAIL RELAYMSG INVALID_NICK …
                ann > RELAYMSG #tea smt/irc :
                ann < FAIL RELAYMSG BLANK_MSG …
                bob > RELAYMSG #tea smt/irc hi
                bob < FAIL RELAYMSG PRIVS_NEEDED …
                """);
    }

    @Test
    void theSettingsSayWhoMay() throws IOException {
        server.rewrite("[irc.relay]\nchannel_operators = false\nseparators = \"/;\"\n" + BRIDGE);
        server.ctl("rehash");
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                ann ~ 366 …
                ann > RELAYMSG #tea smt/irc hi
                ann < FAIL RELAYMSG PRIVS_NEEDED …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                bob > OPER root operpassword
                bob ~ 381 …
                bob > RELAYMSG #tea smt;irc hi
                ann < :smt;irc PRIVMSG #tea hi
                ann > MODE #tea +m
                ann < :ann MODE #tea +m
                bob < :ann MODE #tea +m
                bob > RELAYMSG #tea smt;irc hi
                bob < 404 bob #tea …
                """);
        server.rewrite("[irc.relay]\nenabled = false\n");
        server.ctl("rehash");
        server.irc(
                """
                eve +
                eve > CAP REQ draft/relaymsg
                eve < CAP eve NAK draft/relaymsg
                eve > JOIN #cup
                eve ~ 366 …
                eve > RELAYMSG #cup smt/irc hi
                eve < FAIL RELAYMSG NOT_ENABLED …
                """);
    }
}
