package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import veche.client.Exit;
import veche.client.Sitter;
import veche.language.Language;

/// What somebody at a terminal sees and types, beside somebody with netcat.
@Timeout(60)
class TerminalClientTest {

    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final String ALT = "\u001b";

    @TempDir Path home;

    private ChatServer server = ChatServer.start(listening(freePort()));

    private static String listening(int port) {
        return "[irc]\nlisten = [\"127.0.0.1:" + port + "\"]\n";
    }

    /// So that a server can come back where it was.
    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Sitter.Setup setup(String name, String... channels) {
        return setup(server.ircAddress(), name, channels);
    }

    private Sitter.Setup setup(InetSocketAddress address, String name, String... channels) {
        return Sitter.Setup.of(home).with(Sitter.options(address, name, channels));
    }

    /// Somebody who has an account, and is in the first channel.
    private Sitter arrive(String name) throws Exception {
        server.account(name);
        return Sitter.start(setup(name).with(Chat.PASSWORD))
                .sees("You are " + name)
                .sees("#veche> ");
    }

    private Client netcat(String name) throws IOException {
        return Client.arrive(server.address(), name, Chat.PASSWORD);
    }

    @Test
    void aNewcomerIsAskedAndRegisteredAndTalks() throws Exception {
        try (var ann = Sitter.start(Sitter.Setup.of(home));
                var bob = netcat("bob")) {
            ann.sees("Server [127.0.0.1]: ").says("");
            ann.sees("Port [6667]: ").says(Integer.toString(server.ircAddress().getPort()));
            ann.sees("Your name: ").says("ann");
            ann.sees("Password of ann").says(Chat.PASSWORD);
            ann.sees("The account ann is made").sees("You are ann").sees("#veche> ");
            bob.readUntil("*** ann joined #veche");
            ann.says("good morning").sees("ann: good morning");
            bob.readUntil("ann: good morning");
            bob.send("good morning, ann");
            ann.sees("bob: good morning, ann");
            ann.says("exit").ends(Exit.DONE);
        }
        assertThat(home.resolve("veche/logins")).content().contains(" ann ");
        assertThat(mode("veche")).isEqualTo("rwx------");
        assertThat(mode("veche/logins")).isEqualTo("rw-------");
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(file)));
    }

    @Test
    void aWrongPasswordIsSaidAndAskedForAgain() throws Exception {
        server.account("ann");
        try (var ann = Sitter.start(setup("ann"))) {
            ann.sees("Password of ann").says("something else");
            ann.sees("not the password of ann").sees("Password of ann").says(Chat.PASSWORD);
            ann.sees("You are ann").sees("#veche> ");
        }
    }

    @Test
    void whatIsTypedWhileTheServerPausesIsSentOnceAndWhatWasMissedIsShownOnce() throws Exception {
        try (var ann = arrive("ann")) {
            ann.says("before").sees("ann: before");
            server.ctl("pause", "--disconnect");
            ann.sees("The operator paused the server").sees(" (…)");
            ann.says("first").sees("waits: first");
            ann.says("second").sees("waits: second");
            server.ctl("resume");
            ann.sees("Back again").sees("ann: first").sees("ann: second").sees("#veche> ");
            ann.says("third").sees("ann: third");
        }
        try (var bob = Client.connect(server.address())) {
            bob.logIn("bob", Chat.PASSWORD);
            assertThat(bob.readUntil("*** In #veche"))
                    .containsSubsequence("ann: before", "ann: first", "ann: second", "ann: third");
        }
        server.irc(
                """
                eve + caps: message-tags batch draft/chathistory
                eve > JOIN #veche
                eve ~ 366 …
                eve > CHATHISTORY LATEST #veche * 20
                eve < BATCH +<h> chathistory #veche
                eve < @msgid=<a>;+veche.chat/id=<i>;batch=<h> :ann PRIVMSG #veche before
                eve < @msgid=<b>;+veche.chat/id=<j>;batch=<h> :ann PRIVMSG #veche first
                eve < @msgid=<c>;+veche.chat/id=<k>;batch=<h> :ann PRIVMSG #veche second
                eve < @msgid=<d>;+veche.chat/id=<l>;batch=<h> :ann PRIVMSG #veche third
                eve < BATCH -<h>
                """);
    }

    @Test
    void aServerThatWasStartedAgainIsComeBackTo() throws Exception {
        try (var ann = arrive("ann")) {
            ann.says("before").sees("ann: before");
            server.stop();
            ann.sees("The server stops");
            ann.says("meanwhile").sees("waits: meanwhile");
            server = ChatServer.startAgain(server);
            ann.sees("Back again").sees("ann: meanwhile");
            try (var bob = netcat("bob")) {
                bob.send("here I am");
                ann.sees("bob: here I am");
            }
        }
    }

    @Test
    void whoeverIsGoneWithAllAccountsRegistersAnew() throws Exception {
        try (var ann = arrive("ann")) {
            server.ctl("accounts", "clear", "--yes");
            ann.sees("The operator removed all accounts")
                    .sees("Register ann anew? [Y/n]")
                    .says("y");
            ann.sees("The account ann is made").sees("Back again").sees("#veche> ");
            ann.says("here I am").sees("ann: here I am");
        }
    }

    /// Comes once by password, and has a token from then on.
    private void keepToken() throws Exception {
        server.account("ann");
        try (var ann = Sitter.start(setup("ann"))) {
            ann.sees("Password of ann").says(Chat.PASSWORD).sees("You are ann");
            // Whoever hears this has also heard the answer to the question for a token.
            ann.says("hello").sees("ann: hello");
            ann.says("exit").ends(Exit.DONE);
        }
        assertThat(home.resolve("veche/logins")).content().contains(" ann ");
        assertThat(mode("veche")).isEqualTo("rwx------");
        assertThat(mode("veche/logins")).isEqualTo("rw-------");
    }

    @Test
    void theSecondTimeItGreetsByNameAndAsksNothing() throws Exception {
        keepToken();
        try (var ann = Sitter.start(Sitter.Setup.of(home))) {
            ann.sees("You are ann").sees("#veche> ").says("exit").ends(Exit.DONE);
        }
    }

    @Test
    void whoseTokenIsTakenBackSaysThePasswordAgain() throws Exception {
        keepToken();
        var kept = Files.readString(home.resolve("veche/logins"));
        try (var ann = Sitter.start(Sitter.Setup.of(home))) {
            ann.sees("You are ann").sees("#veche> ").types("half a sent");
            server.ctl("accounts", "revoke", "ann");
            ann.sees("was taken back").sees("Password of ann").says(Chat.PASSWORD);
            ann.sees("Back again").sees("#veche> half a sent").says("ence");
            ann.sees("ann: half a sentence").says("exit").ends(Exit.DONE);
        }
        assertThat(home.resolve("veche/logins")).content().contains(" ann ").isNotEqualTo(kept);
    }

    @Test
    void aTokenThatWasTakenBackMeanwhileIsNotTriedAgain() throws Exception {
        keepToken();
        server.ctl("accounts", "revoke", "ann");
        try (var ann = Sitter.start(Sitter.Setup.of(home))) {
            ann.sees("does not let ann in without a password").sees("Password of ann");
            ann.says(Chat.PASSWORD).sees("You are ann").sees("#veche> ");
        }
    }

    @Test
    void whoeverWantsToBeForgottenIs() throws Exception {
        keepToken();
        var forget = Sitter.Setup.of(home).with(Sitter.forget(setup("").options()));
        try (var ann = Sitter.start(forget)) {
            ann.sees("Forgotten: 127.0.0.1:").ends(Exit.DONE);
        }
        assertThat(home.resolve("veche/logins")).isEmptyFile();
        assertThat(server.ctl("accounts", "revoke", "ann").toString()).contains("no tokens");
        try (var ann = Sitter.start(forget)) {
            ann.sees("Forgotten: 127.0.0.1:").ends(Exit.DONE);
        }
    }

    @Test
    void whatWasWrittenBeforeTheAccountsWereClearedIsSentOnce() throws Exception {
        keepToken();
        try (var ann = Sitter.start(Sitter.Setup.of(home))) {
            ann.sees("You are ann").sees("#veche> ");
            server.ctl("pause", "--disconnect");
            ann.sees("The operator paused the server").sees(" (…)");
            ann.says("meanwhile").sees("waits: meanwhile");
            server.ctl("accounts", "clear", "--yes");
            server.ctl("resume");
            ann.sees("all accounts were cleared").sees("Password of ann").says(Chat.PASSWORD);
            ann.sees("The account ann is made").sees("Back again").sees("ann: meanwhile");
            ann.says("after").sees("ann: after");
        }
        try (var bob = Client.connect(server.address())) {
            bob.logIn("bob", Chat.PASSWORD);
            assertThat(bob.readUntil("*** In #veche")).containsOnlyOnce("ann: meanwhile");
        }
    }

    @Test
    void whoeverTypesAtOnceIsHeardWhenThereIsAPlace() throws Exception {
        try (var ann = Sitter.start(setup("ann"))) {
            ann.types(Chat.PASSWORD + "\rgood morning\r");
            ann.sees("You are ann").sees("#veche").sees("ann: good morning");
        }
    }

    @Test
    void aPastedTextIsOneMessage() throws Exception {
        try (var ann = arrive("ann")) {
            ann.types("\u001b[200~one\ntwo\nthree\u001b[201~").says("");
            ann.sees("ann: one").sees("| two").sees("| three");
            ann.says("/reply nobody").sees("nothing here to answer");
        }
        server.irc(
                """
                eve + caps: message-tags batch draft/chathistory draft/multiline
                eve > JOIN #veche
                eve ~ 366 …
                eve > CHATHISTORY LATEST #veche * 20
                eve < BATCH +<h> chathistory #veche
                eve < @msgid=<a>;+veche.chat/id=<i>;batch=<h> :ann BATCH +<m> draft/multiline #veche
                eve < @batch=<m> :ann PRIVMSG #veche one
                eve < @batch=<m> :ann PRIVMSG #veche two
                eve < @batch=<m> :ann PRIVMSG #veche three
                eve < @batch=<h> BATCH -<m>
                eve < BATCH -<h>
                """);
    }

    @Test
    void newsElsewhereIsCountedUntilSomebodyLooks() throws Exception {
        try (var ann = arrive("ann");
                var bob = netcat("bob")) {
            ann.sees("bob came into #veche");
            bob.send("/msg ann a word in private");
            ann.sees("[2:bob 1!]").types(ALT + "2").sees("bob: a word in private").sees("bob> ");
            bob.send("is anybody here?");
            bob.send("ann, are you?");
            ann.sees("[1:#veche 2!]").says("/switch");
            ann.sees("bob: is anybody here?").sees("bob: ann, are you?").sees("#veche> ");
        }
    }

    @Test
    void tabCompletesCommandsNicknamesAndConversations() throws Exception {
        try (var ann = arrive("ann");
                var bob = netcat("boris")) {
            ann.sees("boris came into");
            ann.types("bo\t").types("look\r").sees("ann: boris: look");
            bob.readUntil("ann: boris: look");
            ann.types("/topi\ttea\r").sees("the topic of #veche: tea");
            ann.types("/switch #v\t\r").sees("#veche · tea");
        }
    }

    @Test
    void thePastIsSearchedAndShownAgain() throws Exception {
        try (var ann = arrive("ann")) {
            ann.says("a samovar").sees("ann: a samovar");
            ann.says("a teapot").sees("ann: a teapot");
            ann.says("/search samovar").sees("1 message was found").sees("ann: a samovar");
            ann.says("/history 1").sees("the last message:").sees("ann: a teapot");
            ann.says("/search nothing").sees("Nothing was found");
            ann.says("/nonsense").sees("There is no command /nonsense");
            ann.says("/help join").sees("/join #channel [key]");
            ann.says("//slash").sees("ann: /slash");
            ann.says("/me waves").sees("* ann waves");
            ann.says("/who").sees("#veche: 1 person: ann");
        }
    }

    @Test
    void onANarrowScreenLinesGoOnUnderTheirWords() throws Exception {
        server.account("ann");
        try (var ann = Sitter.start(setup("ann").with(Chat.PASSWORD).wide(40))) {
            ann.sees("You are ann").sees("#veche> ");
            try (var bob = netcat("bob")) {
                bob.send("the quick brown fox jumps over the lazy dog");
                ann.sees("bob: the quick brown fox jumps").sees("           over the lazy dog");
            }
        }
    }

    @Test
    void aPrivateConversationFollowsWhoIsCalledSomethingElse() throws Exception {
        try (var ann = arrive("ann");
                var bob = IrcClient.connect(server.ircAddress())) {
            bob.register("bob", "");
            bob.send("JOIN #veche");
            ann.sees("bob came into #veche").says("/query bob").sees("bob> ");
            ann.says("who are you?").sees("ann: who are you?");
            bob.send("NICK rob");
            ann.sees("bob is now rob").sees("rob> ").says("and now?").sees("ann: and now?");
            bob.readUntil("…PRIVMSG rob :and now?");
            bob.send("PRIVMSG ann :the same");
            ann.sees("rob: the same").says("/switch").sees("1 #veche").sees("2 rob");
        }
    }

    @Test
    void passwordsThatServicesAreToldAreNotKept() throws Exception {
        try (var ann = arrive("ann")) {
            ann.says("/msg NickServ identify first-secret").sees("[2:NickServ 1!]");
            ann.says("/query NickServ").sees("Wrong password").sees("NickServ> ");
            ann.says("identify second-secret").sees("Wrong password");
            ann.types(ALT + "1").sees("#veche> ").says("no secret").sees("ann: no secret");
            ann.says("exit").ends(Exit.DONE);
        }
        assertThat(home.resolve("veche/chat.history"))
                .content()
                .contains("/query NickServ", "no secret")
                .doesNotContain("first-secret", "second-secret");
    }

    @Test
    void whatWasTypedBeforeAndCannotBeReadIsLeftAsItIsAndThatIsSaid() throws Exception {
        server.account("ann");
        var typed = Files.createDirectories(home.resolve("veche")).resolve("chat.history");
        var notText = new byte[] {(byte) 0xE7, '\n'};
        Files.write(typed, notText);
        try (var ann = Sitter.start(setup("ann").with(Chat.PASSWORD))) {
            ann.sees("What you type is not kept for the next time").says("hello");
            ann.sees("ann: hello").says("exit").ends(Exit.DONE);
        }
        assertThat(typed).hasBinaryContent(notText);
    }

    @Test
    void ofVeryMuchThatWasMissedTheEndIsShownAndTheRestOnRequest() throws Exception {
        server.close();
        server = ChatServer.start("[limits.pace]\nburst = \"unlimited\"\n");
        server.account("ann");
        try (var cable = new Cable(server.ircAddress());
                var ann = Sitter.start(setup(cable.address(), "ann").with(Chat.PASSWORD));
                var bob = IrcClient.connect(server.ircAddress())) {
            ann.sees("#veche> ").says("before").sees("ann: before");
            bob.register("bob", "");
            bob.send("JOIN #veche");
            ann.sees("bob came into #veche");
            cable.cut();
            ann.sees("The connection is gone");
            for (var number = 1; number <= 1_234; number++) {
                bob.send("PRIVMSG #veche :number " + number);
            }
            bob.settle();
            cable.mend();
            ann.sees("734 more messages were said in #veche before these");
            ann.sees("bob: number 735").sees("bob: number 1234");
            ann.says("/history older 2").sees("#veche, 2 messages before that:");
            ann.sees("bob: number 733").sees("bob: number 734");
            ann.says("/history older 1").sees("bob: number 732");
        }
    }

    @Test
    void itSpeaksRussian() throws Exception {
        server.account("вася");
        try (var vasya = Sitter.start(setup("вася").with(Chat.PASSWORD).in(Language.RUSSIAN))) {
            vasya.sees("Вы вася").sees("#veche> ");
            vasya.says("доброе утро").sees("вася: доброе утро");
            vasya.says("/who").sees("1 человек");
        }
    }

    @Test
    void controlCClearsWhatIsTypedAndThenLeaves() throws Exception {
        try (var ann = arrive("ann")) {
            ann.types("half a sent" + CTRL_C).says("whole").sees("ann: whole");
            ann.types(CTRL_C).ends(Exit.DONE);
        }
    }

    @Test
    void controlDLeaves() throws Exception {
        try (var ann = arrive("ann")) {
            ann.types(CTRL_D).ends(Exit.DONE);
        }
    }
}
