package veche.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Words are said where they were meant to be, or nowhere, and then that is said.
class PlacesTest extends AtAServer {

    private static final String NOWHERE = "You are in no channel. /join #channel";

    /// Loses the connection and comes back, to where the channels have not answered yet.
    private void comeBack() {
        server.hangsUp().passes(Duration.ofMinutes(1));
        logIn(BY_PASSWORD);
        server.ignores().says(":s 376 ann :End");
        server.says(":s BATCH +t draft/chathistory-targets", ":s BATCH -t").seen();
    }

    private void enter(String channel) {
        server.types("/join " + channel).says(":ann!a@b JOIN " + channel);
        server.says(":s BATCH +h chathistory " + channel, ":s BATCH -h").ignores().seen();
    }

    @Test
    void whoeverHasLeftTheLastChannelIsNowhere() {
        arrive();
        server.types("/part").says(":ann!a@b PART #tea").seen();
        server.types("hello");
        assertThat(server.seen()).containsExactly(NOWHERE);
        server.ignores();
        enter("#jam");
        server.hearsNothing();
    }

    @Test
    void whoeverIsSentOutOfTheLastChannelIsNowhere() {
        arrive();
        server.says(":bob!b@c KICK #tea ann :enough").seen();
        server.types("hello");
        assertThat(server.seen()).containsExactly(NOWHERE);
    }

    @Test
    void whoeverIsSentOutIsNotTurnedToSomebodyWhoWroteToThem() {
        arrive();
        server.says("@msgid=1 :eve!e@c PRIVMSG ann :hello?").seen();
        server.says(":bob!b@c KICK #tea ann :enough").seen();
        server.types("never mind").types("/switch eve");
        assertThat(server.seen())
                .containsExactly(
                        "You are in no conversation just now. /switch lists what there is.",
                        "eve",
                        "20:00 eve eve: hello?");
        server.ignores().types("hello").hears("@+veche.chat/id=id1;label=id1 PRIVMSG eve :hello");
    }

    @Test
    void whoeverIsSentOutLooksWhereTheyLookedBefore() {
        arrive();
        enter("#jam");
        server.says("@msgid=1 :eve!e@c PRIVMSG ann :hello?").seen();
        server.says(":bob!b@c KICK #jam ann :enough").ignores();
        assertThat(server.seen()).last().isEqualTo("#tea");
        server.types("hello").hears("@+veche.chat/id=id1;label=id1 PRIVMSG #tea :hello");
    }

    @Test
    void whoeverHasClosedTheLastConversationIsNowhere() {
        arrive();
        server.types("/query bob").types("/part #tea").says(":ann!a@b PART #tea");
        server.types("/part").seen();
        server.types("hello");
        assertThat(server.seen()).containsExactly(NOWHERE);
    }

    @Test
    void whatWaitsForAChannelThatRefusesIsSaidNowhereElse() {
        arrive();
        enter("#jam");
        server.types("/join #closed").types("a secret").types("/me whispers").seen();
        server.ignores().says(":s 473 ann #closed :Invitation only");
        assertThat(server.seen())
                .containsExactly(
                        "#closed: Invitation only",
                        "Not said: a secret",
                        "Not said: /me whispers",
                        "#jam");
        server.types("hello").hears("@+veche.chat/id=id3;label=id3 PRIVMSG #jam :hello");
    }

    @Test
    void whatWaitsForAChannelThatRefusesOnReturnIsSaidNowhereElse() {
        arrive();
        enter("#jam");
        server.types("on its way").ignores();
        comeBack();
        server.types("a secret").says(":ann!a@b JOIN #tea").seen();
        server.ignores().says(":s 473 ann #jam :Invitation only");
        assertThat(server.seen())
                .containsExactly(
                        "#jam: Invitation only",
                        "Perhaps not said: on its way",
                        "Not said: a secret",
                        "#tea");
        server.hearsNothing();
    }

    @Test
    void whatWasTypedBeforeAnyChannelIsNotKeptForTheNextOne() {
        server.types("ann").types("secret");
        logIn(BY_PASSWORD);
        server.types("good morning").says(":s 376 ann :End").seen();
        server.says(":s PONG s settled");
        assertThat(server.seen()).containsExactly(NOWHERE, "Not said: good morning");
        server.ignores();
        enter("#tea");
        server.hearsNothing();
    }

    /// Bob wrote to Ann while she was not here, and she is in no channel.
    private void comeToBob(String typed) {
        server.types("ann").types("secret");
        logIn(BY_PASSWORD);
        server.types(typed);
        server.says(":s 376 ann :End", ":s BATCH +t draft/chathistory-targets");
        server.says("@batch=t :s CHATHISTORY TARGETS bob 2026-11-24T19:00:00.000Z", ":s BATCH -t");
        server.says(":s BATCH +h chathistory bob", "@batch=h;msgid=1 :bob!b@c PRIVMSG ann psst");
        server.says(":s BATCH -h").ignores().seen();
    }

    @Test
    void whatWasTypedBeforeAnyChannelIsNotSaidToSomebodyWhoWrote() {
        comeToBob("good morning");
        server.says(":s PONG s settled");
        assertThat(server.seen())
                .containsExactly("bob", "20:00 bob bob: psst", "Not said: good morning");
        server.hearsNothing();
        server.types("hello").hears("@+veche.chat/id=id1;label=id1 PRIVMSG bob :hello");
    }

    @Test
    void whatWasTypedBeforeAnyChannelIsSaidToWhomSomebodyTurnsTo() {
        comeToBob("good morning");
        server.types("/query bob").says(":s PONG s settled");
        server.hears("@+veche.chat/id=id1;label=id1 PRIVMSG bob :good morning");
    }

    @Test
    void whatWasTypedBeforeAnyChannelIsNotSaidToWhoeverIsToldSomethingElse() {
        comeToBob("good morning");
        server.types("/msg eve psst").seen();
        server.says(":s PONG s settled");
        assertThat(server.seen()).containsExactly("Not said: good morning");
        server.hears("@+veche.chat/id=id1;label=id1 PRIVMSG eve :psst").hearsNothing();
    }

    @Test
    void nothingWaitsForAChannelThatNobodyHereIsIn() {
        arrive();
        server.seen();
        server.types("/msg #elsewhere psst").types("/join #x,#y").types("/query bob,eve");
        assertThat(server.seen())
                .containsExactly(
                        "There is no #elsewhere here. /switch lists what there is.",
                        "/join #channel [key]",
                        "/query name");
        server.hearsNothing();
        comeBack();
        assertThat(server.heard())
                .filteredOn(line -> line.startsWith("JOIN"))
                .containsExactly("JOIN #tea");
    }

    @Test
    void aScriptTalksInOneChannelAndInNoOther() {
        var options =
                Sitter.options(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 7000),
                        "ann",
                        "#closed",
                        "#tea");
        server = new ScriptedServer(home, Sitter.json(options, false), Optional.of("secret"), true);
        server.types("a secret");
        logIn(BY_PASSWORD);
        server.says(":s 376 ann :End", ":ann!a@b JOIN #tea").ignores();
        server.seen();
        server.says(":s 473 ann #closed :Invitation only");
        assertThat(server.seen()).containsExactly("#closed: Invitation only", "Not said: a secret");
        assertThat(server.heard()).containsExactly("QUIT");
        assertThat(server.over()).contains(Exit.REFUSED);
    }
}
