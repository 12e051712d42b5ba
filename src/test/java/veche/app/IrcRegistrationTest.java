package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How an IRC client comes and goes: connection registration, NICK, PING and QUIT, as in
/// https://modern.ircdocs.horse/#connection-registration and
/// https://modern.ircdocs.horse/#connection-messages.
class IrcRegistrationTest {

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /// https://modern.ircdocs.horse/#connection-registration
    @Test
    void whoeverSaysWhoTheyAreIsWelcomed() throws IOException {
        server.irc(
                """
                ann ^
                ann > NICK ann
                ann > USER ann 0 * :Ann of the tea house
                ann < 001 ann :Welcome to the Veche IRC Network ann
                ann < 002 ann :Your host is veche.local, running version veche-…
                ann < 003 ann :This server was created …
                ann < 004 ann veche.local veche-… BRiowZ … …
                ann < 005 ann ACCOUNTEXTBAN=a … :are supported by this server
                ann < 005 ann … :are supported by this server
                ann < 005 ann … :are supported by this server
                ann < 251 ann :There are 1 users and 0 invisible on 1 server
                ann < 252 ann 0 :operator(s) online
                ann < 253 ann 0 :unregistered connection(s)
                ann < 254 ann 0 :channels formed
                ann < 255 ann :I have 1 clients and 0 servers
                ann < 265 ann 1 1 :Current local users 1, max 1
                ann < 266 ann 1 1 :Current global users 1, max 1
                ann < 375 ann :- veche.local Message of the day -\s
                ann < 372 ann :- …
                ann < 376 ann :End of /MOTD command.
                """);
    }

    /// What they are called is no news to them.
    @Test
    void whoComesInIsNotToldOfIt() throws IOException {
        server.irc(
                """
                ann ^
                ann > CAP REQ :setname
                ann < CAP * ACK setname
                ann > NICK ann
                ann > USER ann 0 * :Ann of the tea house
                ann > CAP END
                ann ~ 376 …
                """);
    }

    @Test
    void whoTheyAreIsSaidInAnyOrder() throws IOException {
        server.irc(
                """
                ann ^
                ann > USER ann 0 * :Ann
                ann > NICK ann
                ann < 001 ann …
                ann ~ 376 …
                """);
    }

    @Test
    void aNicknameCanBeChangedBeforeTheUserIsNamed() throws IOException {
        server.irc(
                """
                ann ^
                ann > NICK first
                ann > NICK second
                ann > USER ann 0 * :Ann
                ann < 001 second …
                ann ~ 376 …
                """);
    }

    /// https://modern.ircdocs.horse/#errnotregistered-451
    @Test
    void nothingElseIsDoneForStrangers() throws IOException {
        server.irc(
                """
                ann ^
                ann > JOIN #tea
                ann < 451 * :You have not registered
                ann > NICK ann
                ann > PRIVMSG bob :hello
                ann < 451 ann :You have not registered
                ann > WHAT
                ann < 451 ann :You have not registered
                """);
    }

    /// https://modern.ircdocs.horse/#pass-message and https://modern.ircdocs.horse/#user-message
    @Test
    void nobodyRegistersTwice() throws IOException {
        server.irc(
                """
                ann +
                ann > USER ann 0 * :Ann
                ann < 462 ann :You may not reregister
                ann > PASS secret
                ann < 462 ann :You may not reregister
                """);
    }

    /// https://modern.ircdocs.horse/#errneedmoreparams-461
    @Test
    void whatIsNotCompleteIsNotDone() throws IOException {
        server.irc(
                """
                ann ^
                ann > USER ann
                ann < 461 * USER :Not enough parameters
                ann > USER ann 0 * :
                ann < 461 * USER :Not enough parameters
                ann > PASS
                ann < 461 * PASS :Not enough parameters
                ann > NICK
                ann < 431 * :No nickname given
                ann > PING
                ann < 461 * PING :Not enough parameters
                """);
    }

    /// https://modern.ircdocs.horse/#nick-message
    @Test
    void aNicknameBelongsToOnePersonAtATime() throws IOException {
        server.irc(
                """
                ann +
                bob ^
                bob > NICK Ann
                bob < 433 * Ann :Nickname is already in use
                bob > USER bob 0 * :Bob
                bob > NICK bob
                bob ~ 376 …
                bob > NICK ANN
                bob < 433 bob ANN :Nickname is already in use
                ann -
                bob > NICK ANN
                bob < :bob NICK ANN
                """);
    }

    @Test
    void aNicknameIsAWordThatPeopleCanRead() throws IOException {
        server.irc(
                """
                ann ^
                ann > NICK 1st
                ann < 432 * 1st :Erroneous nickname
                ann > NICK a*b
                ann < 432 * a*b :Erroneous nickname
                ann > NICK #tea
                ann < 432 * #tea :Erroneous nickname
                ann > NICK :two words
                ann < 432 * twowords :Erroneous nickname
                ann > NICK abcdefghijklmnopqrstuvwxyz12345
                ann < 432 * abcdefghijklmnopqrstuvwxyz12345 :Erroneous nickname
                ann > NICK Анна
                ann > USER anna 0 * :Анна
                ann < 001 Анна :Welcome to the Veche IRC Network Анна
                ann ~ 376 …
                """);
    }

    @Test
    void everyoneInTheSameChannelsSeesANewNicknameOnce() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea,#milk
                ann ~ 366 ann #milk …
                bob > JOIN #tea,#milk
                bob ~ 366 bob #milk …
                ann < :bob JOIN #tea
                ann < :bob JOIN #milk
                bob > NICK Bob
                bob < :bob NICK Bob
                ann < :bob NICK Bob
                bob > NICK rob
                bob < :Bob!~bob@… NICK rob
                ann < :Bob NICK rob
                bob > NICK rob
                """);
    }

    /// https://modern.ircdocs.horse/#ping-message
    @Test
    void aPingIsAnswered() throws IOException {
        server.irc(
                """
                ann ^
                ann > PING :are you there?
                ann < :veche.local PONG veche.local :are you there?
                ann > PONG :nothing comes of this
                ann > NICK ann
                ann > USER ann 0 * :Ann
                ann ~ 376 …
                ann > PING 1
                ann < :veche.local PONG veche.local 1
                """);
    }

    /// https://modern.ircdocs.horse/#quit-message and https://modern.ircdocs.horse/#error-message
    @Test
    void whoeverQuitsIsToldSoAndSoAreTheOthers() throws IOException {
        server.irc(
                """
                ann +
                bob +
                eve +
                ann > JOIN #tea,#milk
                ann ~ 366 ann #milk …
                bob > JOIN #tea,#milk
                bob ~ 366 bob #milk …
                eve > JOIN #milk
                eve ~ 366 …
                ann ~ :eve JOIN #milk
                bob ~ :eve JOIN #milk
                ann > QUIT :see you
                ann < :ann QUIT :Quit: see you
                ann < ERROR :Closing link: (127.0.0.1) [Quit: see you]
                ann !
                bob < :ann QUIT :Quit: see you
                eve < :ann QUIT :Quit: see you
                bob > QUIT
                bob < :bob QUIT Quit
                bob < ERROR :Closing link: (127.0.0.1) [Quit]
                bob !
                eve < :bob QUIT Quit
                """);
    }

    @Test
    void aStrangerCanQuitToo() throws IOException {
        server.irc(
                """
                ann ^
                ann > QUIT :wrong door
                ann < ERROR :Closing link: (127.0.0.1) [Quit: wrong door]
                ann !
                """);
    }

    /// https://modern.ircdocs.horse/#errunknowncommand-421
    @Test
    void whatNobodyUnderstandsIsSaidToBeUnknown() throws IOException {
        server.irc(
                """
                ann +
                ann > BREW tea
                ann < 421 ann BREW :Unknown command
                ann > brew
                ann < 421 ann BREW :Unknown command
                ann > ping low
                ann < PONG veche.local low
                """);
    }

    /// https://modern.ircdocs.horse/#motd-message and https://modern.ircdocs.horse/#lusers-message
    @Test
    void theWelcomeCanBeReadAgain() throws IOException {
        server.irc(
                """
                ann +
                ann > MOTD
                ann < 375 ann :- veche.local Message of the day -\s
                ann < 372 ann :- …
                ann < 376 ann :End of /MOTD command.
                ann > LUSERS
                ann < 251 …
                ann < 252 …
                ann < 253 …
                ann < 254 …
                ann < 255 …
                ann < 265 …
                ann < 266 …
                """);
    }
}
