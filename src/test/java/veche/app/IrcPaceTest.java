package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Clients that say more than the server takes, or read less than it says: RFC 2813 section 5.8.
class IrcPaceTest {

    private static final String SLOW =
            """
            [limits.per_network]
            exempt = []
            [limits.pace]
            burst = 3
            commands = 1
            window = "1h"
            catch_up = %d
            """;

    private static IrcClient come(ChatServer server) throws IOException {
        var bob = IrcClient.connect(server.ircAddress());
        bob.send("NICK bob");
        bob.send("USER bob 0 * :Bob");
        bob.readUntil(":… 376 …");
        return bob;
    }

    /// NICK and USER are two commands, so that one more is obeyed at once.
    @Test
    void whoeverSaysTooMuchWaits() throws IOException {
        try (var server = ChatServer.start(SLOW.formatted(0));
                var bob = come(server)) {
            bob.send("PING 1");
            bob.send("PING 2");
            assertThat(bob.readLine()).endsWith(" 1");
            server.ctl("kick", "bob");
            assertThat(bob.readLine()).startsWith("ERROR ");
            bob.expectEnd();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BAD", ":no command", "JOIN", "USER bob 0 * :Bob"})
    void whatCannotBeObeyedCountsAsWell(String line) throws IOException {
        try (var server = ChatServer.start(SLOW.formatted(0));
                var bob = come(server)) {
            bob.send(line);
            if (!line.isEmpty()) {
                bob.readUntil(":… 4…");
            }
            bob.send("PING 2");
            server.ctl("kick", "bob");
            bob.readUntil("ERROR …");
            assertThat(bob.transcript()).doesNotContain("PONG");
        }
    }

    /// A command waits for a hundredth of a second, if it must; all come, and in order.
    @Test
    void nothingIsLostAndAllIsInOrder() throws IOException {
        var settings =
                """
                [limits.per_network]
                exempt = []
                [limits.pace]
                burst = 3
                commands = 100
                window = "1s"
                """;
        try (var server = ChatServer.start(settings);
                var bob = come(server)) {
            for (var number = 1; number <= 50; number++) {
                bob.send("PING " + number);
            }
            for (var number = 1; number <= 50; number++) {
                assertThat(bob.readLine()).isEqualTo(":veche.local PONG veche.local " + number);
            }
        }
    }

    /// A client that has just come asks for much, and need not wait for it.
    @Test
    void whatOnlyReadsIsAnsweredAtOnceInTheBeginning() throws IOException {
        try (var server = ChatServer.start(SLOW.formatted(40));
                var bob = come(server)) {
            for (var number = 1; number <= 10; number++) {
                bob.send("CHATHISTORY LATEST #a" + number + " * 1");
                bob.send("MARKREAD #a" + number);
                bob.send("MONITOR + ann" + number);
                bob.send("WHO bob");
                bob.readUntil(":… 315 …");
            }
        }
    }

    /// The others learn why.
    @Test
    void whoeverDoesNotReadIsLetGo() throws IOException {
        try (var server = ChatServer.start("[limits]\noutbox = 16384\n");
                var ann = IrcClient.connect(server.ircAddress(), 1024)) {
            ann.register("ann", "");
            var chat = server.irc("bob +\nbob > JOIN #tea\nbob ~ 366 …");
            ann.send("JOIN #tea");
            ann.readUntil(":… 366 …");
            chat.scene("bob < :ann JOIN #tea");
            // Some 8 MiB: more than two kernels and the server keep for one client.
            for (var number = 1; number <= 20_000; number++) {
                chat.person("bob").send("PRIVMSG #tea :" + "x".repeat(400));
            }
            chat.scene("bob < :ann QUIT :Did not read what was sent");
            ann.breakOff();
        }
    }
}
