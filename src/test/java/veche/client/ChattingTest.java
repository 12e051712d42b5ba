package veche.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The life of the client, line by line, against a server that the test plays.
class ChattingTest extends AtAServer {

    @Test
    void whoeverIsNowhereGoesWhereNewcomersFindOthers() {
        server.types("ann").types("secret");
        logIn(BY_PASSWORD);
        server.says(":s 005 ann veche.chat/FIRST=#veche :are supported", ":s 376 ann :End");
        server.says(":s BATCH +t draft/chathistory-targets", ":s BATCH -t").ignores();
        server.says(":s PONG s settled").hears("JOIN #veche").hears("PING settled");
        server.seen();
        server.says(":s 473 ann #veche :Invitation only", ":s PONG s settled");
        assertThat(server.seen())
                .containsExactly(
                        "#veche: Invitation only", "You are in no channel. /join #channel");
    }

    @Test
    void severalLinesAreOneMessageWhereTheServerTakesIt() {
        arriveWith("draft/multiline=max-bytes=4096,max-lines=100");
        server.types("one\ntwo");
        server.hears("@+veche.chat/id=id1;label=id1 BATCH +id1 draft/multiline #tea")
                .hears("@batch=id1 PRIVMSG #tea :one")
                .hears("@batch=id1 PRIVMSG #tea :two")
                .hears("BATCH -id1");
        server.says(
                "@label=id1;+veche.chat/id=id1;msgid=1 :ann!a@b BATCH +x draft/multiline #tea",
                "@batch=x :ann!a@b PRIVMSG #tea one",
                "@batch=x :ann!a@b PRIVMSG #tea two",
                ":s BATCH -x");
        assertThat(server.seen()).last().isEqualTo("20:00 #tea ann: one\n      | two");
        server.types("exit");
        assertThat(server.over()).contains(Exit.DONE);
    }

    @Test
    void severalLinesAreSeveralMessagesWhereItDoesNot() {
        arrive();
        server.types("one\n\ntwo")
                .hears("@+veche.chat/id=id1-1;label=id1-1 PRIVMSG #tea :one")
                .hears("@+veche.chat/id=id1-2;label=id1-2 PRIVMSG #tea :two")
                .hearsNothing();
    }

    private void arriveWith(String capability) {
        var name = capability.replaceFirst("=.*", "");
        server.types("ann").types("secret").opens().ignores();
        server.says(":s CAP * LS :" + ALL + " " + capability);
        server.says(":s CAP ann ACK :" + ENABLED + " " + name);
        server.says("AUTHENTICATE +", ":s 903 ann :ok", ":s 001 ann :Welcome");
        welcome("");
    }

    @Test
    void aMessageIsAnsweredAndAnswersSayWhatTheyAnswer() {
        arrive();
        server.says(
                "@msgid=1 :bob!b@c PRIVMSG #tea :is there any left?",
                "@msgid=2 :eve!e@c PRIVMSG #tea :good morning");
        server.types("/reply good morning, eve")
                .hears("@+veche.chat/id=id1;+reply=2;label=id1 PRIVMSG #tea :good morning, eve");
        server.types("/reply bob: plenty")
                .hears("@+veche.chat/id=id2;+reply=1;label=id2 PRIVMSG #tea :plenty");
        server.seen();
        server.says("@msgid=3;+reply=1 :eve!e@c PRIVMSG #tea none");
        assertThat(server.seen()).containsExactly("20:00 #tea eve: [bob: is there any left?] none");
    }

    @Test
    void nothingThatIsTypedBreaksALine() {
        arrive();
        for (var typed :
                new String[] {
                    "/topic a\nQUIT",
                    "/msg :bob hi",
                    "/join #:x",
                    "/join :x key",
                    "/nick a b",
                    "/part :x words",
                    "/who :x",
                    "/query :x",
                    "words",
                    "/away a\rb",
                    "/join a\0b c"
                }) {
            server.types(typed);
        }
        assertThat(server.heard()).contains("TOPIC #tea :a QUIT").doesNotContain("QUIT");
        assertThat(server.over()).isEmpty();
    }

    @Test
    void nothingThatStrangersAreCalledBreaksALine() {
        arrive();
        server.says(
                "::x!b@c PRIVMSG ann :one",
                ":s 005 ann veche.chat/FIRST=#a\\x20b :are supported",
                ":ann!a@b JOIN ::x",
                ":s PRIVMSG :",
                ":s JOIN",
                ":s NICK :",
                ":s KICK",
                ":s 353",
                ":s MARKREAD",
                ":s BATCH +",
                ":s BATCH -",
                ":s TOPIC",
                ":s REDACT",
                ":s FAIL");
        server.types("/switch 2").types("hello");
        assertThat(server.over()).isEmpty();
    }

    @Test
    void strangersCannotBeginConversationsWithoutEnd() {
        arrive();
        for (var i = 0; i < 2_000; i++) {
            server.says(":stranger" + i + "!b@c PRIVMSG ann :hello");
        }
        server.seen();
        server.types("/switch");
        server.types("/switch 501");
        assertThat(server.seen()).last().asString().contains("There is no 501 here");
    }

    @Test
    void aPastThatNeverComesDoesNotHoldUpWhatIsSaid() {
        server.types("ann").types("secret");
        logIn(BY_PASSWORD);
        server.says(":s 376 ann :End", ":ann!a@b JOIN #tea").seen();
        for (var i = 0; i < 1_000; i++) {
            assertThat(server.seen()).isEmpty();
            server.says("@msgid=" + i + " :bob!b@c PRIVMSG #tea :" + i);
        }
        assertThat(server.seen()).hasSize(1_000);
    }

    @Test
    void whoeverIsAwayIsAwayOnReturnTooUntilTheyAreBack() {
        arrive();
        server.types("/away at lunch").hears("AWAY :at lunch");
        server.hangsUp().passes(Duration.ofMinutes(1));
        logIn(BY_PASSWORD);
        server.ignores().says(":s 376 ann :End").hears("AWAY :at lunch").hears("JOIN #tea");
        server.ignores().types("/back").hears("AWAY");
        server.hangsUp().passes(Duration.ofMinutes(1));
        logIn(BY_PASSWORD);
        server.ignores().says(":s 376 ann :End").hears("JOIN #tea");
    }

    @Test
    void linesAreIndentedAsTheyWereTyped() {
        arrive();
        server.types("  indented  ")
                .hears("@+veche.chat/id=id1;label=id1 PRIVMSG #tea :  indented");
        server.types(" /help").hears("@+veche.chat/id=id2;label=id2 PRIVMSG #tea : /help");
        server.types("\n \n  if a:\n    b\n");
        server.hears("@+veche.chat/id=id3-1;label=id3-1 PRIVMSG #tea :  if a:");
        server.hears("@+veche.chat/id=id3-2;label=id3-2 PRIVMSG #tea :    b").hearsNothing();
    }

    @Test
    void whatIsSaidIsSentWithAnIdUntilItsEchoComes() {
        arrive();
        server.types("hello").hears("@+veche.chat/id=id1;label=id1 PRIVMSG #tea :hello");
        server.hangsUp();
        server.passes(Duration.ofMinutes(1));
        assertThat(server.dials).isEqualTo(2);
        logIn(BY_PASSWORD);
        server.ignores();
        server.says(":s 376 ann :End").hears("JOIN #tea");
        assertThat(server.heard()).hasSize(2);
        server.says(":s BATCH +t draft/chathistory-targets", ":s BATCH -t");
        server.says(":ann!a@b JOIN #tea");
        assertThat(server.heard())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("CHATHISTORY AFTER #tea");
        server.says(":s BATCH +h chathistory #tea", ":s BATCH -h");
        server.hears("@+veche.chat/id=id1;label=id1 PRIVMSG #tea :hello");
        server.says("@+veche.chat/id=id1;msgid=1 :ann!a@b PRIVMSG #tea :hello").hangsUp();
        server.passes(Duration.ofMinutes(1));
        logIn(BY_PASSWORD);
        welcome("");
        server.hearsNothing();
    }

    @Test
    void whatTheHistoryHasIsNotSentAgain() {
        arrive();
        server.types("hello").ignores().hangsUp().passes(Duration.ofMinutes(1));
        logIn(BY_PASSWORD);
        server.ignores().says(":s 376 ann :End");
        server.says(":s BATCH +t draft/chathistory-targets", ":s BATCH -t", ":ann!a@b JOIN #tea");
        server.ignores();
        server.says(":s BATCH +h chathistory #tea");
        server.says("@batch=h;msgid=1;+veche.chat/id=id1 :ann!a@b PRIVMSG #tea :hello");
        server.says(":s BATCH -h").hears("CHATHISTORY AFTER #tea msgid=1 100");
        server.says(":s BATCH +i chathistory #tea", ":s BATCH -i").hearsNothing();
    }

    @Test
    void whatWasMissedIsFetchedUntilNothingIsMissingAndShownOnceAndInOrder() {
        arrive();
        server.says("@msgid=1;time=2026-11-24T20:00:01.000Z :bob!b@c PRIVMSG #tea one");
        server.hangsUp().passes(Duration.ofMinutes(1));
        logIn(BY_PASSWORD);
        server.ignores()
                .says(":s 376 ann :End")
                .says(":s BATCH +t draft/chathistory-targets", ":s BATCH -t");
        server.ignores().says(":ann!a@b JOIN #tea").hears("CHATHISTORY AFTER #tea msgid=1 100");
        server.seen();
        server.says("@msgid=4;time=2026-11-24T20:00:04.000Z :bob!b@c PRIVMSG #tea four");
        server.says(
                ":s BATCH +h chathistory #tea",
                message("2", "two"),
                message("3", "three"),
                ":s BATCH -h");
        server.hears("CHATHISTORY AFTER #tea msgid=3 100");
        server.says(":s BATCH +h chathistory #tea", message("4", "four"), ":s BATCH -h");
        server.hears("CHATHISTORY AFTER #tea msgid=4 100");
        server.says(":s BATCH +h chathistory #tea", ":s BATCH -h").hearsNothing();
        assertThat(server.seen())
                .containsExactly(
                        "20:00 #tea bob: two", "20:00 #tea bob: three", "20:00 #tea bob: four");
    }

    @Test
    void privateMessagesThatWereMissedAreFetchedToo() {
        arrive();
        server.says("@msgid=1;time=2026-11-24T20:00:01.000Z :bob!b@c PRIVMSG ann psst");
        server.hangsUp().passes(Duration.ofMinutes(1));
        logIn(BY_PASSWORD);
        server.ignores().says(":s 376 ann :End").ignores();
        server.says(":s BATCH +t draft/chathistory-targets");
        server.says("@batch=t :s CHATHISTORY TARGETS bob 2026-11-24T20:00:05.000Z", ":s BATCH -t");
        server.hears("CHATHISTORY AFTER bob msgid=1 100");
    }

    @Test
    void thatTheServerIsAwayIsSaidOnce() {
        arrive();
        server.seen();
        server.says("ERROR :Closing link: (1.2.3.4) [Server paused]").hangsUp();
        for (var i = 0; i < 20; i++) {
            server.passes(Duration.ofMinutes(1)).fails();
        }
        assertThat(server.dials).isEqualTo(21);
        assertThat(server.seen()).hasSize(1).first().asString().contains("Server paused");
        server.passes(Duration.ofMinutes(1));
        logIn(BY_PASSWORD);
        assertThat(server.seen()).containsExactly("Back again.");
    }

    @Test
    void aServerThatSaysNothingIsLost() {
        arrive();
        server.passes(Duration.ofSeconds(45)).hears("PING here").says(":s PONG s here");
        server.passes(Duration.ofSeconds(45)).hears("PING here").seen();
        server.passes(Duration.ofSeconds(45));
        assertThat(server.seen()).hasSize(1).first().asString().contains("The connection is gone");
    }

    @Test
    void aServerWithoutAnyOfThisIsTalkedToAsEver() {
        server.types("ann").types("secret").opens().ignores();
        server.says(":s 001 ann :Welcome", ":s 376 ann :End", ":ann!a@b JOIN #tea").ignores();
        server.seen();
        server.types("hello").hears("PRIVMSG #tea :hello").hears("PING id1");
        assertThat(server.seen()).isEmpty();
        server.says(":s PONG s id1");
        assertThat(server.seen()).containsExactly("20:00 #tea ann: hello");
        server.types("exit");
        assertThat(server.over()).contains(Exit.DONE);
    }

    @Test
    void aMessageThatIsRefusedIsSaidAndNotSentAgain() {
        arrive();
        server.types("hello").ignores();
        server.says("@label=id1 :s 404 ann #tea :Cannot send to channel");
        assertThat(server.seen()).last().isEqualTo("#tea: Cannot send to channel");
        server.types("exit");
        assertThat(server.over()).contains(Exit.DONE);
    }

    @Test
    void whoeverLeavesWithSomethingUnsentIsWarned() {
        arrive();
        server.hangsUp().types("hello").seen();
        server.types("exit");
        assertThat(server.seen())
                .containsExactly("1 message is not sent yet. exit once more leaves all the same.");
        server.types("exit");
        assertThat(server.over()).contains(Exit.DONE);
    }

    @Test
    void nothingThatOthersWriteReachesTheScreenAsItIs() {
        arrive();
        server.seen();
        server.says(
                ":bob!b@c PRIVMSG #tea :\u001b[2J\u009b1A",
                ":\u001b[31mbob!b@c JOIN #tea",
                ":bob!b@c TOPIC #tea :\u001b]0;title\u0007",
                ":bob!b@c PART #tea :\u202ebye",
                ":bob!b@c QUIT :\u001bc",
                ":bob!b@c NICK \u001b[1m",
                ":bob!b@c KICK #tea eve :\u0007",
                ":s 404 ann #tea :\u001b[5m",
                ":s NOTICE ann :\u001b[6n",
                ":s FAIL X Y :\u001b[c");
        assertThat(server.seen())
                .hasSize(10)
                .allMatch(line -> line.codePoints().noneMatch(Harmless::isHarmful));
    }
}
