package veche.app;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import veche.name.CaseMapping;

/// Which names are the same, as the operator chooses
/// (https://modern.ircdocs.horse/#casemapping-parameter), and which look the same.
class IrcNamesTest {

    private static final String RFC1459 = "[names]\ncasemapping = \"rfc1459\"\n";
    private static final String ASCII = "[names]\ncasemapping = \"ascii\"\n";

    private static final Map<CaseMapping, String> TOLD =
            Map.of(
                    CaseMapping.PRECIS, "CASEMAPPING=ascii UTF8MAPPING=rfc8265",
                    CaseMapping.ASCII, "CASEMAPPING=ascii",
                    CaseMapping.RFC1459, "CASEMAPPING=rfc1459");

    private @Nullable ChatServer server;

    private ChatServer start(String settings) {
        server = ChatServer.start(settings);
        return server;
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void byRfc1459BracketsAreUpperCaseBraces() throws IOException {
        start(RFC1459)
                .irc(
                        """
                        ann +
                        ann > NICK dan[
                        ann < :ann NICK dan[
                        bob +
                        bob > NICK DAN{
                        bob < 433 bob DAN{ :Nickname is already in use
                        ann > JOIN #a[
                        ann ~ 366 …
                        bob > JOIN #A{
                        bob < :bob JOIN #a[
                        bob ~ 366 …
                        ann < :bob JOIN #a[
                        bob > PRIVMSG Dan{ :psst
                        ann < :bob PRIVMSG dan[ psst
                        """);
    }

    @Test
    void byRfc1459AMaskMeansWhatNamesMean() throws IOException {
        start(RFC1459)
                .irc(
                        """
                        ann +
                        ann > JOIN #tea
                        ann ~ 366 …
                        ann > MODE #tea +b A{*!*@*
                        ann < :ann MODE #tea +b A{*!*@*
                        bob +
                        bob > NICK a[b
                        bob < :bob NICK a[b
                        bob > JOIN #tea
                        bob < 474 a[b #tea …
                        ann > MODE #tea -b a[*!*@*
                        ann < :ann MODE #tea -b …
                        bob > JOIN #TEA
                        bob < :a[b JOIN #tea
                        bob ~ 366 …
                        ann < :a[b JOIN #tea
                        """);
    }

    @Test
    void clientsAreToldHowNamesAreCompared() throws IOException {
        for (var mapping : CaseMapping.values()) {
            var settings = "[names]\ncasemapping = \"%s\"\n".formatted(mapping).toLowerCase(ROOT);
            try (var chosen = ChatServer.start(settings)) {
                chosen.irc(
                        """
                        ann +
                        ann > VERSION
                        ann ~ 005 ann … %s CHANLIMIT=…
                        ann < 005 ann …
                        ann < 005 ann …
                        """
                                .formatted(TOLD.get(mapping)));
            }
        }
    }

    @Test
    void byAsciiOtherLettersAreRefused() throws IOException {
        start(ASCII)
                .irc(
                        """
                        ann +
                        ann > NICK вася
                        ann < 432 ann вася :Erroneous nickname: here names have the letters a to z, …
                        ann > NICK 1ann
                        ann < 432 ann 1ann :Erroneous nickname
                        ann > JOIN #чай
                        ann < 403 ann #чай :No such channel
                        bob ^
                        bob > NICK Zoë
                        bob < 432 * Zoë :Erroneous nickname: here names have the letters a to z, …
                        netcat:eve ^
                        netcat:eve ? Name:
                        netcat:eve > вася
                        netcat:eve < *** That cannot be a name. A name has 1 to 30 characters: the letters a to z, digits, …
                        netcat:eve ? Name:
                        netcat:eve > exit
                        netcat:eve < *** Goodbye.
                        netcat:eve !
                        """);
    }

    @Test
    void namesAreReadBackAsTheyWereAfterARestart() throws IOException {
        var before = start(RFC1459);
        before.account("dan[");
        before.stop();
        server = ChatServer.startAgain(before);
        server.irc(
                """
                ann +
                ann > NICK DAN{
                ann < 433 ann DAN{ :Nickname is already in use
                """);
    }

    @Test
    void anotherMappingWaitsForTheNextStart() throws IOException {
        var chosen = start("");
        chosen.rewrite(ASCII);
        assertThat(chosen.ctl("rehash").toString()).contains("names.casemapping");
    }

    @Test
    void aNicknameThatLooksLikeAnotherGuestsIsRefused() throws IOException {
        start("")
                .irc(
                        """
                        bob +
                        ann +
                        ann > NICK b0b
                        ann < 433 ann b0b :This nickname looks too much like bob
                        ann > NICK zoe
                        ann < :ann NICK zoe
                        bob > NICK B0B
                        bob < :bob NICK B0B
                        eve ^
                        eve > NICK bob
                        eve > USER eve 0 * :Eve
                        eve < 433 * bob :This nickname looks too much like B0B
                        bob -
                        eve > NICK bob
                        eve < 001 bob …
                        eve ~ 376 …
                        """);
    }
}
