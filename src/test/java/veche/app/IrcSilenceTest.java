package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A client that says nothing: https://modern.ircdocs.horse/#ping-message. Its times are the
/// shortest that there are; whoever waits for them reads, and the server speaks when it is time.
class IrcSilenceTest {

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start("[irc]\nsilence = \"1s\"\npatience = \"1s\"\n");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private IrcClient come(String nickname) throws IOException {
        var client = IrcClient.connect(server.ircAddress());
        client.register(nickname, "");
        return client;
    }

    private static void expect(IrcClient client, String line) throws IOException {
        assertThat(IrcChat.isLine(line, client.readLine())).as(client.transcript()).isTrue();
    }

    @Test
    void whoeverSaysNothingIsAskedAndThenLetGo() throws IOException {
        try (var ann = come("ann")) {
            expect(ann, "PING veche.local");
            expect(
                    ann,
                    "ERROR :Closing link: (127.0.0.1) [Connection lost: Ping timeout: … seconds]");
            ann.expectEnd();
        }
    }

    /// Here there is plenty of time for an answer.
    @Test
    void whoeverAnswersStays() throws IOException {
        server.close();
        server = ChatServer.start("[irc]\nsilence = \"1s\"\npatience = \"1h\"\n");
        try (var ann = come("ann")) {
            for (var time = 1; time <= 3; time++) {
                expect(ann, "PING veche.local");
                ann.send("PONG veche.local");
            }
            ann.send("PING me");
            ann.readUntil("… PONG veche.local me");
        }
    }

    @Test
    void whoeverDoesNotSayWhoTheyAreIsNotAsked() throws IOException {
        try (var ann = IrcClient.connect(server.ircAddress())) {
            ann.send("NICK ann");
            expect(ann, "ERROR :Closing link: (127.0.0.1) […]");
            ann.expectEnd();
        }
    }

    /// Not for being silent, but for the time that it takes.
    @Test
    void whoeverTakesTooLongToSayWhoTheyAreIsLetGo() throws IOException {
        server.close();
        server = ChatServer.start("[accounts]\nlogin_time = \"1s\"\n");
        try (var ann = IrcClient.connect(server.ircAddress())) {
            ann.send("CAP LS 302");
            ann.readUntil("ERROR :Closing link: (127.0.0.1) […]");
            ann.expectEnd();
        }
    }
}
