package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which answer belongs to which question: https://ircv3.net/specs/extensions/labeled-response and
/// https://ircv3.net/specs/extensions/batch.
class IrcLabelTest {

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
    void oneLineIsTheAnswerItself() throws IOException {
        server.irc(
                """
                ann + caps: labeled-response batch
                ann > @label=1 PING tea
                ann < @label=1 PONG veche.local tea
                ann > @label=2 PRIVMSG nobody :hello
                ann < @label=2 401 ann nobody :No such nick/channel
                ann > @label=3 BREW
                ann < @label=3 421 ann BREW :Unknown command
                ann > @label=4 NICK anna
                ann < @label=4 :ann NICK anna
                ann > PING tea
                ann < PONG veche.local tea
                """);
    }

    @Test
    void severalLinesAreABatch() throws IOException {
        server.irc(
                """
                ann + caps: labeled-response batch
                ann > @label=1 JOIN #tea
                ann < @label=1 BATCH +<id> labeled-response
                ann < @batch=<id> :ann JOIN #tea
                ann < @batch=<id> 353 ann = #tea @ann
                ann < @batch=<id> 366 ann #tea :End of /NAMES list
                ann < BATCH -<id>
                """);
    }

    @Test
    void whereNothingComesItIsAcknowledged() throws IOException {
        server.irc(
                """
                ann + caps: labeled-response batch
                bob +
                ann > @label=1 PRIVMSG bob :hello
                ann < @label=1 :veche.local ACK
                bob < :ann PRIVMSG bob hello
                ann > @label=2 PONG tea
                ann < @label=2 :veche.local ACK
                """);
    }

    @Test
    void anEchoHasTheLabel() throws IOException {
        server.irc(
                """
                ann + caps: labeled-response batch echo-message message-tags
                bob + caps: message-tags
                ann > @label=1;+a=2 PRIVMSG bob :hello
                ann < @msgid=<id>;+a=2;label=1 :ann PRIVMSG bob hello
                bob < @msgid=<id>;+a=2 :ann PRIVMSG bob hello
                """);
    }

    /// https://ircv3.net/specs/extensions/labeled-response#tags: what one says to oneself has the
    /// label as an echo, and not as it is received.
    @Test
    void whatOneSaysToOneselfHasTheLabelOnce() throws IOException {
        server.irc(
                """
                ann + caps: labeled-response batch echo-message
                ann > @label=1 PRIVMSG ann :note
                ann < :ann PRIVMSG ann note
                ann < @label=1 :ann PRIVMSG ann note
                bob + caps: labeled-response batch
                bob > @label=2 NOTICE bob :note
                bob < :bob NOTICE bob note
                bob < @label=2 :veche.local ACK
                """);
    }

    @Test
    void whoeverHasNotAskedForLabelsIsAnsweredWithout() throws IOException {
        server.irc(
                """
                ann + caps: message-tags
                ann > @label=1 PING tea
                ann < PONG veche.local tea
                """);
    }

    @Test
    void aRefusalHasTheLabelToo() throws IOException {
        server.irc(
                """
                ann + caps: labeled-response batch
                ann > @label=1 PRIVMSG nobody,#nowhere :hello
                ann < @label=1 BATCH +<id> labeled-response
                ann < @batch=<id> 401 ann nobody …
                ann < @batch=<id> 403 ann #nowhere …
                ann < BATCH -<id>
                ann > @label=2 JOIN
                ann < @label=2 461 ann JOIN :Not enough parameters
                """);
    }

    /// Some 8 MiB, more than two kernels and the server keep for one client, are asked for by
    /// somebody who reads none of it meanwhile.
    @Test
    void whoeverReadsSlowlyIsWaitedFor() throws IOException {
        var answers = 160;
        try (var busy = ChatServer.start("[limits]\noutbox = 16384");
                var bob = IrcClient.connect(busy.ircAddress());
                var ann = IrcClient.connect(busy.ircAddress(), 1024)) {
            bob.register("bob", "");
            bob.send("JOIN #tea");
            for (var i = 0; i < 100; i++) {
                bob.send("PRIVMSG #tea :" + "x".repeat(400));
            }
            bob.settle();
            ann.register("ann", "batch labeled-response draft/chathistory");
            ann.send("JOIN #tea");
            ann.readUntil(":… 366 …");
            for (var i = 0; i < answers; i++) {
                ann.send("@label=" + i + " CHATHISTORY LATEST #tea * 100");
            }
            for (var i = 0; i < answers; i++) {
                assertThat(ann.readUntil(":… BATCH -…")).as("answer %d", i).hasSize(102);
            }
            ann.assertToldNothingMore();
        }
    }
}
