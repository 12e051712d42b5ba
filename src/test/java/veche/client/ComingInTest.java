package veche.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Names, passwords and tokens: how the client comes in, and what it asks for.
class ComingInTest extends AtAServer {

    @Test
    void whoeverLogsInGetsATokenAndIsAskedNothingTheNextTime() throws IOException {
        assertThat(question(server.prompt)).isEqualTo("Your name: ");
        server.types("ann");
        assertThat(server.prompt)
                .isEqualTo(new Prompt.Ask("Password of ann, which is not shown: ", true));
        server.types("secret");
        logIn(BY_PASSWORD);
        server.hears("TOKEN CREATE test").says(":s TOKEN CREATED t1 token :test");
        assertThat(server.keyring.logins())
                .containsExactly(
                        new Login(
                                new ServerAddress("127.0.0.1", 7000, false),
                                "ann",
                                Optional.of(new Login.Token("t1", "token"))));
        server = client("");
        assertThat(server.dials).isEqualTo(1);
        logIn(BY_TOKEN);
        server.hearsNothing();
        assertThat(server.seen()).first().asString().startsWith("You are ann at 127.0.0.1:7000.");
    }

    @Test
    void aTokenThatIsRefusedIsForgottenAndThePasswordAskedFor() throws IOException {
        arrive();
        server = client("");
        negotiate();
        server.hears("AUTHENTICATE PLAIN").says("AUTHENTICATE +", ":s 904 ann :no");
        assertThat(server.seen())
                .first()
                .asString()
                .contains("does not let ann in without a password");
        assertThat(question(server.prompt)).startsWith("Password of ann");
        assertThat(server.keyring.logins()).isEmpty();
    }

    @Test
    void aServerThatIsTooBusyIsAskedAgainWithTheSamePassword() {
        server.types("ann").types("secret");
        negotiate();
        server.hears("AUTHENTICATE PLAIN").says("AUTHENTICATE +");
        server.says(":s FAIL AUTHENTICATE TEMPORARILY_UNAVAILABLE :Too busy.", ":s 904 ann :no");
        assertThat(server.seen())
                .containsExactly(
                        "127.0.0.1:7000 has too much to do to let anybody in just now."
                                + " I go on trying.");
        server.passes(Duration.ofMinutes(1));
        logIn(BY_PASSWORD);
        assertThat(server.seen()).isNotEmpty().first().asString().startsWith("You are ann");
    }

    @Test
    void anUnknownNameIsRegistered() {
        server.types("ann").types("secret");
        negotiate();
        server.hears("AUTHENTICATE PLAIN").says("AUTHENTICATE +", ":s 904 ann :no");
        assertThat(server.dials).isEqualTo(2);
        negotiate();
        server.hears("REGISTER ann * secret")
                .says(":s REGISTER SUCCESS ann :done")
                .hears("CAP END")
                .says(":s 001 ann :Welcome");
        assertThat(server.seen()).first().isEqualTo("The account ann is made.");
    }

    @Test
    void aTakenNameMeansThatThePasswordWasWrong() {
        server.types("ann").types("secret");
        negotiate();
        server.says("AUTHENTICATE +", ":s 904 ann :no");
        negotiate();
        server.says(":s FAIL REGISTER ACCOUNT_EXISTS ann :taken");
        assertThat(server.seen())
                .containsExactly("That is not the password of ann, and the name is taken.");
        assertThat(question(server.prompt)).startsWith("Password of ann");
    }

    @Test
    void whoeverIsAskedForThePasswordMayThinkItOver() {
        server.types("ann").types("secret");
        negotiate();
        server.says("AUTHENTICATE +", ":s 904 ann :no");
        negotiate();
        server.says(":s FAIL REGISTER ACCOUNT_EXISTS ann :taken");
        var dials = server.dials;
        server.passes(Duration.ofMinutes(10)).passes(Duration.ofMinutes(10));
        assertThat(server.dials).isEqualTo(dials);
        assertThat(question(server.prompt)).startsWith("Password of ann");
    }

    /// Each token is one of few, and the one that was of no use for longest goes for it.
    @Test
    void aTokenIsAskedForOnceHoweverOftenTheConnectionBreaks() {
        server.types("ann").types("secret");
        logIn(BY_PASSWORD);
        server.hears("TOKEN CREATE test").says(":s TOKEN CREATED t1 token :test");
        welcome("");
        server.hangsUp().passes(Duration.ofMinutes(1));
        logIn(BY_PASSWORD);
        server.hearsNothing();
    }

    @Test
    void whyTheServerEndsAConnectionDecidesWhatIsAsked() throws IOException {
        arrive();
        server.seen();
        server.says(":s FAIL * TOKEN_REVOKED :gone", "ERROR :Closing link: (a) [x]").hangsUp();
        assertThat(server.seen()).hasSize(1).first().asString().contains("was taken back");
        assertThat(question(server.prompt)).startsWith("Password of ann");
        assertThat(server.keyring.logins()).isEmpty();
        server.types("secret");
        logIn(BY_PASSWORD);
        server.seen();
        server.says(":s FAIL * ACCOUNTS_CLEARED :gone", "ERROR :Closing link: (a) [x]").hangsUp();
        assertThat(server.seen()).hasSize(1).first().asString().contains("removed all accounts");
        assertThat(question(server.prompt)).isEqualTo("Register ann anew? [Y/n] ");
        server.types("");
        negotiate();
        server.hears("REGISTER ann * secret")
                .says(":s REGISTER SUCCESS ann :done", ":s 001 ann :Welcome");
        server.says(":s FAIL * SESSION_ENDED :gone", "ERROR :Closing link: (a) [Ended]").hangsUp();
        assertThat(server.seen()).last().isEqualTo("Ended");
        assertThat(question(server.prompt)).isEqualTo("Come back all the same? [y/N] ");
        server.types("");
        assertThat(server.over()).contains(Exit.DONE);
    }

    @Test
    void anAccountThatIsMadeAnewIsKnownTheNextTime() throws IOException {
        arrive();
        server.says(":s FAIL * ACCOUNTS_CLEARED :gone").hangsUp();
        assertThat(server.keyring.logins()).isEmpty();
        server.types("y");
        negotiate();
        server.hears("REGISTER ann * secret").says(":s REGISTER SUCCESS ann :done");
        server.hears("CAP END").says(":s 001 ann :Welcome").hears("TOKEN CREATE test");
        server.says(":s TOKEN CREATED t2 another :test");
        assertThat(server.keyring.logins())
                .extracting(Login::token)
                .containsExactly(Optional.of(new Login.Token("t2", "another")));
    }

    @Test
    void whoseTokenIsTakenBackIsKnownTheNextTimeToo() {
        arrive();
        server.says(":s FAIL * TOKEN_REVOKED :gone").hangsUp();
        server.types("secret");
        logIn(BY_PASSWORD);
        server.hears("TOKEN CREATE test");
    }

    @Test
    void whoeverIsBannedDoesNotComeBack() {
        arrive();
        server.seen();
        server.says(":s FAIL * BANNED :x", "ERROR :Closing link: (a) [Banned]").hangsUp();
        assertThat(server.seen()).containsExactly("Banned");
        assertThat(server.over()).contains(Exit.NO_LOGIN);
    }

    @Test
    void anAccountIsNotMadeAnewWithoutAPassword() {
        arrive();
        server = client("");
        logIn(BY_TOKEN);
        server.says(":s FAIL * ACCOUNTS_CLEARED :gone").hangsUp();
        server.types("y");
        assertThat(server.prompt)
                .isEqualTo(new Prompt.Ask("New password for ann, which is not shown: ", true));
        server.types("another");
        negotiate();
        server.hears("REGISTER ann * another");
    }

    @Test
    void aTokenThatCannotBeKeptIsGivenBack() throws IOException {
        Files.writeString(home.resolve("veche"), "not a folder");
        server.types("ann").types("secret");
        logIn(BY_PASSWORD);
        server.hears("TOKEN CREATE test").seen();
        server.says(":s TOKEN CREATED t1 token :test").hears("TOKEN REVOKE t1");
        assertThat(server.seen())
                .hasSize(1)
                .first()
                .asString()
                .contains("cannot be read or written");
        assertThat(server.over()).isEmpty();
    }

    @Test
    void whoeverWantsToBeForgottenGivesTheTokenBack() throws IOException {
        arrive();
        var options =
                Sitter.forget(
                        Sitter.options(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 7000), ""));
        server = new ScriptedServer(home, options, Optional.empty());
        logIn(BY_TOKEN);
        server.hears("TOKEN REVOKE t1").says(":s TOKEN REVOKED t1");
        assertThat(server.over()).contains(Exit.DONE);
        assertThat(server.keyring.logins()).isEmpty();
    }
}
