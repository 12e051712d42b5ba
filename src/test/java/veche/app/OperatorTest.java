package veche.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import veche.console.Descriptions;
import veche.console.Exit;
import veche.language.Language;

/// What the operator does to the server, through the control socket, and what people see of it.
class OperatorTest {

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
    void whilePausedNobodyComesInAndThoseWhoAreHereTalkOn() throws IOException {
        var chat = server.chat("ann +\nbob +\nann < *** bob is here");
        assertThat(server.ctl("pause").out())
                .isEqualTo("The server is paused: it does not listen. resume ends this.\n");
        var begun = System.nanoTime();
        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(100));
        chat.scene("ann > still here\nbob < ann: still here");
        assertThat(server.ctl("pause").out()).isEqualTo("The server was paused already.\n");
        assertThat(server.ctl("status").out()).contains("Paused: yes");

        var address = server.address();
        assertThat(server.ctl("resume").lines().getFirst())
                .startsWith("The server listens again, on 127.0.0.1:" + address.getPort() + ", ");
        assertThat(server.ctl("resume").out()).startsWith("The server is listening already");
        assertThat(server.ctl("status").out()).contains("Paused: no");
        chat.scene("cyd +\nann < *** cyd is here\nbob < *** cyd is here");
        assertThat(server.ctl("logs").out()).contains(" paused").contains(" resumed");
    }

    private void connect() throws IOException {
        new Socket(server.address().getAddress(), server.address().getPort()).close();
    }

    @Test
    void aPauseCanSendEveryoneAway() throws IOException {
        var chat = server.chat("ann +");
        assertThat(server.ctl("pause", "--disconnect").lines()).contains("1 client was sent away.");
        chat.scene("ann < *** The server pauses. Come back later.\nann !");
        server.ctl("resume");
        server.chat("ann +");
    }

    @Test
    void theOperatorSeesWhoIsHereAndSendsSomebodyAway() throws IOException {
        var chat = server.chat("ann +\nbob +\nann < *** bob is here\nann2 +");
        assertThat(server.ctl("who").lines()).hasSize(3).anyMatch(line -> line.contains("bob"));
        assertThat(server.ctl("kick", "ANN", "enough", "for", "today").out())
                .isEqualTo("ANN: 2 connections ended.\n");
        chat.scene(
                """
                ann < *** The operator sends you away. enough for today
                ann !
                ann2 < *** The operator sends you away. enough for today
                ann2 !
                bob < *** ann was sent away by the operator
                """);
        var nobody = server.ctl("kick", "ann");
        assertThat(nobody.exit()).isEqualTo(1);
        assertThat(nobody.err()).startsWith("Nobody who is called ann is connected.");
    }

    @Test
    void whatTheOperatorAddsCannotGarbleAScreenEither() throws IOException {
        var chat = server.chat("bob +");
        server.ctl("kick", "bob", "go\u001b[2J\nann: away");
        chat.scene("bob < *** The operator sends you away. go\uFFFD[2J\uFFFDann: away\nbob !");
    }

    @Test
    void everyoneIsToldWhatTheOperatorSays() throws IOException {
        var chat = server.chat("ann +\nbob +\nann < *** bob is here");
        assertThat(server.ctl("say", "lunch", "is", "ready").exit()).isZero();
        chat.scene(
                """
                ann < *** The operator: lunch is ready
                bob < *** The operator: lunch is ready
                """);
    }

    @ParameterizedTest
    @EnumSource
    void helpExplainsEverythingThatCanBeWritten(Language language) {
        assertThat(Descriptions.missing(server.control().commands(), language)).isEmpty();
    }

    @Test
    void whatTheOperatorSaysReachesPeopleAsItWasTyped() throws IOException {
        var chat = server.chat("bob +");
        assertThat(server.ctl("say", "--json", "add", "--json", "C:\\x").out())
                .isEqualTo("{\"done\":true}\n");
        assertThat(server.ctl("say", "--", "-h").exit()).isZero();
        chat.scene(
                """
                bob < *** The operator: add --json C:\\x
                bob < *** The operator: -h
                """);
        for (var line :
                List.of(
                        "say he said \"hi\"   --json C:\\x \\",
                        "  say --json don't: \"",
                        "say -5 degrees",
                        "say -- --json",
                        "--json say he said \"yes\"",
                        "say --json it's\n\"two\" lines")) {
            server.control().commands().run("root", line, _ -> {});
        }
        chat.scene(
                """
                bob < *** The operator: he said "hi"   --json C:\\x \\
                bob < *** The operator: don't: "
                bob < *** The operator: -5 degrees
                bob < *** The operator: --json
                bob < *** The operator: he said "yes"
                bob < *** The operator: it's
                bob < *** The operator: "two" lines
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "say",
                "say --",
                "say --json",
                "--json say",
                "say -- ",
                "say --jsn",
                "say -x y"
            })
    void whatIsNoSpeechIsRefused(String line) throws IOException {
        var chat = server.chat("bob +");
        var answer = new ArrayList<String>();
        assertThat(server.control().commands().run("root", line, answer::add))
                .isEqualTo(Exit.MISUSED);
        assertThat(String.join("\n", answer))
                .containsPattern("Something is missing: WORDS|There is no option -");
        server.ctl("say", "that is all");
        chat.scene("bob < *** The operator: that is all");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"say --help", "say -h", "say --help me", "-h say hi", " say --json -h "})
    void whoAsksForHelpSaysNothing(String line) throws IOException {
        var chat = server.chat("bob +");
        var answer = new ArrayList<String>();
        assertThat(server.control().commands().run("root", line, answer::add)).isEqualTo(Exit.DONE);
        assertThat(String.join("\n", answer)).contains("say");
        server.ctl("say", "that is all");
        chat.scene("bob < *** The operator: that is all");
    }

    @Test
    void whatIsMissingOrWrongIsNamed() {
        assertThat(server.ctl("ban", "add", "30m").err()).isEqualTo("Something is missing: WHOM\n");
        assertThat(server.ctl("ban", "add", "0s", "192.0.2.1").err())
                .isEqualTo("A ban lasts a second at least.\n");
        assertThat(server.ctl("ban", "list").out()).isEqualTo("Nobody is banned.\n");
        assertThat(server.ctl("accounts", "add", "ann").err())
                .isEqualTo(
                        "This asks for a password, and nobody can be asked here."
                                + " Add --generate to the command.\n");
        assertThat(server.ctl("accounts", "add", "_x", "--generate").exit()).isZero();
        assertThat(server.ctl("accounts", "add", "1x", "--generate").err())
                .isEqualTo(
                        "1x cannot be a name. A name has 1 to 30 characters: letters and digits"
                                + " of any script, \"-\", \"_\" and \".\", and begins with a letter"
                                + " or \"_\".\n");
    }

    @Test
    void clearedAccountsMustBeRegisteredAnewAndInheritNothing() throws IOException {
        var chat =
                server.chat(
                        """
                        ann +
                        bob +
                        ann < *** bob is here
                        ann > what was said stays
                        bob < ann: what was said stays
                        ann > /msg bob for you alone
                        bob < ann -> you: for you alone
                        """);
        assertThat(server.ctl("accounts", "clear").exit()).isEqualTo(1);
        var cleared = server.ctl("accounts", "clear", "--yes");
        assertThat(cleared.out())
                .startsWith("2 accounts are removed, 2 sessions ended. To undo it:");
        chat.scene(
                """
                ann < *** The operator removed all accounts. Come back and register anew.
                ann !
                bob < *** The operator removed all accounts. Come back and register anew.
                bob !
                """);
        assertThat(server.ctl("accounts", "list").out()).isEqualTo("There are no accounts.\n");
        server.chat(
                """
                bob ^
                bob ? Name:
                bob > bob
                bob ? Choose a password for the new name bob, of at least 8 characters:
                bob > another password
                bob < *** Welcome, bob! …
                bob < *** There is no topic. …
                bob < *** Lately in #veche:
                bob < ann: what was said stays
                bob < *** In #veche: bob
                bob > /search alone
                bob < *** Nothing found. …
                """);

        var snapshot = cleared.out().strip().replaceFirst(".*restore ", "");
        var restored = server.ctl("accounts", "restore", snapshot);
        assertThat(restored.lines().getFirst()).isEqualTo("1 account is back.");
        assertThat(restored.out()).contains("these names are in use again").contains("bob");
        assertThat(server.ctl("accounts", "remove", "bob", "--yes").exit()).isZero();
        assertThat(server.ctl("accounts", "restore", snapshot).lines().getFirst())
                .isEqualTo("1 account is back.");
        server.chat(
                """
                bob +
                bob > /search alone
                bob < *** 1 message found:
                bob < ann -> you: for you alone
                """);
    }

    @Test
    void aRemovedAccountLosesItsSessionsOnly() throws IOException {
        var chat =
                server.chat("ann +\nbob +\nann < *** bob is here\nann > hello\nbob < ann: hello");
        assertThat(server.ctl("accounts", "remove", "ann", "--yes").out())
                .isEqualTo("The account ann is removed.\n");
        chat.scene(
                """
                ann < *** The operator removed your account. To come back, register anew.
                ann !
                bob < *** The operator removed the account ann
                bob > /history 1
                bob < *** The last message in #veche:
                bob < ann: hello
                bob < *** Now:
                """);
    }

    @Test
    void theOperatorGivesSomebodyANewPassword() throws IOException {
        server.chat("ann +\nann -");
        var given = server.ctl("accounts", "password", "ann", "--generate", "--json");
        assertThat(given.out()).startsWith("{\"account\":\"ann\",\"password\":\"");
        var password = given.out().strip().replaceAll(".*password\":\"|\"}$", "");
        try (var ann = Client.connect(server.address())) {
            ann.logIn("ann", password);
            ann.expectLine("*** Welcome back, ann! …");
        }
    }

    /// Which it does when everything of them is gone, a moment after they have seen the end.
    @Test
    void theLogTellsWhoHasLeft() throws IOException {
        server.chat("ann +\nann -");
        server.stop();
        assertThat(Files.readString(server.data().resolve("log/veche.log")))
                .containsPattern("client gone .*reason=QUIT.* client=1 ");
    }

    @Test
    void theLogTellsWhoCameAndNeverWhatTheySaid() throws IOException {
        server.chat("ann +\nann > my secret words\nann -");
        var log = server.ctl("logs").out();
        assertThat(log)
                .contains("client connected")
                .contains("account registered account=ann")
                .doesNotContain("secret words");
        var cleared = server.ctl("logs", "clear");
        assertThat(cleared.out()).startsWith("The log is empty now. What was in it is in ");
        assertThat(server.ctl("logs").out()).doesNotContain("account registered");
        server.chat("bob +");
        assertThat(server.ctl("logs", "--grep", "REGISTERED").lines())
                .singleElement()
                .asString()
                .contains("account=bob");
    }

    @Test
    void statusCountsWhatThereIs() throws IOException {
        server.chat("ann +\nbob +\nann < *** bob is here\nann > one\nbob < ann: one");
        var port = server.address().getPort();
        assertThat(server.ctl("status").out())
                .contains(
                        "Connections: 2\n",
                        "By listener: line:%d 2\n".formatted(port),
                        "Accounts: 2\n")
                .contains("Channels: 1\n", "Messages kept: 1\n");
        assertThat(server.ctl("status", "--json").out())
                .startsWith("{\"version\":\"")
                .contains(
                        "\"messages\":1",
                        "\"paused\":false",
                        "\"connections_by_listener\":{\"line:%d\":2}".formatted(port));
    }

    @Test
    void everyoneIsToldWhenTheServerStopsAndWhatWasSaidIsKept() throws Exception {
        var chat =
                server.chat(
                        "ann +\nbob +\nann < *** bob is here\nann > last words\nbob < ann: last words");
        assertThat(server.ctl("stop", "see", "you", "tomorrow").out())
                .isEqualTo("The server stops.\n");
        chat.person("ann")
                .expectLine(
                        "*** The server stops. Everything that was said is kept. see you tomorrow");
        chat.person("ann").expectEnd();
        chat.person("bob")
                .expectLine(
                        "*** The server stops. Everything that was said is kept. see you tomorrow");
        chat.person("bob").expectEnd();
        server.stop();
        try (var again = ChatServer.startAgain(server)) {
            again.chat(
                    """
                    ann +
                    ann > /history 1
                    ann < *** The last message in #veche:
                    ann < ann: last words
                    ann < *** Now:
                    """);
        }
    }

    @Test
    void aStopInAWhileIsAnnounced() throws IOException {
        var chat = server.chat("ann +");
        assertThat(server.ctl("stop", "--in", "1h", "moving house").out())
                .isEqualTo("The server stops in 3,600 seconds.\n");
        chat.scene("ann < *** The operator: The server stops in 3,600 seconds. moving house");
        assertThat(server.ctl("stop", "--cancel").exit()).isZero();
        chat.scene("ann < *** The operator: The server does not stop after all.");
        assertThat(server.ctl("stop", "--cancel").err()).isEqualTo("No stop is planned.\n");
    }
}
