package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How IRC clients prove whose they are.
class IrcLoginTest {

    private ChatServer server = ChatServer.start();

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private static String plain(String name, String password) {
        var text = "\0" + name + "\0" + password;
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private void act(String script) throws IOException {
        server.irc(
                script.replace("PROOF", plain("ann@phone", Chat.PASSWORD))
                        .replace("GUESS", plain("ann", "not the password"))
                        .replace("SECRET", Chat.PASSWORD));
    }

    private void restart(String settings) throws IOException {
        server.close();
        server = ChatServer.start(settings);
    }

    @Test
    void whoeverLogsInBeforeComingInIsTheOwner() throws IOException {
        server.account("ann");
        act(
                """
                ann ^
                ann > AUTHENTICATE PLAIN
                ann < AUTHENTICATE +
                ann > AUTHENTICATE GUESS
                ann < 904 * :SASL authentication failed
                ann > AUTHENTICATE PLAIN
                ann < AUTHENTICATE +
                ann > AUTHENTICATE *
                ann < 906 * :SASL authentication aborted
                ann > AUTHENTICATE DANCE
                ann < 908 * PLAIN,SCRAM-SHA-256 :are available SASL mechanisms
                ann < 904 * :SASL authentication failed
                ann > AUTHENTICATE PLAIN
                ann < AUTHENTICATE +
                ann > AUTHENTICATE PROOF
                ann < 900 * *!~user@… ann :You are now logged in as ann
                ann < 903 * :SASL authentication successful
                ann > NICK annie
                ann > USER ann 0 * :Ann
                ann ~ 376 ann :…
                ann < :ann JOIN #veche
                ann < 353 ann = #veche ann
                ann < 366 …
                """);
    }

    @Test
    void aGuestWhoLogsInComesToWhereTheOwnerIs() throws IOException {
        server.account("ann");
        act(
                """
                bob + caps: extended-join account-notify
                bob > JOIN #tea
                bob < :bob JOIN #tea * …
                bob < 353 …
                bob < 366 …
                cat + caps: account-notify
                cat > JOIN #tea
                bob < :cat JOIN #tea * …
                cat < :cat JOIN #tea
                cat < 353 …
                cat < 366 …
                cat > AUTHENTICATE PLAIN
                cat < AUTHENTICATE +
                cat > AUTHENTICATE PROOF
                bob < :cat QUIT :Quit: Logged in as ann
                cat < :cat!u@… ACCOUNT ann
                cat < :cat NICK ann
                cat < 900 ann ann!u@… ann :You are now logged in as ann
                cat < :ann JOIN #veche
                cat < 353 ann = #veche ann
                cat < 366 …
                cat < 903 ann :SASL authentication successful
                bob < :ann JOIN #tea ann …
                """);
    }

    @Test
    void aGuestWhoLogsInKeepsTheirRank() throws IOException {
        server.account("ann");
        act(
                """
                cat +
                cat > JOIN #tea,#alone
                cat ~ 366 cat #tea …
                cat ~ 366 cat #alone …
                bob +
                bob > JOIN #tea
                bob ~ 366 …
                cat < :bob JOIN #tea
                cat > AUTHENTICATE PLAIN
                cat < AUTHENTICATE +
                cat > AUTHENTICATE PROOF
                bob < :cat QUIT :Quit: Logged in as ann
                bob < :ann JOIN #tea
                bob < :ann MODE #tea +o ann
                cat ~ 903 …
                cat > MODE #alone +m
                cat ~ :ann MODE #alone +m
                """);
    }

    @Test
    void threeWrongPasswordsAreEnough() throws IOException {
        server.account("ann");
        act(
                """
                eve ^
                eve > AUTHENTICATE PLAIN
                eve < AUTHENTICATE +
                eve > AUTHENTICATE GUESS
                eve < 904 …
                eve > AUTHENTICATE PLAIN
                eve < AUTHENTICATE +
                eve > AUTHENTICATE GUESS
                eve < 904 …
                eve > AUTHENTICATE PLAIN
                eve < AUTHENTICATE +
                eve > AUTHENTICATE GUESS
                eve < 904 …
                eve < ERROR …
                eve !
                """);
    }

    /// As the page and the terminal client come in under a name that is new: they try it first.
    @Test
    void whoIsNewHasGuessedNothing() throws IOException {
        act(
                """
                ann ^
                ann > NICK ann
                ann > AUTHENTICATE PLAIN
                ann < AUTHENTICATE +
                ann > AUTHENTICATE PROOF
                ann < 904 …
                ann > REGISTER * * :SECRET
                ann < REGISTER SUCCESS ann :…
                ann < 900 ann ann!~user@… ann :You are now logged in as ann
                """);
        assertThat(server.ctl("logs").out())
                .contains("no such account")
                .contains("account registered")
                .doesNotContain("wrong password");
    }

    @Test
    void whoeverHasNoSaslGivesThePasswordWithPass() throws IOException {
        server.account("ann");
        act(
                """
                ann ^
                ann > PASS :ann/phone:SECRET
                ann > NICK ann
                ann > USER ann 0 * :Ann
                ann < 900 ann ann!~ann@… ann :You are now logged in as ann
                ann ~ 376 ann :…
                ann < :ann JOIN #veche
                ann < 353 …
                ann < 366 …
                eve ^
                eve > PASS ann:guess
                eve > NICK eve
                eve > USER eve 0 * :Eve
                eve < 464 eve :Password incorrect
                eve < ERROR …
                eve !
                """);
    }

    @Test
    void anAccountIsMadeBeforeComingIn() throws IOException {
        act(
                """
                ann ^
                ann > REGISTER * * :SECRET
                ann < FAIL REGISTER NEED_NICK * :…
                ann > NICK ann
                ann > REGISTER 4711 * :SECRET
                ann < FAIL REGISTER BAD_ACCOUNT_NAME 4711 :…
                ann > REGISTER * * short
                ann < FAIL REGISTER WEAK_PASSWORD ann :…
                ann > REGISTER * nonsense :SECRET
                ann < FAIL REGISTER INVALID_EMAIL ann :…
                ann > REGISTER * * :SECRET
                ann < REGISTER SUCCESS ann :…
                ann < 900 ann ann!~user@… ann :You are now logged in as ann
                ann > REGISTER bob * :SECRET
                ann < FAIL REGISTER ALREADY_AUTHENTICATED ann :…
                ann > USER ann 0 * :Ann
                ann ~ 376 ann :…
                bob ^
                bob > NICK bob
                bob > REGISTER Ann * :SECRET
                bob < FAIL REGISTER ACCOUNT_EXISTS Ann :…
                """);
    }

    @Test
    void anAccountIsMadeByAGuest() throws IOException {
        act(
                """
                ann +
                ann > JOIN #tea
                ann < :ann JOIN #tea
                ann < 353 …
                ann < 366 …
                ann > REGISTER * ann@example.org :SECRET
                ann < 900 ann ann!u@… ann :You are now logged in as ann
                ann < REGISTER SUCCESS ann :…
                ann > PRIVMSG #tea :still here
                ann -
                netcat:ann +
                """);
    }

    @Test
    void aCodeIsAskedForWhereTheOperatorWantsIt() throws IOException {
        restart(
                """
                [accounts.registering]
                verification = ["/bin/sh", "-c", "true"]
                """);
        act(
                """
                ann +
                ann > REGISTER * * :SECRET
                ann < FAIL REGISTER INVALID_EMAIL ann :…
                ann > REGISTER * ann@example.org :SECRET
                ann < REGISTER VERIFICATION_REQUIRED ann :…
                ann > VERIFY ann guess
                ann < FAIL VERIFY INVALID_CODE ann :…
                """);
    }

    @Test
    void guestsStayOutsideWhereTheOperatorWantsThat() throws IOException {
        restart(
                """
                [accounts]
                require_login = true
                """);
        server.account("ann");
        act(
                """
                bob ^
                bob > NICK bob
                bob > USER bob 0 * :Bob
                bob < FAIL * ACCOUNT_REQUIRED :…
                bob < ERROR …
                bob !
                ann + login
                ann < :ann JOIN #veche
                ann < 353 …
                ann < 366 …
                """);
    }
}
