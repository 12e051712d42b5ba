package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A message that has an id of its sender's is stored and told once, however often it is sent.
class IrcExactlyOnceTest {

    private ChatServer server;

    @BeforeEach
    void start() throws IOException {
        server = ChatServer.start();
        server.account("ann");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private static final String ANN =
            """
            ann + login caps: message-tags echo-message labeled-response draft/chathistory batch
            ann ~ 366 …
            """;

    private static final String FIRST =
            """
            ann > @label=1;+veche.chat/id=7 PRIVMSG #veche :once
            ann < @msgid=<id>;+veche.chat/id=7;label=1 :ann PRIVMSG #veche once
            bob < ann: once
            """;

    /// The answer is the one that may have been lost, and nobody else is told.
    private static final String AGAIN =
            """
            ann > @label=2;+veche.chat/id=7 PRIVMSG #veche :once
            ann < @msgid=<id>;+veche.chat/id=7;label=2 :ann PRIVMSG #veche once
            """;

    private static final String HISTORY =
            """
            ann > CHATHISTORY LATEST #veche * 10
            ann < BATCH +<h> chathistory #veche
            ann < @msgid=<id>;+veche.chat/id=7;batch=<h> :ann PRIVMSG #veche once
            ann < BATCH -<h>
            """;

    private static String withNetcat(String script) {
        return script.replace("bob <", "netcat:bob <");
    }

    @Test
    void aMessageThatIsSentAgainIsStoredOnce() throws IOException {
        server.irc(ANN + "netcat:bob +\nann < …\n" + withNetcat(FIRST) + AGAIN + HISTORY);
    }

    @Test
    void alsoAfterTheConnectionWasLost() throws IOException {
        server.irc(
                ANN
                        + "netcat:bob +\nann < …\n"
                        + withNetcat(FIRST)
                        + "ann -\nnetcat:bob < *** ann left\n"
                        + ANN
                        + "netcat:bob < *** ann is here\n"
                        + AGAIN
                        + HISTORY);
    }

    @Test
    void alsoAfterTheServerWasStartedAgain() throws IOException {
        server.irc(ANN + FIRST.replaceAll("(?m)^bob.*\\n", ""));
        server.stop();
        server = ChatServer.startAgain(server);
        server.irc(ANN + AGAIN + HISTORY);
    }

    @Test
    void aPrivateMessageIsToldOnceAndAnotherPersonsIdsAreTheirOwn() throws IOException {
        server.irc(
                ANN
                        + """
                        eve + caps: message-tags echo-message
                        ann > @+veche.chat/id=9 PRIVMSG eve :psst
                        ann < @msgid=<id>;+veche.chat/id=9 :ann PRIVMSG eve psst
                        eve < @msgid=<id>;+veche.chat/id=9 :ann PRIVMSG eve psst
                        ann > @+veche.chat/id=9 PRIVMSG eve :psst
                        ann < @msgid=<id>;+veche.chat/id=9 :ann PRIVMSG eve psst
                        eve > @+veche.chat/id=9 PRIVMSG ann :what?
                        eve < @msgid=<other>;+veche.chat/id=9 :eve PRIVMSG ann what?
                        ann < @msgid=<other>;+veche.chat/id=9 :eve PRIVMSG ann what?
                        """);
    }
}
