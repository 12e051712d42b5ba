package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who there is, who somebody is, who they were, and which channels there are.
class IrcWhoTest {

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
    void whoIsInAChannelIsListedWithRanksAndWhetherTheyAreAway() throws IOException {
        server.irc(
                """
                ann +
                bob + caps: multi-prefix
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                ann > MODE #tea +v ann
                ann < :ann MODE #tea +v ann
                bob < :ann MODE #tea +v ann
                ann > AWAY lunch
                ann < 306 …
                bob > MODE bob +B
                bob < :bob MODE bob +B
                ann > WHO #TEA
                ann < 352 ann #tea ~ann … … ann G@ :0 ann
                ann < 352 ann #tea ~bob … … bob HB :0 bob
                ann < 315 ann #TEA :End of WHO list
                bob > WHO #tea %tnf,42
                bob < 354 bob 42 ann G@+
                bob < 354 bob 42 bob HB
                bob < 315 bob #tea :End of WHO list
                """);
    }

    @Test
    void whoeverDoesNotWantToBeFoundIsNotButByName() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > MODE ann +i
                ann < :ann MODE ann +i
                bob > WHO an*
                bob < 315 bob an* :End of WHO list
                bob > WHO *!*@*
                bob < 352 bob * ~bob … … bob H :0 bob
                bob < 315 bob *!*@* :End of WHO list
                bob > WHO ann %na
                bob < 354 bob ann 0
                bob < 315 bob ann :End of WHO list
                bob > WHO * o
                bob < 315 bob * :End of WHO list
                """);
    }

    @Test
    void whoSomebodyIsSaysMoreToThemselves() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                ann ~ 366 …
                ann > JOIN #den
                ann ~ 366 …
                ann > MODE #den +s
                ann < :ann MODE #den +s
                bob > WHOIS ann
                bob < 311 bob ann ~ann … * ann
                bob < 319 bob ann @#tea
                bob < 312 bob ann … …
                bob < 317 bob ann … … :seconds idle, signon time
                bob < 318 bob ann :End of /WHOIS list
                ann > WHOIS … Ann
                ann < 402 ann … :No such server
                ann > WHOIS ann Ann
                ann < 311 ann ann ~ann … * ann
                ann < 319 ann ann :@#tea @#den
                ann < 312 ann ann … …
                ann < 379 ann ann :is using modes +
                ann < 338 ann ann 127.0.0.1 :is actually using host
                ann < 378 ann ann :is connecting from ~ann@127.0.0.1 127.0.0.1
                ann < 317 ann ann … … :seconds idle, signon time
                ann < 318 ann Ann :End of /WHOIS list
                ann > WHOIS
                ann < 431 ann :No nickname given
                ann > WHOIS a,b,c,d,e
                ann < 407 ann e :Too many recipients
                ann < 401 ann a :No such nick/channel
                ann < 401 ann b :No such nick/channel
                ann < 401 ann c :No such nick/channel
                ann < 401 ann d :No such nick/channel
                ann < 318 ann a,b,c,d,e :End of /WHOIS list
                """);
    }

    @Test
    void somebodyWithNetcatAndAnAccountIsKnownToo() throws IOException {
        server.account("bob");
        server.irc(
                """
                ann +
                ann > WHOIS bob
                ann < 311 ann bob u … * bob
                ann < 319 ann bob #veche
                ann < 312 ann bob … …
                ann < 330 ann bob bob :is logged in as
                ann < 301 ann bob :Not connected
                ann < 318 ann bob :End of /WHOIS list
                """);
    }

    @Test
    void whoSomebodyWasIsRemembered() throws IOException {
        server.irc(
                """
                ann +
                bob +
                bob > NICK zoe
                bob < :bob NICK zoe
                bob > NICK bob
                bob < :zoe NICK bob
                bob -
                ann > WHOWAS bob 1
                ann < 314 ann bob ~bob … * bob
                ann < 312 ann bob … …
                ann < 369 ann bob :End of WHOWAS
                ann > WHOWAS zoe,nobody
                ann < 314 ann zoe ~bob … * bob
                ann < 312 ann zoe … …
                ann < 406 ann nobody :There was no such nickname
                ann < 369 ann zoe,nobody :End of WHOWAS
                ann > WHOWAS
                ann < 431 ann :No nickname given
                """);
    }

    @Test
    void secretChannelsAreListedForTheirMembers() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #den
                ann ~ 366 …
                ann > MODE #den +s
                ann < :ann MODE #den +s
                ann > JOIN #tea
                ann ~ 366 …
                ann > TOPIC #tea :Which kind?
                ann < :ann TOPIC #tea :Which kind?
                ann > LIST #*e*
                ann < 321 ann Channel :Users  Name
                ann < 322 ann #den 1 :
                ann < 322 ann #tea 1 :Which kind?
                ann < 323 ann :End of /LIST
                bob > LIST #*e*,<2
                bob < 321 bob Channel :Users  Name
                bob < 322 bob #tea 1 :Which kind?
                bob < 323 bob :End of /LIST
                bob > NAMES #tea,#den
                bob < 353 bob = #tea @ann
                bob < 366 bob #tea,#den :End of /NAMES list
                """);
    }
}
