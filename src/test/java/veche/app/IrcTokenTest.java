package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tokens in place of passwords, and where somebody is connected: what `docs/protocol.md` says of
/// TOKEN, SESSION and PASSWORD.
class IrcTokenTest {

    private static final String CAPS = "veche.chat/sessions batch standard-replies";

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start("[channels]\nfirst = \"none\"\n");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private static String plain(String name, String password) {
        return Base64.getEncoder().encodeToString(("\0" + name + "\0" + password).getBytes(UTF_8));
    }

    /// Ann is here, and has made a token.
    private IrcChat made() throws IOException {
        return server.irc(
                """
                ann + caps: %s
                ann > NS REGISTER :correct horse
                ann ~ :NickServ NOTICE ann :Account created
                ann > TOKEN CREATE :my phone
                ann < TOKEN CREATED <id> <secret> :my phone
                """
                        .formatted(CAPS));
    }

    @Test
    void aTokenStandsForThePassword() throws IOException {
        var chat = made();
        chat.scene(
                """
                ann > TOKEN LIST
                ann < BATCH +<batch> veche.chat/tokens
                ann < @batch=<batch> TOKEN ENTRY <id> <made> * :my phone
                ann < BATCH -<batch>
                ann2 ^
                ann2 > AUTHENTICATE PLAIN
                ann2 < AUTHENTICATE +
                ann2 > AUTHENTICATE %s
                ann2 < 900 * … ann :You are now logged in as ann
                ann2 < 903 * :SASL authentication successful
                ann2 > NICK ann
                ann2 > USER ann 0 * :Ann
                ann2 ~ 376 …
                ann3 ^
                ann3 > PASS ann:<secret>
                ann3 > NICK ann
                ann3 > USER ann 0 * :Ann
                ann3 < 900 …
                ann3 ~ 376 …
                ann > TOKEN LIST
                ann < BATCH …
                ann < @batch=… TOKEN ENTRY <id> <made> <used> :my phone
                ann < BATCH …
                ann > SESSION LIST
                ann < BATCH +<all> veche.chat/sessions
                ann < @batch=<all> SESSION ENTRY <first> this irc … 127.0.0.1 * * :
                ann < @batch=<all> SESSION ENTRY <second> other irc … 127.0.0.1 * <id> :
                ann < @batch=<all> SESSION ENTRY <third> other irc … 127.0.0.1 * <id> :
                ann < BATCH -<all>
                """
                        .formatted(plain("ann", chat.word("secret"))));
    }

    @Test
    void peopleWithNetcatLogInByItToo() throws IOException {
        made().scene(
                        """
                        netcat:ann ^
                        netcat:ann ? Name:
                        netcat:ann > ann
                        netcat:ann ? Password:
                        netcat:ann > <secret>
                        netcat:ann < *** Welcome, ann! You are here 2 times now.
                        netcat:ann < …
                        """);
    }

    @Test
    void aWrongTokenIsAWrongPassword() throws IOException {
        made().scene(
                        """
                        ann2 ^
                        ann2 > AUTHENTICATE PLAIN
                        ann2 < AUTHENTICATE +
                        ann2 > AUTHENTICATE %s
                        ann2 < 904 * :SASL authentication failed
                        ann2 > AUTHENTICATE PLAIN
                        ann2 < AUTHENTICATE +
                        ann2 > AUTHENTICATE %s
                        ann2 < 904 * :SASL authentication failed
                        """
                                .formatted(
                                        plain("ann", "veche_" + "x".repeat(32)),
                                        plain("nobody", "veche_" + "x".repeat(32))));
    }

    @Test
    void whoeverCameByATokenGoesWithIt() throws IOException {
        made().scene(
                        """
                        ann2 ^
                        ann2 > CAP REQ :standard-replies
                        ann2 < CAP * ACK standard-replies
                        ann2 > PASS ann:<secret>
                        ann2 > NICK ann
                        ann2 > USER ann 0 * :Ann
                        ann2 > CAP END
                        ann2 ~ 376 …
                        ann > TOKEN REVOKE <id>
                        ann < TOKEN REVOKED <id>
                        ann2 < FAIL * TOKEN_REVOKED :Token revoked
                        ann2 < ERROR :Closing link: (127.0.0.1) [Token revoked]
                        ann2 !
                        ann > TOKEN REVOKE <id>
                        ann < FAIL TOKEN NO_SUCH_TOKEN <id> :Your account has no such token
                        ann2 ^
                        ann2 > PASS ann:<secret>
                        ann2 > NICK ann
                        ann2 > USER ann 0 * :Ann
                        ann2 < 464 …
                        ann2 < ERROR …
                        ann2 !
                        """);
    }

    @Test
    void whoeverRevokesTheirOwnTokenIsToldFirst() throws IOException {
        made().scene(
                        """
                        ann2 ^
                        ann2 > PASS ann:<secret>
                        ann2 > NICK ann
                        ann2 > USER ann 0 * :Ann
                        ann2 ~ 376 …
                        ann2 > TOKEN REVOKE <id>
                        ann2 < TOKEN REVOKED <id>
                        ann2 < ERROR :Closing link: (127.0.0.1) [Token revoked]
                        ann2 !
                        """);
    }

    @Test
    void whatIsNoTokenIsRefused() throws IOException {
        server.irc(
                """
                ann + caps: %s
                ann > NS REGISTER :correct horse
                ann ~ :NickServ NOTICE ann :Account created
                ann > TOKEN CREATE
                ann < FAIL TOKEN INVALID_LABEL * :A label has 1 to 64 characters
                ann > TOKEN CREATE :%s
                ann < FAIL TOKEN INVALID_LABEL * :A label has 1 to 64 characters
                ann > TOKEN REVOKE phone
                ann < FAIL TOKEN INVALID_PARAMS :That is no number of a token
                ann > TOKEN REVOKE 99999999999999999999
                ann < FAIL TOKEN INVALID_PARAMS :That is no number of a token
                ann > TOKEN EAT
                ann < FAIL TOKEN INVALID_PARAMS :Invalid parameters
                ann > SESSION EAT
                ann < FAIL SESSION INVALID_PARAMS :Invalid parameters
                ann > SESSION END
                ann < FAIL SESSION NO_SUCH_SESSION * :There is no such session
                ann > SESSION END 4711
                ann < FAIL SESSION NO_SUCH_SESSION 4711 :There is no such session
                bob +
                bob > TOKEN LIST
                bob < FAIL TOKEN ACCOUNT_REQUIRED :You need to be logged in to an account
                bob > SESSION LIST
                bob < FAIL SESSION ACCOUNT_REQUIRED :You need to be logged in to an account
                bob > PASSWORD a b
                bob < FAIL PASSWORD ACCOUNT_REQUIRED :You need to be logged in to an account
                """
                        .formatted(CAPS, "x".repeat(65)));
    }

    @Test
    void aSessionThatIsEndedDoesNotComeBackByItsToken() throws IOException {
        made().scene(
                        """
                        ann2 ^
                        ann2 > CAP REQ :standard-replies
                        ann2 < CAP * ACK standard-replies
                        ann2 > PASS ann:<secret>
                        ann2 > NICK ann
                        ann2 > USER ann@laptop 0 * :Ann
                        ann2 > CAP END
                        ann2 ~ 376 …
                        ann > SESSION LIST
                        ann < BATCH …
                        ann < @batch=<all> SESSION ENTRY <first> this …
                        ann < @batch=<all> SESSION ENTRY <second> other irc … laptop <id> :
                        ann < BATCH …
                        ann > SESSION END <second>
                        ann < SESSION ENDED <second>
                        ann2 < FAIL * SESSION_ENDED :Session ended
                        ann2 < ERROR :Closing link: (127.0.0.1) [Session ended]
                        ann2 !
                        ann > TOKEN LIST
                        ann < BATCH …
                        ann < BATCH …
                        ann > SESSION END <first>
                        ann < SESSION ENDED <first>
                        ann < FAIL * SESSION_ENDED :Session ended
                        ann < ERROR …
                        ann !
                        """);
    }

    @Test
    void aTokenDoesNotStandForThePasswordThatIsChanged() throws IOException {
        made().scene(
                        """
                        ann2 ^
                        ann2 > PASS ann:<secret>
                        ann2 > NICK ann
                        ann2 > USER ann 0 * :Ann
                        ann2 ~ 376 …
                        ann > PASSWORD wrong :battery staple
                        ann < FAIL PASSWORD WRONG_PASSWORD :That is not your password
                        ann > PASSWORD <secret> :battery staple
                        ann < FAIL PASSWORD WRONG_PASSWORD :That is not your password
                        ann > PASSWORD :correct horse
                        ann < 461 …
                        ann2 > TOKEN LIST
                        ann2 < TOKEN ENTRY <id> …
                        """);
    }

    @Test
    void anotherPasswordTakesTheTokensBack() throws IOException {
        server.irc(
                """
                ann +
                ann > NS REGISTER correct-horse
                ann ~ :NickServ NOTICE ann :Account created
                ann > TOKEN CREATE :my phone
                ann < TOKEN CREATED <id> <secret> :my phone
                ann2 ^
                ann2 > PASS ann:<secret>
                ann2 > NICK ann
                ann2 > USER ann 0 * :Ann
                ann2 ~ 376 …
                ann > PASSWORD correct-horse short
                ann < FAIL PASSWORD WEAK_PASSWORD :It needs at least 8 characters
                ann > PASSWORD correct-horse <secret>
                ann < FAIL PASSWORD UNACCEPTABLE_PASSWORD :It looks like a token
                ann > PASSWORD correct-horse battery-staple
                ann < PASSWORD CHANGED
                ann2 < ERROR :Closing link: (127.0.0.1) [Token revoked]
                ann2 !
                ann > TOKEN LIST
                ann3 ^
                ann3 > PASS ann:battery-staple
                ann3 > NICK ann
                ann3 > USER ann 0 * :Ann
                ann3 < 900 …
                ann3 ~ 376 …
                """);
    }

    @Test
    void aPasswordWithSpacesIsChangedToo() throws IOException {
        server.irc(
                """
                ann +
                ann > NS REGISTER :correct horse
                ann ~ :NickServ NOTICE ann :Account created
                ann > PASSWORD * Y29ycmVjdCBob3JzZQ== YmF0dGVyeSBzdGFwbGU=
                ann < PASSWORD CHANGED
                ann > PASSWORD * Y29ycmVjdCBob3JzZQ== YmF0dGVyeSBzdGFwbGU=
                ann < FAIL PASSWORD WRONG_PASSWORD :That is not your password
                ann > PASSWORD * !!! YmF0dGVyeSBzdGFwbGU=
                ann < FAIL PASSWORD INVALID_PARAMS :That is no base64 of UTF-8
                ann > PASSWORD * YmF0dGVyeSBzdGFwbGU= /w==
                ann < FAIL PASSWORD INVALID_PARAMS :That is no base64 of UTF-8
                ann2 ^
                ann2 > PASS :ann:battery staple
                ann2 > NICK ann
                ann2 > USER ann 0 * :Ann
                ann2 < 900 …
                ann2 ~ 376 …
                """);
    }

    @Test
    void nickServKeepsTokensForPeople() throws IOException {
        server.irc(
                """
                ann +
                ann > NS REGISTER :correct horse
                ann ~ :NickServ NOTICE ann :Account created
                ann > NS TOKEN ADD
                ann < :NickServ NOTICE ann :Say what the token is for, …
                ann > NS TOKEN ADD my phone
                ann < :NickServ NOTICE ann :The token <id> (my phone) is good for logging in now. …
                ann < :NickServ NOTICE ann <secret>
                ann > NS TOKEN LIST
                ann < :NickServ NOTICE ann :Your account has 1 token:
                ann < :NickServ NOTICE ann :<id>: my phone, made …, used never
                """);
    }

    @Test
    void whoeverLogsASessionOutTakesItsTokenBack() throws IOException {
        made().scene(
                        """
                        ann2 ^
                        ann2 > PASS ann:<secret>
                        ann2 > NICK ann
                        ann2 > USER ann 0 * :Ann
                        ann2 ~ 376 …
                        ann > NS LOGOUT others
                        ann < :NickServ NOTICE ann …
                        ann2 < ERROR :Closing link: (127.0.0.1) [Session ended]
                        ann2 !
                        ann > NS TOKEN LIST
                        ann < :NickServ NOTICE ann :Your account has no tokens.
                        ann > NS TOKEN DEL <id>
                        ann < :NickServ NOTICE ann :Your account has no token <id>.
                        """);
    }

    @Test
    void tokensOutliveTheServer() throws IOException {
        var secret = made().word("secret");
        server.stop();
        server = ChatServer.startAgain(server);
        server.irc(
                """
                ann ^
                ann > PASS ann:%s
                ann > NICK ann
                ann > USER ann 0 * :Ann
                ann < 900 …
                ann ~ 376 …
                """
                        .formatted(secret));
    }
}
