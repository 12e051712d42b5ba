package veche.app;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// That a script says what there is, and finds what it says wrong.
class IrcChatTest {

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void peopleWithAndWithoutIrcMeetInOneScript() throws IOException {
        server.irc(
                """
                ann + caps: message-tags
                netcat:bob +
                ann > JOIN #veche
                ann < @msgid=… :ann JOIN #veche
                ann < 353 ann = #veche :ann bob
                ann < 366 …
                netcat:bob < *** ann joined #veche
                ann > PRIVMSG #veche :good morning
                netcat:bob < ann: good morning
                netcat:bob > hello
                ann < @msgid=<id> :bob!…@… PRIVMSG #veche hello
                ann > @+reply=<id> PRIVMSG #veche :how are you?
                netcat:bob < ann: how are you?
                ann -
                netcat:bob < *** ann left
                """);
    }

    @Test
    void oneLineMoreThanTheScriptSaysIsFound() {
        assertThatThrownBy(() ->
                        server.irc(
                                """
                                ann +
                                ann > JOIN #tea
                                ann < :ann JOIN #tea
                                """))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("353 ann = #tea :@ann");
    }

    @Test
    void whatOneClientSendsIsDoneBeforeAnotherSendsAnything() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                bob > JOIN #tea
                ann < :ann JOIN #tea
                ann < 353 ann = #tea @ann
                ann < 366 …
                ann < :bob JOIN #tea
                bob < :bob JOIN #tea
                bob < 353 bob = #tea :@ann bob
                bob < 366 …
                """);
    }
}
