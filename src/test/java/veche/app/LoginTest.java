package veche.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// Who gets in, under which name, and who does not.
class LoginTest {

    /// Which is what people are called in the lines about themselves, each in their language.
    @Test
    void nobodyIsCalledYou() throws IOException {
        try (var server = ChatServer.start()) {
            server.chat(
                    """
                    eve ^
                    eve ? Name:
                    eve > You
                    eve < *** The name You is taken. Choose another one.
                    eve ? Name:
                    eve > уоu
                    eve < *** The name уоu looks too much like you, which is taken. Choose another one.
                    eve ? Name:
                    eve > ВЫ
                    eve < *** The name ВЫ is taken. Choose another one.
                    eve ? Name:
                    eve > exit
                    eve < *** Goodbye.
                    eve !
                    """);
            server.irc("ann +\nann > NICK you\nann < 433 ann you …");
        }
    }

    @Test
    void threeWrongPasswordsAreEnough() throws IOException {
        try (var server = ChatServer.start()) {
            server.chat(
                    """
                    ann +
                    ann -
                    eve ^
                    eve ? Name:
                    eve > ann
                    eve ? Password:
                    eve > guess number 1
                    eve < *** Wrong password.
                    eve ? Password:
                    eve > guess number 2
                    eve < *** Wrong password.
                    eve ? Password:
                    eve > guess number 3
                    eve < *** Wrong password.
                    eve < *** Too many wrong passwords. Goodbye.
                    eve !
                    """);
            assertThat(server.ctl("logs", "--level", "warn").out())
                    .contains("wrong password")
                    .contains("account=ann")
                    .doesNotContain("guess number");
        }
    }

    @Test
    void whoeverLeavesInsteadOfGivingAPasswordHasNotFailed() throws IOException {
        try (var server = ChatServer.start()) {
            server.chat("ann +");
            try (var eve = Client.connect(server.address())) {
                eve.expectPrompt("Name:");
                eve.send("ann");
                eve.expectPrompt("Password:");
                eve.finishSending();
                assertThat(eve.readToEnd()).noneMatch(line -> line.contains("wrong passwords"));
            }
            server.chat("bob +\nbob -\n");
            assertThat(server.ctl("status").out()).contains("QUIT").doesNotContain("LOGIN_FAILED");
        }
    }

    @Test
    void aPasswordHasToBeAGoodOne() throws IOException {
        try (var server = ChatServer.start()) {
            server.chat(
                    """
                    ann ^
                    ann ? Name:
                    ann > annabella
                    ann ? Choose a password for the new name annabella, of at least 8 characters:
                    ann > short
                    ann < *** That is too short: a password has at least 8 characters.
                    ann ? Choose a password for the new name annabella, of at least 8 characters:
                    ann > Annabella
                    ann < *** A password must not be the name.
                    ann ? Choose a password for the new name annabella, of at least 8 characters:
                    ann > long enough
                    ann < *** Welcome, annabella! …
                    ann < *** There is no topic. …
                    ann < *** In #veche: annabella
                    """);
        }
    }

    @Test
    void aNameHasToBeOneThatNobodyCanMistake() throws IOException {
        try (var server = ChatServer.start()) {
            server.chat(
                    """
                    paypal +
                    eve ^
                    eve ? Name:
                    eve > two words
                    eve < *** That cannot be a name. A name has 1 to 30 characters: …
                    eve ? Name:
                    eve > 1st
                    eve < *** That cannot be a name. …
                    eve ? Name:
                    eve > раураl
                    eve < *** The name раураl looks too much like paypal, which is taken. Choose another one.
                    eve ? Name:
                    eve > exit
                    eve < *** Goodbye.
                    eve !
                    """);
        }
    }

    @Test
    void whoeverDoesNotSayWhoTheyAreIsLetGo() throws IOException {
        try (var server = ChatServer.start("[accounts]\nlogin_time = \"1s\"\n")) {
            server.chat(
                    """
                    eve ^
                    eve ? Name:
                    eve < *** You took too long to say who you are. Come back when you like.
                    eve !
                    """);
        }
    }

    @Test
    void onlyTheOperatorMakesAccountsWhereRegistrationIsClosed() throws IOException {
        try (var server = ChatServer.start("[accounts]\nregistration = \"closed\"\n")) {
            server.chat(
                    """
                    ann ^
                    ann ? Name:
                    ann > ann
                    ann < *** Nobody has this name, and only the operator makes new accounts here.
                    ann ? Name:
                    ann > exit
                    ann < *** Goodbye.
                    ann !
                    """);
            var added = server.ctl("accounts", "add", "ann", "--generate");
            assertThat(added.exit()).isZero();
            var password = added.lines().getLast().replace("The password is: ", "");
            try (var ann = Client.connect(server.address())) {
                ann.logIn("ann", password);
                ann.expectLine("*** Welcome, ann! …");
            }
        }
    }

    @Test
    void aPasswordIsChangedByWhoKnowsTheOldOne() throws IOException {
        try (var server = ChatServer.start()) {
            server.chat(
                    """
                    ann +
                    ann > /password
                    ann ? Current password:
                    ann > not mine at all
                    ann < *** Wrong password.
                    ann > /password
                    ann ? Current password:
                    ann > correct horse
                    ann ? New password, of at least 8 characters:
                    ann > battery staple
                    ann < *** Your password is changed.
                    ann -
                    ann ^
                    ann ? Name:
                    ann > ann
                    ann ? Password:
                    ann > correct horse
                    ann < *** Wrong password.
                    ann ? Password:
                    ann > battery staple
                    ann < *** Welcome back, ann! …
                    ann < *** There is no topic. …
                    ann < *** In #veche: ann
                    """);
        }
    }

    @Test
    void passwordsAreNowhereToBeRead() throws IOException {
        try (var server = ChatServer.start()) {
            server.chat("ann +\nann > correct words\n");
            server.stop();
            for (var file : server.files()) {
                assertThat(Files.readString(file, ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(Chat.PASSWORD);
            }
        }
    }
}
