package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What was said before is seen by those who come later.
class HistoryTest {

    @Test
    void whoComesBackSeesWhatTheyMissed() throws IOException {
        try (var server = ChatServer.start()) {
            server.chat(
                    """
                    ann +
                    bob +
                    ann < *** bob is here
                    ann > one
                    bob < ann: one
                    bob -
                    ann < *** bob left
                    ann > two
                    ann > /me waves
                    ann > /topic three
                    ann < *** The topic is set.
                    bob ^
                    bob ? Name:
                    bob > bob
                    bob ? Password:
                    bob > correct horse
                    ann < *** bob is here
                    bob < *** Welcome back, bob! You were last here on …
                    bob < *** The topic: three (set by ann)
                    bob < *** Lately in #veche:
                    bob < ann: one
                    bob < *** Since then in #veche: 3 messages
                    bob < ann: two
                    bob < * ann waves
                    bob < *** ann set the topic of #veche: three
                    bob < *** In #veche: ann, bob
                    """);
        }
    }

    @Test
    void aNewcomerSeesTheLastFifty() throws IOException {
        try (var server = ChatServer.start()) {
            var chat = server.chat("ann +");
            for (var i = 1; i <= 60; i++) {
                chat.person("ann").send("line " + i);
            }
            chat.scene("ann > /topic counted\nann < *** The topic is set.");
            try (var bob = Client.connect(server.address())) {
                bob.logIn("bob", Chat.PASSWORD);
                var lines = bob.readUntil("*** In #");
                assertThat(lines.subList(3, lines.size() - 2))
                        .isEqualTo(
                                IntStream.rangeClosed(12, 60)
                                        .mapToObj(i -> "ann: line " + i)
                                        .toList());
            }
        }
    }

    @Test
    void aLotThatWasMissedIsCountedAndTheLastOfItShown() throws IOException {
        try (var server = ChatServer.start("[history]\nmissed = 5\n")) {
            var chat = server.chat("bob +\nbob -\nann +");
            for (var i = 1; i <= 20; i++) {
                chat.person("ann").send("line " + i);
            }
            chat.scene(""); // until all of it has been said
            chat.scene(
                    """
                    bob ^
                    bob ? Name:
                    bob > bob
                    bob ? Password:
                    bob > correct horse
                    ann < *** bob is here
                    bob < *** Welcome back, bob! …
                    bob < *** There is no topic. …
                    bob < *** Since then in #veche: 20 messages
                    bob < *** 15 earlier ones are not shown here; here are the last 5. /history shows more.
                    bob < ann: line 16
                    bob < ann: line 17
                    bob < ann: line 18
                    bob < ann: line 19
                    bob < ann: line 20
                    bob < *** In #veche: ann, bob
                    bob > /history 3
                    bob < *** The last 3 messages in #veche:
                    bob < ann: line 18
                    bob < ann: line 19
                    bob < ann: line 20
                    bob < *** Now:
                    bob > /history many
                    bob < *** How many? A number from 1 to 1,000.
                    """);
        }
    }

    @Test
    void whatOneSaidOneselfIsNotMissed() throws IOException {
        try (var server = ChatServer.start()) {
            server.chat(
                    """
                    ann +
                    ann > and that is that
                    ann > /quit
                    ann < *** Goodbye.
                    ann !
                    ann ^
                    ann ? Name:
                    ann > ann
                    ann ? Password:
                    ann > correct horse
                    ann < *** Welcome back, ann! …
                    ann < *** There is no topic. …
                    ann < *** Lately in #veche:
                    ann < ann: and that is that
                    ann < *** In #veche: ann
                    """);
        }
    }

    @Test
    void whatCouldNotBeReadOnReturnIsStillMissed() throws Exception {
        try (var server = ChatServer.start()) {
            server.chat(
                    """
                    bob +
                    bob -
                    ann +
                    ann > one
                    """);
            execute(server, "ALTER TABLE message RENAME TO hidden");
            server.chat(
                    """
                    bob ^
                    bob ? Name:
                    bob > bob
                    bob ? Password:
                    bob > correct horse
                    bob < *** Welcome back, bob! …
                    bob < *** There is no topic. …
                    bob < *** Something went wrong here. …
                    bob !
                    """);
            execute(server, "ALTER TABLE hidden RENAME TO message");
            server.chat(
                    """
                    bob ^
                    bob ? Name:
                    bob > bob
                    bob ? Password:
                    bob > correct horse
                    bob < *** Welcome back, bob! …
                    bob < *** There is no topic. …
                    bob < *** Since then in #veche: 1 message
                    bob < ann: one
                    bob < *** In #veche: ann, bob
                    """);
        }
    }

    /// Does something to the journal behind the server's back.
    private static void execute(ChatServer server, String sql) throws SQLException {
        var journal = "jdbc:sqlite:" + server.data().resolve("veche.db");
        try (var connection = DriverManager.getConnection(journal);
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void searchFindsWordsInOnesOwnChannelsOnly() throws IOException {
        try (var server = ChatServer.start()) {
            server.chat(
                    """
                    ann +
                    bob +
                    ann < *** bob is here
                    ann > Доброе утро, чай готов
                    bob < ann: Доброе утро, чай готов
                    ann > /msg bob the samovar is hot
                    bob < ann -> you: the samovar is hot
                    bob > /join #secret
                    bob < *** You joined #secret, and talk there now.
                    bob < *** There is no topic. …
                    bob < *** In #secret: bob
                    bob > the samovar is mine
                    ann > /search SAMOVAR
                    ann < *** 1 message found:
                    ann < you -> bob: the samovar is hot
                    bob > /search samovar
                    bob < *** 2 messages found:
                    bob < ann -> you: the samovar is hot
                    bob < #secret bob: the samovar is mine
                    ann > /search утр чай
                    ann < *** 1 message found:
                    ann < #veche ann: Доброе утро, чай готов
                    ann > /search "nothing* OR
                    ann < *** Nothing found. …
                    """);
        }
    }

    @Test
    void everythingIsThereAfterARestart() throws IOException {
        try (var before = ChatServer.start()) {
            before.chat(
                    """
                    ann +
                    bob +
                    ann < *** bob is here
                    bob > /join #tea
                    bob < *** You joined #tea, and talk there now.
                    bob < *** There is no topic. …
                    bob < *** In #tea: bob
                    bob > /topic tea at five
                    bob < *** The topic is set.
                    bob > /lang ru
                    bob < *** Теперь по-русски.
                    bob > /lang en
                    bob < *** From now on in English.
                    ann > hello
                    bob < #veche ann: hello
                    """);
            before.stop();
            try (var after = ChatServer.startAgain(before)) {
                after.chat(
                        """
                        bob ^
                        bob ? Name:
                        bob > bob
                        bob ? Password:
                        bob > correct horse
                        bob < *** Welcome back, bob! …
                        bob < *** There is no topic. …
                        bob < *** Lately in #veche:
                        bob < ann: hello
                        bob < *** In #veche: bob (1 more is away)
                        bob > /join #tea
                        bob < *** You are talking in #tea now.
                        bob < *** The topic: tea at five (set by bob)
                        bob < *** In #tea: bob
                        """);
            }
        }
    }

    @Test
    void searchSaysWhenThereMayBeMore() throws IOException {
        try (var server = ChatServer.start()) {
            var chat = server.chat("ann +");
            for (var i = 1; i <= 31; i++) {
                chat.person("ann").send("tea " + i);
            }
            var ann = chat.person("ann");
            ann.send("/search tea");
            ann.expectLine("*** At least 30 messages found; these are the latest:");
            assertThat(ann.readUntil("#veche ann: tea 31")).hasSize(30);
        }
    }
}
