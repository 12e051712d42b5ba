package veche.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people said to us alone while we were away, line by line, against a server that the test
/// plays.
class AbsenceTest {

    private static final String CAPABILITIES =
            "sasl batch message-tags server-time draft/chathistory";

    @TempDir Path home;

    private ScriptedServer server;

    private static Options options(String... channels) {
        return Sitter.options(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 7000), "ann", channels);
    }

    /// Somebody comes, into the channel #tea where nothing was said.
    @BeforeEach
    void arrive() {
        server = new ScriptedServer(home, options(), Optional.of("secret"));
        logIn();
        tells();
        server.says(":ann!a@b JOIN #tea", ":s BATCH +h chathistory #tea", ":s BATCH -h").ignores();
        server.seen();
    }

    /// A script comes in her place, and listens to #tea and to bob.
    private void listen() {
        var json = Sitter.json(options("#tea", "bob"), true);
        server = new ScriptedServer(home, json, Optional.of("secret"), true);
        logIn();
        tells();
        server.ignores().seen();
    }

    private void logIn() {
        server.opens().says(":s CAP * LS :" + CAPABILITIES, ":s CAP ann ACK :" + CAPABILITIES);
        server.says("AUTHENTICATE +", ":s 903 ann :ok", ":s 001 ann :Welcome").ignores();
        server.says(":s 005 ann CHATHISTORY=100 :are supported", ":s 376 ann :End");
    }

    /// Comes back.
    ///
    /// @param since from when on the client asks who has written to it
    private void comeBack(String since) {
        server.passes(Duration.ofMinutes(1));
        logIn();
        assertThat(server.heard())
                .anyMatch(line -> line.startsWith("CHATHISTORY TARGETS timestamp=" + since));
    }

    /// The server says with whom something was said, in its channels and in private.
    private void tells(String... names) {
        server.says(":s BATCH +t draft/chathistory-targets");
        for (var name : names) {
            server.says("@batch=t :s CHATHISTORY TARGETS " + name + " 2026-11-24T20:05:00.000Z");
        }
        server.says(":s BATCH -t");
    }

    /// The server answers a question for what was said.
    private void tellsOf(String name, String... lines) {
        server.says(":s BATCH +h chathistory " + name);
        for (var line : lines) {
            server.says("@batch=h;" + line.substring(1));
        }
        server.says(":s BATCH -h");
    }

    private static String fromBob(String text, int second) {
        return "@msgid=%s;time=2026-11-24T20:05:%02d.000Z :bob!b@c PRIVMSG ann :%1$s"
                .formatted(text, second);
    }

    private static String inTea(String text, String time) {
        return "@msgid=" + text + ";time=" + time + " :eve!b@c PRIVMSG #tea :" + text;
    }

    private List<String> words() {
        return server.seen().stream().map(line -> line.replaceFirst(".* ", "")).toList();
    }

    @Test
    void itIsFetchedHoweverOftenTheConnectionBreaks() {
        server.says(inTea("one", "2026-11-24T20:00:30.000Z")).hangsUp();
        comeBack("2026-11-24T20:00:20");
        // The server is gone before it has said that bob has written.
        server.hangsUp();
        comeBack("2026-11-24T20:00:20");
        // Now it says so, and what eve said in the channel, and is gone before it has said what.
        server.says(":ann!a@b JOIN #tea").ignores();
        tells("bob");
        server.hears("CHATHISTORY AFTER bob timestamp=2026-11-24T20:00:19.999Z 100");
        tellsOf("#tea", inTea("two", "2026-11-24T20:09:00.000Z"));
        server.hangsUp();
        comeBack("2026-11-24T20:00:20");
        tells("bob");
        server.hears("CHATHISTORY AFTER bob timestamp=2026-11-24T20:00:19.999Z 100");
        tellsOf("bob", fromBob("three", 0));
        server.hears("CHATHISTORY AFTER bob msgid=three 100");
        tellsOf("bob");
        server.types("/switch bob");
        assertThat(words()).contains("three");
        server.hangsUp();
        comeBack("2026-11-24T20:08:50");
    }

    @Test
    void whatIsSaidOnReturnDoesNotHideWhatWasSaidBefore() {
        server.says(fromBob("one", 0)).hangsUp();
        comeBack("2026-11-24T20:04:50");
        server.says(fromBob("three", 3));
        tells("bob");
        server.hears("CHATHISTORY AFTER bob msgid=one 100").seen();
        tellsOf("bob", fromBob("two", 2), fromBob("three", 3));
        tellsOf("bob");
        server.types("/switch bob");
        assertThat(words()).containsSequence("one", "two", "three");
    }

    /// The second question counts from the moment at which the first answer ended.
    @Test
    void theServerIsAskedUntilItHasNamedAllWhoHaveWritten() {
        server.hangsUp();
        comeBack("2026-11-17T20:00:00");
        tells(IntStream.range(0, 100).mapToObj(i -> "friend" + i).toArray(String[]::new));
        assertThat(server.heard())
                .hasSize(101)
                .last()
                .asString()
                .startsWith("CHATHISTORY TARGETS timestamp=2026-11-24T20:04:59.999Z");
        tells("friend99", "friend100");
        server.hears("CHATHISTORY AFTER friend100 timestamp=2026-11-17T19:59:59.999Z 100");
        server.hearsNothing();
    }

    @Test
    void aServerMayTellLessAtOnce() {
        server.says(":s 005 ann CHATHISTORY=2 :are supported").hangsUp();
        server.passes(Duration.ofMinutes(1));
        server.opens().says(":s CAP * LS :" + CAPABILITIES, ":s CAP ann ACK :" + CAPABILITIES);
        server.says("AUTHENTICATE +", ":s 903 ann :ok", ":s 001 ann :Welcome").ignores();
        server.says(":s 005 ann CHATHISTORY=2 :are supported", ":s 376 ann :End").ignores();
        tells("bob", "eve");
        assertThat(server.heard()).hasSize(3).last().asString().endsWith(" 2");
    }

    @Test
    void whatTheServerCannotTellItIsAskedForAgain() {
        server.says(inTea("one", "2026-11-24T20:00:30.000Z")).hangsUp();
        comeBack("2026-11-24T20:00:20");
        tells("bob");
        server.says(":s FAIL CHATHISTORY MESSAGE_ERROR AFTER bob :Messages could not be retrieved");
        server.says(inTea("two", "2026-11-24T20:09:00.000Z")).hangsUp();
        comeBack("2026-11-24T20:00:20");
    }

    @Test
    void whatWasSaidLongAgoIsNotFetchedAsIfItWereNew() {
        server.says(inTea("old", "2026-08-24T20:00:00.000Z")).hangsUp();
        comeBack("2026-11-17T20:00:00");
    }

    /// We may have opened the conversation ourselves, and have heard nothing in it.
    @Test
    void allOfItIsFetchedWhereNothingWasSaidBefore() {
        server.says(inTea("one", "2026-11-24T20:00:30.000Z")).hangsUp();
        server.types("/query bob");
        comeBack("2026-11-24T20:00:20");
        tells("bob");
        server.hears("CHATHISTORY AFTER bob timestamp=2026-11-24T20:00:19.999Z 100");
    }

    @Test
    void aScriptIsToldOfThoseWhomItKnowsAndOfOthers() {
        listen();
        server.hangsUp().passes(Duration.ofMinutes(1));
        logIn();
        server.ignores();
        tells("bob", "eve");
        server.hears("CHATHISTORY AFTER bob timestamp=2026-11-24T19:59:59.999Z 100");
        server.hears("CHATHISTORY AFTER eve timestamp=2026-11-24T19:59:59.999Z 100").seen();
        tellsOf("bob", fromBob("one", 0));
        assertThat(words()).containsExactly("one");
    }
}
