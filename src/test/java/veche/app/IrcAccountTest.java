package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What comes of belonging to an account, as the operator has chosen it, and of its many clients.
class IrcAccountTest {

    private ChatServer server = ChatServer.start();

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private IrcChat act(String settings, String script) throws IOException {
        server.close();
        server = ChatServer.start(settings);
        server.account("ann");
        return server.irc(script);
    }

    /// https://ircv3.net/specs/extensions/account-registration#isupport-token
    @Test
    void aServerSaysThatItWantsAccounts() throws IOException {
        act(
                "[accounts]\nrequire_login = true\n",
                """
                eve ^
                eve > ISUPPORT
                eve ~ 005 * … draft/ACCOUNTREQUIRED :are supported by this server
                eve > NICK eve
                eve > USER eve 0 * :Eve
                eve < FAIL * ACCOUNT_REQUIRED :Log in to an account to connect
                eve < ERROR :Closing link: (127.0.0.1) [Connection closed: Account required]
                eve !
                eve ^
                eve > NICK eve
                eve > REGISTER * * :correct horse
                eve < REGISTER SUCCESS eve :…
                eve < 900 …
                eve > USER eve 0 * :Eve
                eve < 001 eve :…
                eve ~ 376 …
                """);
        act(
                "",
                """
                eve +
                eve > ISUPPORT
                eve ~ 005 eve … UTF8ONLY WHOX …
                """);
    }

    /// The owner of an account is somebody else then, and can be spoken to by both names.
    @Test
    void whoeverIsLoggedInMayBeCalledSomethingElse() throws IOException {
        act(
                "[accounts]\nown_name = false\n",
                """
                bob + caps: extended-join account-notify account-tag
                bob > JOIN #tea
                bob ~ 366 …
                ann ^
                ann > PASS :ann:correct horse
                ann > NICK annie
                ann > USER ann 0 * :Ann
                ann < 900 annie annie!~ann@… ann :You are now logged in as ann
                ann ~ 376 annie …
                ann > JOIN #tea
                ann ~ 366 …
                bob < @account=ann :annie JOIN #tea ann …
                ann > PRIVMSG #tea :hello
                bob < @account=ann :annie PRIVMSG #tea hello
                bob > WHOIS annie
                bob ~ 330 bob annie ann :is logged in as
                bob ~ 318 …
                """);
    }

    /// https://modern.ircdocs.horse/#privmsg-message: who has several clients sees on each what
    /// they write on another, and private words reach all of them.
    @Test
    void clientsOfOneAccountShareWhatIsSaid() throws IOException {
        act(
                "",
                """
                ann + login caps: znc.in/self-message
                ann ~ 366 …
                ann2 + login
                ann2 ~ 366 …
                bob +
                bob > PRIVMSG ann :hello
                ann < :bob PRIVMSG ann hello
                ann2 < :bob PRIVMSG ann hello
                ann2 > PRIVMSG bob :hello, bob
                ann < :ann PRIVMSG bob :hello, bob
                bob < :ann PRIVMSG bob :hello, bob
                ann > PRIVMSG #veche :anybody?
                ann2 < :ann PRIVMSG #veche anybody?
                """);
    }

    /// Wherever one of them comes in, the others are too, and are told what a client must know.
    @Test
    void clientsOfOneAccountComeInTogether() throws IOException {
        act(
                "",
                """
                ann + login caps: echo-message
                ann ~ 366 …
                ann2 + login caps: draft/read-marker
                ann2 ~ 366 …
                bob + caps: echo-message
                bob > JOIN #tea
                bob ~ 366 …
                bob > TOPIC #tea :Earl Grey
                bob < :bob TOPIC #tea :Earl Grey
                ann > JOIN #tea
                ann ~ 366 …
                bob < :ann JOIN #tea
                ann2 < :ann JOIN #tea
                ann2 < 332 ann #tea :Earl Grey
                ann2 < 333 ann #tea bob!~bob@… …
                ann2 < MARKREAD #tea *
                ann2 < 353 ann = #tea :ann @bob
                ann2 < 366 ann #tea …
                """);
    }

    /// A client that does not say that it knows its own words would take them for somebody else's.
    @Test
    void aPlainClientIsNotShownOnesOwnPrivateWords() throws IOException {
        act(
                "",
                """
                ann + login
                ann ~ 366 …
                ann2 + login
                ann2 ~ 366 …
                bob +
                ann2 > PRIVMSG bob :hello, bob
                bob < :ann PRIVMSG bob :hello, bob
                bob > PRIVMSG ann :hello
                ann < :bob PRIVMSG ann hello
                ann2 < :bob PRIVMSG ann hello
                """);
    }

    /// NickServ numbers connections as they came.
    @Test
    void connectionsOfOnesOwnCanBeEnded() throws IOException {
        act(
                "",
                """
                ann + login
                ann ~ 366 …
                ann2 + login
                ann2 ~ 366 …
                ann3 + login
                ann3 ~ 366 …
                ann > NS SESSIONS
                ann < :NickServ NOTICE ann :You are connected 3 times:
                ann < :NickServ NOTICE ann :#… (this one)
                ann < :NickServ NOTICE ann :#<two> …
                ann < :NickServ NOTICE ann :#<three> …
                ann > NS LOGOUT 9999
                ann < :NickServ NOTICE ann :There is no such connection.
                ann > NS LOGOUT <two>
                ann2 < ERROR :Closing link: (127.0.0.1) [Session ended]
                ann2 !
                ann < :NickServ NOTICE ann :1 connection was ended.
                ann4 + login
                ann4 ~ 366 …
                ann > NS LOGOUT others
                ann3 < ERROR …
                ann3 !
                ann4 < ERROR …
                ann4 !
                ann < :NickServ NOTICE ann :2 connections were ended.
                ann > NS LOGOUT all
                ann < ERROR …
                ann !
                """);
    }
}
