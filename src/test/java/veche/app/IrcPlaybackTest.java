package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What IRC clients are shown of what was said before, if they cannot ask for it.
class IrcPlaybackTest {

    private static final String PHONE =
            """
            ann ^
            ann > PASS :ann@phone:correct horse
            ann > NICK ann
            ann > USER ann 0 * ann
            ann ~ 366 …
            """;

    private ChatServer server;

    @BeforeEach
    void start() throws IOException {
        server = ChatServer.start("[history]\nnewcomers = 2\nmissed = 2\n");
        server.account("ann");
        server.account("bob");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void whoeverComesBackReadsWhatTheyMissedWithTheTimeInTheWords() throws IOException {
        server.irc(
                """
                ann + login
                ann ~ 366 …
                ann -
                bob + login
                bob ~ 366 …
                bob > PRIVMSG #veche :good morning
                bob > PRIVMSG #veche :\u0001ACTION waves\u0001
                bob > PRIVMSG ann :psst
                bob < 301 bob ann :Not connected
                ann + login
                ann < :ann JOIN #veche
                ann < 353 …
                ann < 366 …
                ann < :bob PRIVMSG #veche :[…:…:…] good morning
                ann < :bob PRIVMSG #veche :\u0001ACTION […:…:…] waves\u0001
                ann < :bob PRIVMSG ann :[…:…:…] psst
                bob > PRIVMSG #veche :and now
                ann < :bob PRIVMSG #veche :and now
                ann -
                ann + login
                ann < :ann JOIN #veche
                ann < 353 …
                ann < 366 …
                """);
    }

    @Test
    void aClientThatKnowsBatchesAndTimesGetsThem() throws IOException {
        server.irc(
                """
                ann + login
                ann ~ 366 …
                ann -
                bob + login caps: message-tags
                bob ~ 366 …
                bob > @+draft/reply=x PRIVMSG #veche hello
                ann + login caps: batch server-time message-tags
                ann ~ 366 …
                ann < BATCH +<id> chathistory #veche
                ann < @time=…;msgid=…;+draft/reply=x;batch=<id> :bob PRIVMSG #veche hello
                ann < BATCH -<id>
                """);
    }

    @Test
    void ofMuchThatWasMissedTheLastIsShownAndHowToSeeTheRest() throws IOException {
        server.irc(
                """
                ann + login
                ann ~ 366 …
                ann -
                bob + login
                bob ~ 366 …
                bob > PRIVMSG #veche one
                bob > PRIVMSG #veche two
                bob > PRIVMSG #veche three
                ann + login caps: server-time
                ann ~ 366 …
                ann < NOTICE ann :1 earlier messages in #veche are not shown. To see them: …
                ann < @time=… :bob PRIVMSG #veche two
                ann < @time=… :bob PRIVMSG #veche three
                """);
    }

    @Test
    void eachDeviceIsShownWhatThatDeviceMissed() throws IOException {
        server.irc(
                PHONE
                        + """
                        ann -
                        bob + login
                        bob ~ 366 …
                        bob > PRIVMSG #veche one
                        ann + login caps: server-time
                        ann ~ 366 …
                        ann < @time=… :bob PRIVMSG #veche one
                        ann -
                        bob > PRIVMSG #veche two
                        """
                        + PHONE
                        + """
                        ann < :bob PRIVMSG #veche :[…] one
                        ann < :bob PRIVMSG #veche :[…] two
                        ann -
                        """
                        + PHONE);
    }

    @Test
    void aDeviceThatIsHereForTheFirstTimeIsShownHowTheTalkWasGoing() throws IOException {
        server.irc(
                """
                ann + login
                ann ~ 366 …
                bob + login
                bob ~ 366 …
                bob > PRIVMSG #veche one
                ann < :bob PRIVMSG #veche one
                bob > PRIVMSG #veche two
                ann < :bob PRIVMSG #veche two
                ann -
                bob > PRIVMSG #veche three
                bob > PRIVMSG ann :psst
                bob < 301 bob ann :Not connected
                """
                        + PHONE
                        + """
                        ann < :bob PRIVMSG #veche :[…] two
                        ann < :bob PRIVMSG #veche :[…] three
                        ann < :bob PRIVMSG ann :[…] psst
                        ann -
                        """
                        + PHONE);
    }

    @Test
    void aNewDeviceIsShownAllThatWasMissedIfThatIsMore() throws IOException {
        server.close();
        server = ChatServer.start("[history]\nnewcomers = 1\nmissed = 2\n");
        server.account("ann");
        server.account("bob");
        server.irc(
                """
                ann + login
                ann ~ 366 …
                ann -
                bob + login
                bob ~ 366 …
                bob > PRIVMSG #veche one
                bob > PRIVMSG #veche two
                bob > PRIVMSG #veche three
                """
                        + PHONE
                        + """
                        ann < NOTICE ann :1 earlier messages in #veche are not shown. To see them: …
                        ann < :bob PRIVMSG #veche :[…] two
                        ann < :bob PRIVMSG #veche :[…] three
                        """);
    }

    @Test
    void howFarADeviceHasComeIsKnownAfterARestart() throws IOException {
        server.irc(
                """
                ann ^
                ann > PASS :ann@phone:correct horse
                ann > NICK ann
                ann > USER ann 0 * ann
                ann ~ 366 …
                ann -
                bob + login
                bob ~ 366 …
                bob > PRIVMSG #veche one
                ann + login
                ann ~ :bob PRIVMSG #veche :[…] one
                ann -
                bob -
                """);
        server.stop();
        server = ChatServer.startAgain(server);
        server.irc(
                """
                ann ^
                ann > PASS :ann@phone:correct horse
                ann > NICK ann
                ann > USER ann 0 * ann
                ann ~ 366 …
                ann < :bob PRIVMSG #veche :[…] one
                """);
    }

    @Test
    void whoeverJoinsAChannelSeesTheLastOfWhatWasSaidThere() throws IOException {
        server.irc(
                """
                dan +
                dan > JOIN #tea
                dan ~ 366 …
                dan > PRIVMSG #tea one
                dan > PRIVMSG #tea two
                dan > PRIVMSG #tea three
                eve +
                eve > JOIN #tea
                eve < :eve JOIN #tea
                eve < 353 …
                eve < 366 …
                eve < :dan PRIVMSG #tea :[…] two
                eve < :dan PRIVMSG #tea :[…] three
                dan < :eve JOIN #tea
                dan > PRIVMSG #tea four
                eve < :dan PRIVMSG #tea four
                """);
    }

    @Test
    void aClientThatCanAskIsPlayedNothing() throws IOException {
        server.irc(
                """
                ann + login
                ann ~ 366 …
                ann -
                bob + login
                bob ~ 366 …
                bob > PRIVMSG #veche one
                ann + login caps: draft/chathistory batch
                ann ~ 366 …
                ann > CHATHISTORY LATEST #veche * 10
                ann < BATCH +<id> chathistory #veche
                ann < @batch=<id> :bob PRIVMSG #veche one
                ann < BATCH -<id>
                ann2 + login caps: znc.in/playback server-time
                ann2 ~ 366 …
                ann2 > PRIVMSG *playback :play * 0
                ann2 < @time=… :bob PRIVMSG #veche one
                """);
    }

    @Test
    void whatIsClearedForABouncersClientHasBeenRead() throws IOException {
        server.irc(
                """
                bob + login
                bob ~ 366 …
                bob > PRIVMSG #veche one
                ann + login caps: znc.in/playback draft/read-marker
                ann ~ 366 …
                ann > PRIVMSG *playback :clear #veche 1.5
                ann < MARKREAD #veche timestamp=1970-01-01T00:00:01.500Z
                ann > PRIVMSG *playback :clear
                ann < MARKREAD #veche timestamp=2…
                ann > PRIVMSG *playback :clear #veche 2.5
                """);
    }
}
