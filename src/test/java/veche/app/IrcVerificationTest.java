package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Accounts that are made when a code has come by mail, which here is a file:
/// https://ircv3.net/specs/extensions/account-registration#the-verify-command
class IrcVerificationTest {

    @TempDir Path folder;

    private ChatServer server;

    @BeforeEach
    void start() {
        var program = "printf '%s\\\\n' $VECHE_ACCOUNT $VECHE_EMAIL $VECHE_CODE > $0";
        server =
                ChatServer.start(
                        """
                        [accounts.registering]
                        verification = ["/bin/sh", "-c", "%s", "%s"]
                        """
                                .formatted(program, folder.resolve("mail")));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private String code(String name) throws IOException {
        var mail = Files.readAllLines(folder.resolve("mail"));
        assertThat(mail).startsWith(name, name + "@example.org").hasSize(3);
        return mail.getLast();
    }

    @Test
    void whoeverHasTheCodeHasTheAccount() throws IOException {
        var chat =
                server.irc(
                        """
                        ann +
                        ann > REGISTER * ann@example.org :correct horse
                        ann < REGISTER VERIFICATION_REQUIRED ann :…
                        """);
        chat.scene(
                """
                bob +
                bob > VERIFY bob %1$s
                bob < FAIL VERIFY INVALID_CODE bob :…
                ann > VERIFY ann %1$s
                ann < 900 ann ann!…@… ann :You are now logged in as ann
                ann < VERIFY SUCCESS ann :…
                ann > VERIFY ann %1$s
                ann < FAIL VERIFY ALREADY_AUTHENTICATED ann :…
                bob > VERIFY ann %1$s
                bob < FAIL VERIFY INVALID_CODE ann :…
                ann2 + login
                """
                        .formatted(code("ann")));
    }

    /// Also on another connection than that on which it was asked for, and before coming in:
    /// https://ircv3.net/specs/extensions/account-registration#the-before-connect-flag
    @Test
    void theCodeIsGoodBeforeComingIn() throws IOException {
        var chat =
                server.irc(
                        """
                        ann ^
                        ann > CAP LS 302
                        ann ~ … draft/account-registration=before-connect,email-required,custom-account-name …
                        ann ~ CAP * LS :…
                        ann > NICK ann
                        ann > REGISTER ann ann@example.org :correct horse
                        ann < REGISTER VERIFICATION_REQUIRED ann :…
                        ann > QUIT
                        ann < ERROR …
                        ann !
                        """);
        chat.scene(
                """
                ann ^
                ann > NICK ann
                ann > VERIFY ann %s
                ann < VERIFY SUCCESS ann :…
                ann < 900 ann ann!~user@… ann :You are now logged in as ann
                ann > USER ann 0 * :Ann
                ann < 001 ann …
                ann ~ 376 ann …
                """
                        .formatted(code("ann")));
    }

    @Test
    void nickServAsksForTheCodeToo() throws IOException {
        var chat =
                server.irc(
                        """
                        ann +
                        ann > NS REGISTER :correct horse
                        ann < :NickServ NOTICE ann :Write a password of one word, …
                        ann > PRIVMSG NickServ :REGISTER correct-horse ann@example.org
                        ann < :NickServ NOTICE ann :A code is on its way to ann@example.org. …
                        ann > NS VERIFY ann guess
                        ann < :NickServ NOTICE ann :The code is not right.
                        """);
        chat.scene(
                """
                ann > NS VERIFY ann %s
                ann < 900 ann ann!…@… ann :You are now logged in as ann
                ann < :NickServ NOTICE ann :Account created
                ann > NS VERIFY ann again
                ann < :NickServ NOTICE ann :You are logged in already.
                ann -
                bob +
                bob > NS IDENTIFY ann correct-horse
                bob < :bob NICK ann
                bob < 900 ann …
                bob < :NickServ NOTICE ann :You are logged in as ann.
                """
                        .formatted(code("ann")));
    }
}
