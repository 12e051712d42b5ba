package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Messages of several lines: https://ircv3.net/specs/extensions/multiline.
class IrcMultilineTest {

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
    void severalLinesAreOneMessage() throws IOException {
        server.irc(
                """
                ann + caps: batch draft/multiline message-tags
                bob + caps: batch draft/multiline message-tags account-tag
                ann > @+a=1 BATCH +1 draft/multiline bob
                ann > @batch=1 PRIVMSG bob :first
                ann > @batch=1 PRIVMSG bob :
                ann > @batch=1 PRIVMSG bob :third
                ann > BATCH -1
                bob < @msgid=<id>;+a=1 :ann BATCH +<batch> draft/multiline bob
                bob < @batch=<batch> :ann PRIVMSG bob first
                bob < @batch=<batch> :ann PRIVMSG bob :
                bob < @batch=<batch> :ann PRIVMSG bob third
                bob < BATCH -<batch>
                """);
    }

    @Test
    void aBatchThatCannotBeginIsAnsweredWithItsLabel() throws IOException {
        server.irc(
                """
                ann + caps: batch draft/multiline message-tags labeled-response
                ann > @label=1 BATCH +1 nonsense ann
                ann < @label=1 FAIL BATCH UNKNOWN_TYPE 1 nonsense :There is no such type
                ann > @label=2 BATCH +2 draft/multiline
                ann < @label=2 461 ann BATCH :Not enough parameters
                """);
    }

    @Test
    void whatIsLeftOpenForTooLongIsGivenUpWhateverItIsCalled() throws IOException {
        server.close();
        server = ChatServer.start("[irc]\npatience = \"1s\"\n");
        server.irc(
                """
                ann + caps: batch draft/multiline message-tags labeled-response
                ann > @label=1 BATCH +:1 draft/multiline ann
                ann < @label=1 FAIL BATCH TIMEOUT * :The batch was left open for too long
                ann > @label=2 PING tea
                ann < @label=2 PONG veche.local tea
                """);
    }

    /// https://ircv3.net/specs/extensions/client-batch#errors
    @Test
    void whatIsLeftOpenForTooLongIsGivenUp() throws IOException {
        server.close();
        server = ChatServer.start("[irc]\npatience = \"1s\"\n");
        server.irc(
                """
                ann + caps: batch draft/multiline message-tags
                bob +
                ann > BATCH +1 draft/multiline bob
                ann > @batch=1 PRIVMSG bob :first
                ann < FAIL BATCH TIMEOUT 1 :The batch was left open for too long
                ann > @batch=1 PRIVMSG bob :second
                ann > BATCH -1
                ann > PRIVMSG bob :sorry
                bob < :ann PRIVMSG bob sorry
                """);
    }

    /// https://ircv3.net/specs/extensions/multiline#fallback
    @Test
    void whoeverDoesNotUnderstandThemReadsLineByLine() throws IOException {
        server.irc(
                """
                ann + caps: batch draft/multiline message-tags
                bob + caps: message-tags server-time
                eve +
                ann > BATCH +1 draft/multiline bob
                ann > @batch=1 NOTICE bob :first
                ann > @batch=1 NOTICE bob :
                ann > @batch=1 NOTICE bob :third
                ann > BATCH -1
                bob < @time=<time>;msgid=… :ann NOTICE bob first
                bob < @time=<time> :ann NOTICE bob third
                ann > BATCH +2 draft/multiline eve
                ann > @batch=2 PRIVMSG eve :first
                ann > @batch=2 PRIVMSG eve :second
                ann > BATCH -2
                eve < :ann PRIVMSG eve first
                eve < :ann PRIVMSG eve second
                """);
    }

    /// https://ircv3.net/specs/extensions/multiline#tags
    @Test
    void aLineCanGoOn() throws IOException {
        server.irc(
                """
                ann + caps: batch draft/multiline
                bob +
                ann > BATCH +1 draft/multiline bob
                ann > @batch=1 PRIVMSG bob :how is\s
                ann > @batch=1;draft/multiline-concat PRIVMSG bob :everyone?
                ann > BATCH -1
                bob < :ann PRIVMSG bob :how is\s
                bob < :ann PRIVMSG bob everyone?
                """);
    }

    /// https://ircv3.net/specs/extensions/multiline#labeled-response-spec-with-echo-message-spec
    @Test
    void theEchoHasTheLabelWhereItBegins() throws IOException {
        server.irc(
                """
                ann + caps: batch draft/multiline message-tags echo-message labeled-response
                bob +
                ann > @label=7 BATCH +1 draft/multiline bob
                ann > @batch=1 PRIVMSG bob :first
                ann > @batch=1 PRIVMSG bob :second
                ann > BATCH -1
                ann < @msgid=…;label=7 :ann BATCH +<batch> draft/multiline bob
                ann < @batch=<batch> :ann PRIVMSG bob first
                ann < @batch=<batch> :ann PRIVMSG bob second
                ann < BATCH -<batch>
                bob < :ann PRIVMSG bob first
                bob < :ann PRIVMSG bob second
                """);
    }

    /// https://ircv3.net/specs/extensions/multiline#errors
    @Test
    void whatIsWrongWithABatchIsSaid() throws IOException {
        server.irc(
                """
                ann + caps: batch draft/multiline
                bob +
                ann > BATCH +1 draft/multiline bob
                ann > @batch=1 PRIVMSG ann :hello
                ann > BATCH -1
                ann < FAIL BATCH MULTILINE_INVALID_TARGET bob ann :…
                ann > BATCH +2 draft/multiline bob
                ann > @batch=2 PRIVMSG bob :hello
                ann > @batch=2 NOTICE bob :hello
                ann > BATCH -2
                ann < FAIL BATCH MULTILINE_INVALID :…
                ann > BATCH +3 draft/multiline bob
                ann > @batch=3 PRIVMSG bob :hello
                ann > @batch=3;draft/multiline-concat PRIVMSG bob :
                ann > BATCH -3
                ann < FAIL BATCH MULTILINE_INVALID :…
                ann > BATCH +4 draft/multiline bob
                ann > @batch=4 PRIVMSG bob :
                ann > @batch=4 PRIVMSG bob :
                ann > BATCH -4
                ann < FAIL BATCH MULTILINE_INVALID :…
                ann > BATCH +5 draft/multiline bob
                ann > @batch=5 JOIN #tea
                ann > BATCH -5
                ann < FAIL BATCH MULTILINE_INVALID :…
                """);
    }

    /// https://ircv3.net/specs/extensions/client-batch#errors: what still comes of a batch that was
    /// refused is ignored.
    @Test
    void aRefusedBatchIsIgnoredToItsEnd() throws IOException {
        server.irc(
                """
                ann + caps: batch draft/multiline
                bob +
                ann > BATCH +1 brew-tea bob
                ann < FAIL BATCH UNKNOWN_TYPE 1 brew-tea :There is no such type
                ann > @batch=1 PRIVMSG bob :hello
                ann > BATCH -1
                ann > BATCH +2 draft/multiline bob
                ann > @batch=other PRIVMSG bob :hello
                ann < FAIL BATCH MULTILINE_INVALID :…
                ann > @batch=2 PRIVMSG bob :hello
                ann > BATCH -2
                ann > BATCH -3
                ann < FAIL BATCH INVALID_REFTAG -3 :There is no such batch
                ann > @batch=4 PRIVMSG bob :hello
                ann < FAIL BATCH INVALID_REFTAG 4 :There is no such batch
                ann > BATCH +5 draft/multiline bob
                ann > BATCH +6 draft/multiline bob
                ann < FAIL BATCH MULTILINE_INVALID :Another batch is open
                ann > @batch=5 PRIVMSG bob :hello
                ann > @batch=6 PRIVMSG bob :hello
                ann > BATCH -6
                ann > BATCH -5
                """);
    }
}
