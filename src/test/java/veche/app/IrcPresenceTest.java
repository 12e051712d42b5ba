package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who is here and looks at their screen, by what name they are known, and who watches for that.
class IrcPresenceTest {

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start("");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void thoseInAChannelSeeWhoIsAway() throws IOException {
        server.irc(
                """
                ann + caps: away-notify
                ann > JOIN #tea
                ann ~ 366 …
                bob + caps: away-notify
                bob > AWAY :out for lunch
                bob < 306 bob :You have been marked as being away
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                ann < :bob AWAY :out for lunch
                ann > PRIVMSG bob :are you there?
                ann < 301 ann bob :out for lunch
                bob < :ann PRIVMSG bob :are you there?
                bob > AWAY
                bob < 305 bob :You are no longer marked as being away
                ann < :bob AWAY
                """);
    }

    @Test
    void aClientThatNobodySitsAtSaysSoBeforeItComesIn() throws IOException {
        server.irc(
                """
                ann ^
                ann > AWAY *
                ann < 451 * :You have not registered
                ann > CAP REQ draft/pre-away
                ann < CAP * ACK draft/pre-away
                ann > AWAY *
                ann < 306 * :You have been marked as being away
                ann > NICK ann
                ann > USER ann 0 * ann
                ann > CAP END
                ann ~ 376 …
                bob +
                bob > WHO ann
                bob < 352 bob * ~ann … … ann G :0 ann
                bob < 315 bob ann :End of WHO list
                bob > PRIVMSG ann hello
                bob < 301 bob ann :Not connected
                ann < :bob PRIVMSG ann hello
                """);
    }

    @Test
    void somebodyIsKnownByAnotherRealName() throws IOException {
        server.irc(
                """
                ann + caps: setname
                bob + caps: setname
                zoe +
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                zoe > JOIN #tea
                zoe ~ 366 …
                ann < :zoe JOIN #tea
                bob < :zoe JOIN #tea
                ann > SETNAME :Ann of Green Gables
                ann < :ann SETNAME :Ann of Green Gables
                bob < :ann SETNAME :Ann of Green Gables
                zoe > WHO ann %r
                zoe < 354 zoe :Ann of Green Gables
                zoe < 315 zoe ann :End of WHO list
                ann > SETNAME :
                ann < FAIL SETNAME INVALID_REALNAME :Realname is not valid
                zoe > SETNAME :
                """);
    }

    @Test
    void whoeverWatchesIsToldWhoComesAndGoes() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > MONITOR + bob,zoe,no*body
                ann < 432 ann no*body :Erroneous nickname
                ann < 730 ann bob!…
                ann < 731 ann zoe
                zoe +
                ann < 730 ann zoe!…
                zoe > NICK Zoe
                zoe < :zoe NICK Zoe
                ann > MONITOR L
                ann < 732 ann bob,zoe
                ann < 733 ann :End of MONITOR list
                ann > MONITOR - bob
                bob -
                ann > MONITOR S
                ann < 730 ann Zoe!…
                zoe -
                ann < 731 ann Zoe
                ann > MONITOR C
                ann > MONITOR L
                ann < 733 ann :End of MONITOR list
                ann > MONITOR X
                ann < 400 ann MONITOR X :Unknown subcommand
                """);
    }

    @Test
    void whoeverWatchesCloselyIsToldWhatBecomesOfThem() throws IOException {
        server.irc(
                """
                ann + caps: away-notify setname
                zoe +
                ann > MONITOR + zoe
                ann < 730 ann zoe!…
                zoe > AWAY lunch
                zoe < 306 …
                ann > CAP REQ extended-monitor
                ann < CAP ann ACK extended-monitor
                zoe > AWAY
                zoe < 305 …
                ann < :zoe AWAY
                zoe > SETNAME :Zoe Zed
                ann < :zoe SETNAME :Zoe Zed
                ann > CAP REQ -extended-monitor
                ann < CAP ann ACK -extended-monitor
                zoe > AWAY lunch
                zoe < 306 …
                """);
    }

    @Test
    void thereIsAnEndToWhatAClientCanWatchFor() throws IOException {
        var names = new StringBuilder();
        for (var i = 0; i < 40; i++) {
            names.append(i == 0 ? "" : ",").append("n").append(i);
        }
        var chat = server.irc("ann +");
        for (var round = 0; round < 5; round++) {
            var more = names.toString().replace("n", "n" + round + "x");
            chat.scene("ann > MONITOR + " + more + "\nann < 731 ann …");
        }
        chat.scene(
                """
                ann > MONITOR + n0x0,Bob,zoe
                ann < 734 ann 200 Bob,zoe :Monitor list is full.
                ann < 731 ann n0x0
                """);
    }

    @Test
    void whoIsHereCanBeAskedInShort() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > ISON nobody BOB :ann *
                ann < 303 ann :bob ann
                ann > ISON nobody
                ann < 303 ann :
                bob > AWAY lunch
                bob < 306 …
                ann > USERHOST bob ann nobody
                ann < 302 ann :bob=-~bob@… ann=+~ann@…
                """);
    }

    @Test
    void whoeverTakesMessagesFromFewPeopleLetsSomebodyIn() throws IOException {
        server.irc(
                """
                ann +
                zoe +
                ann > MODE ann +R
                ann < :ann MODE ann +R
                zoe > PRIVMSG ann hello
                zoe < 477 zoe ann …
                ann > ACCEPT zoe,nobody
                ann < 401 ann nobody :No such nick/channel
                ann > ACCEPT *
                ann < 281 ann zoe
                ann < 282 ann :End of /ACCEPT list
                zoe > PRIVMSG ann hello
                ann < :zoe PRIVMSG ann hello
                ann > ACCEPT -zoe
                zoe > PRIVMSG ann hello
                zoe < 477 zoe ann …
                """);
    }

    @Test
    void whoeverQuitsIsGoneWhenTheyAreToldSo() throws IOException {
        server.irc(
                """
                ann +
                zoe +
                ann > MONITOR + zoe
                ann < 730 ann zoe!…
                zoe > QUIT :good night
                zoe < :zoe QUIT :Quit: good night
                zoe < ERROR …
                ann < 731 ann zoe
                zoe !
                zoe +
                ann < 730 ann zoe!…
                """);
    }
}
