package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people say to each other over IRC: https://modern.ircdocs.horse/#sending-messages.
class IrcMessageTest {

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /// https://modern.ircdocs.horse/#privmsg-message
    @Test
    void whatIsSaidInAChannelReachesEveryoneElse() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                ann > PRIVMSG #tea :is there any left?
                bob < :ann!~ann@… PRIVMSG #tea :is there any left?
                bob > PRIVMSG #TEA no
                ann < :bob PRIVMSG #tea no
                ann > PRIVMSG #tea ::-(
                bob < :ann PRIVMSG #tea ::-(
                """);
    }

    @Test
    void whatIsSaidToOnePersonIsForThatPerson() throws IOException {
        server.irc(
                """
                ann +
                bob +
                eve +
                ann > PRIVMSG Bob :psst
                bob < :ann PRIVMSG bob psst
                bob > PRIVMSG bob :note to self
                bob < :bob PRIVMSG bob :note to self
                """);
    }

    /// https://modern.ircdocs.horse/#notice-message
    @Test
    void aNoticeIsPassedOnAsOne() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > NOTICE bob :the kettle boils
                bob < :ann NOTICE bob :the kettle boils
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                ann > NOTICE #tea :the kettle boils
                bob < :ann NOTICE #tea :the kettle boils
                """);
    }

    /// https://modern.ircdocs.horse/#maxtargets-parameter
    @Test
    void oneMessageCanHaveSeveralTargets() throws IOException {
        server.irc(
                """
                ann +
                bob +
                eve +
                ann > PRIVMSG bob,eve,bob :hello
                bob < :ann PRIVMSG bob hello
                eve < :ann PRIVMSG eve hello
                ann > PRIVMSG b,c,d,e,:f :too many
                ann < 407 ann * :Too many recipients
                ann < 401 ann b :No such nick/channel
                ann < 401 ann c :No such nick/channel
                ann < 401 ann d :No such nick/channel
                ann < 401 ann e :No such nick/channel
                ann > WHOWAS :b,c,d,e,f g
                ann < 407 ann fg :Too many recipients
                ann ~ 369 …
                ann > PRIVMSG bob,b,c,d,e :too many
                ann < 407 ann e :Too many recipients
                bob < :ann PRIVMSG bob :too many
                ann < 401 ann b :No such nick/channel
                ann < 401 ann c :No such nick/channel
                ann < 401 ann d :No such nick/channel
                """);
    }

    /// https://modern.ircdocs.horse/#errnorecipient-411 and
    /// https://modern.ircdocs.horse/#errnotexttosend-412
    @Test
    void aMessageNeedsSomebodyAndSomething() throws IOException {
        server.irc(
                """
                ann +
                ann > PRIVMSG
                ann < 411 ann :No recipient given (PRIVMSG)
                ann > PRIVMSG ann
                ann < 412 ann :No text to send
                ann > PRIVMSG ann :
                ann < 412 ann :No text to send
                ann > NOTICE
                ann > NOTICE nobody :is never answered
                """);
    }

    /// https://modern.ircdocs.horse/#errnosuchnick-401 and
    /// https://modern.ircdocs.horse/#errcannotsendtochan-404
    @Test
    void whoCannotBeReachedIsNamed() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > PRIVMSG nobody :hello
                ann < 401 ann nobody :No such nick/channel
                ann > PRIVMSG #nowhere :hello
                ann < 403 ann #nowhere :No such channel
                bob > JOIN #tea
                bob ~ 366 …
                ann > PRIVMSG #tea :hello
                ann < 404 ann #tea :Cannot send to channel (+n): you are not in it
                bob > MODE #tea -n
                bob < :bob MODE #tea -n
                ann > PRIVMSG #tea :hello
                bob < :ann PRIVMSG #tea hello
                """);
    }

    /// https://modern.ircdocs.horse/#statusmsg-parameter
    @Test
    void aMessageCanBeForThoseOfARank() throws IOException {
        server.irc(
                """
                ann +
                bob +
                eve +
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                eve > JOIN #tea
                eve ~ 366 …
                ann ~ :eve JOIN #tea
                bob < :eve JOIN #tea
                ann > MODE #tea +v bob
                ann < :ann MODE #tea +v bob
                bob < :ann MODE #tea +v bob
                eve < :ann MODE #tea +v bob
                eve > PRIVMSG @#tea :help, please
                ann < :eve PRIVMSG @#tea :help, please
                eve > NOTICE +#tea :help, anyone
                ann < :eve NOTICE +#tea :help, anyone
                bob < :eve NOTICE +#tea :help, anyone
                """);
    }

    /// https://modern.ircdocs.horse/ctcp.html
    @Test
    void actionsAndCommandsToProgramsArePassedOn() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > PRIVMSG bob :\u0001ACTION waves\u0001
                bob < :ann PRIVMSG bob :\u0001ACTION waves\u0001
                ann > PRIVMSG bob :\u0001VERSION\u0001
                bob < :ann PRIVMSG bob \u0001VERSION\u0001
                bob > NOTICE ann :\u0001VERSION tea 1.0\u0001
                ann < :bob NOTICE ann :\u0001VERSION tea 1.0\u0001
                """);
    }

    /// https://modern.ircdocs.horse/formatting.html: what sets type is kept, other control
    /// characters are not.
    @Test
    void formattingIsKept() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > PRIVMSG bob :\u0002bold\u0002 \u000304,12red\u0003 \u001ditalic\u000f
                bob < :ann PRIVMSG bob :\u0002bold\u0002 \u000304,12red\u0003 \u001ditalic\u000f
                """);
    }

    /// A line has at most 512 bytes with its end: https://modern.ircdocs.horse/#message-format.
    /// What becomes too long by the name of whoever said it goes on in a second line.
    @Test
    void longWordsGoOnInAnotherLine() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > PRIVMSG bob :%s
                bob < :ann!~ann@… PRIVMSG bob :…
                bob < :ann!~ann@… PRIVMSG bob :…
                """
                        .formatted("123456789 ".repeat(49).strip()));
    }

    /// https://modern.ircdocs.horse/#errinputtoolong-417
    @Test
    void aLineHasAnEnd() throws IOException {
        server.irc(
                """
                ann +
                ann > PRIVMSG ann :%s
                ann < 417 ann :Input line was too long
                """
                        .formatted("x".repeat(512)));
    }
}
