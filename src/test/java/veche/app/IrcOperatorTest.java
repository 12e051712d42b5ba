package veche.app;

import java.io.IOException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What operators of IRC do: https://modern.ircdocs.horse/#operator-messages.
class IrcOperatorTest {

    /// An operator who may do everything, by the password "operpassword".
    static final String OPERATOR =
            """
            [[operator]]
            name = "root"
            password = "$argon2id$v=19$m=8,t=1,p=1$or4wOLn2XtnftVT1LP3+vQ$o7vtJfC9acWx/WWstfdKQ6+W0b8xtLorVBtTrW6+etk"
            """;

    private static final String HELPER =
            """
            [[operator_class]]
            name = "helpers"
            privileges = ["kill"]
            """
                    + OPERATOR
                    + """
                    class = "helpers"
                    """;

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start(OPERATOR);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void whoKnowsThePasswordBecomesAnOperator() throws IOException {
        server.irc(
                """
                ann +
                ann > OPER root
                ann < 461 ann OPER :Not enough parameters
                ann > OPER root wrong
                ann < 464 ann :Password incorrect
                ann > OPER nobody operpassword
                ann < 464 ann :Password incorrect
                ann > MODE ann +o
                ann > KILL ann
                ann < 481 ann :Permission Denied- You're not an IRC operator
                ann > OPER root operpassword
                ann < :ann MODE ann +o
                ann < 381 ann :You are now an IRC operator
                ann > MODE ann -o
                ann < :ann MODE ann -o
                ann > KILL ann
                ann < 481 ann :Permission Denied- You're not an IRC operator
                """);
    }

    @Test
    void anOperatorMayNeedAnAccount() throws IOException {
        server.rewrite(OPERATOR + "account = \"bob\"\n");
        server.ctl("rehash");
        server.irc(
                """
                ann +
                ann > OPER root operpassword
                ann < 491 ann :No O-lines for your host
                """);
    }

    @Test
    void onlyOperatorsWhoMaySeeWhatIsHidden() throws IOException {
        server.rewrite(HELPER);
        server.ctl("rehash");
        server.irc(
                """
                ann +
                bob +
                bob > JOIN #den
                bob ~ 366 …
                bob > MODE #den +s
                bob < :bob MODE #den +s
                ann > OPER root operpassword
                ann ~ 381 …
                ann > TOPIC #den
                ann < 442 ann #den :You're not on that channel
                ann > NS saregister eve correct-horse
                ann < :NickServ NOTICE ann :…
                ann > WHOIS eve
                ann < 401 ann eve :No such nick/channel
                ann < 318 ann eve …
                """);
        server.rewrite(OPERATOR);
        server.ctl("rehash");
        server.irc(
                """
                dan +
                dan > OPER root operpassword
                dan ~ 381 …
                dan > TOPIC #den
                dan < 331 dan #den :No topic is set
                """);
    }

    @Test
    void whomAnOperatorSendsAwayQuits() throws IOException {
        server.irc(
                """
                ann +
                bob +
                eve +
                bob > JOIN #tea
                bob ~ 366 …
                eve > JOIN #tea
                eve ~ 366 …
                bob < :eve JOIN #tea
                ann > OPER root operpassword
                ann ~ 381 …
                ann > KILL nobody :why not
                ann < 401 ann nobody :No such nick/channel
                ann > KILL eve :enough of that
                eve < ERROR :Closing link: (127.0.0.1) [Sent away by the operator: Killed by ann (enough of that)]
                eve !
                bob < :eve QUIT :Killed by ann (enough of that)
                """);
    }

    @Test
    void operatorsAndWhoWantsToHearThemAreWarned() throws IOException {
        server.irc(
                """
                ann +
                bob +
                eve +
                bob > MODE bob +w
                bob < :bob MODE bob +w
                bob > WALLOPS :hear ye
                bob < 481 bob :Permission Denied- You're not an IRC operator
                ann > OPER root operpassword
                ann ~ 381 …
                ann > WALLOPS :hear ye
                ann < :ann WALLOPS :hear ye
                bob < :ann WALLOPS :hear ye
                """);
    }

    @Test
    void privilegesChangeWithTheSettings() throws IOException {
        var chat =
                server.irc(
                        """
                        ann +
                        bob +
                        ann > OPER root operpassword
                        ann ~ 381 …
                        bob > REHASH
                        bob < 481 bob :Permission Denied- You're not an IRC operator
                        """);
        server.rewrite(HELPER + "[server]\nname = \"other.example\"\nmotd = [\"Tea is ready.\"]\n");
        chat.scene(
                """
                ann > REHASH
                ann < 382 ann veche.toml Rehashing
                ann < NOTICE ann :The settings are read again.
                ann < NOTICE ann :These take effect at the next start: server.name
                ann > REHASH
                ann < 723 ann REHASH :Insufficient oper privileges.
                bob > MOTD
                bob < :veche.local 375 bob :- veche.local Message of the day -…
                bob < :veche.local 372 bob :- Tea is ready.
                bob < 376 …
                """);
    }

    @Test
    void wrongSettingsChangeNothing() throws IOException {
        server.rewrite("[irc]\nsilence = \"soon\"\n");
        server.irc(
                """
                ann +
                ann > OPER root operpassword
                ann ~ 381 …
                ann > REHASH
                ann < 382 …
                ann < NOTICE ann :Nothing has changed, since the settings are wrong.
                ann < NOTICE ann :…veche.toml, line …, column 1: irc.silence must be …
                ann > REHASH
                ann < 382 …
                ann ~ NOTICE ann :…irc.silence must be …
                """);
    }

    @Test
    void commandsOfTheConsoleCanBeGivenFromAClient() throws IOException {
        server.account("tea");
        server.irc(
                """
                ann +
                bob +
                bob > PRIVMSG OperServ :accounts list
                bob < 481 bob :Permission Denied- You're not an IRC operator
                bob > CONSOLE accounts list
                bob < 481 bob :Permission Denied- You're not an IRC operator
                ann > OPER root operpassword
                ann ~ 381 …
                ann > CONSOLE accounts list
                ann < NOTICE ann :tea …away since …
                ann > PRIVMSG OperServ :accounts remove tea
                ann < NOTICE ann :This needs to be confirmed, and nobody can be asked here. Add --yes to the command.
                ann > PRIVMSG OperServ :accounts remove tea --yes
                ann < NOTICE ann :The account tea is removed.
                ann > CONSOLE :logs --follow
                ann < NOTICE ann :That has no end, and could not be interrupted here.
                """);
    }

    @Test
    void operatorsSeeHowTheServerIsDoing() throws IOException {
        server.irc(
                """
                ann +
                ann > STATS o
                ann < 481 ann :Permission Denied- You're not an IRC operator
                ann < 219 ann o :End of /STATS report
                ann > STATS u
                ann < 242 ann :Server Up 0 days 0:00:…
                ann < 219 …
                ann > OPER root operpassword
                ann ~ 381 …
                ann > STATS o
                ann < 243 ann O …@… * ann root
                ann < 219 …
                ann > STATS l
                ann < 211 ann ann[127.0.0.1] …
                ann < 219 …
                ann > STATS m
                ann ~ 212 ann OPER 1 0 0
                ann < 212 ann STATS 5 0 0
                ann ~ 219 …
                """);
    }

    @Test
    void whoHasLeftIsNotCounted() throws IOException {
        server.irc(
                """
                ann +
                bob +
                eve ^
                bob > OPER root operpassword
                bob ~ 381 …
                ann > LUSERS
                ann < 251 ann :There are 2 users and 0 invisible on 1 server
                ann < 252 ann 1 :operator(s) online
                ann < 253 ann 1 :unregistered connection(s)
                ann < 254 ann 0 :channels formed
                ann ~ 266 ann 2 2 :…
                eve > QUIT
                eve < ERROR …
                eve !
                bob > QUIT
                bob < :bob QUIT …
                bob < ERROR …
                bob !
                ann > LUSERS
                ann < 251 ann :There are 1 users and 0 invisible on 1 server
                ann < 252 ann 0 :operator(s) online
                ann < 253 ann 0 :unregistered connection(s)
                ann < 254 ann 0 :channels formed
                ann ~ 266 ann 1 2 :…
                """);
    }

    @Test
    void theServerSaysWhatItIs() throws IOException {
        server.irc(
                """
                ann +
                ann > VERSION
                ann < 351 ann veche-…. veche.local :IRC and netcat
                ann ~ 005 …
                ann ~ 005 …
                ann ~ 005 …
                ann > TIME *.local
                ann < 391 ann veche.local :…
                ann > INFO ann
                ann ~ 374 ann :End of /INFO list
                ann > ADMIN
                ann < 423 ann veche.local :No administrative info available
                ann > LINKS
                ann < 364 ann veche.local veche.local :0 A Veche server
                ann < 365 ann * :End of /LINKS list
                ann > MOTD elsewhere.example
                ann < 402 ann elsewhere.example :No such server
                ann > HELP oper
                ann < 704 ann OPER :Help on OPER
                ann < 705 ann OPER :OPER name password: becomes an operator of the server.
                ann < 706 ann OPER :End of /HELP
                ann > HELPOP tea
                ann < 524 ann TEA :I don't know anything about that
                """);
        Assertions.assertThat(server.ctl("rehash").lines())
                .containsExactly("The settings are read again.");
    }
}
