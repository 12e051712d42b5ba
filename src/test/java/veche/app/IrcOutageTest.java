package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// What IRC clients see while the server cannot store what happens.
class IrcOutageTest {

    private static IrcClient come(ChatServer server, String name) throws IOException {
        var client = IrcClient.connect(server.ircAddress());
        client.register(name, "echo-message");
        client.send("JOIN #tea");
        client.readUntil(":… 366 …");
        return client;
    }

    /// From outside, as an administrator's tool would do it.
    private static void execute(ChatServer server, String sql) throws SQLException {
        var database = "jdbc:sqlite:" + server.data().resolve("veche.db");
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void nobodyIsShownWhatIsNotStoredAndAllGoesOnWhenItCanBe() throws Exception {
        try (var server = ChatServer.start();
                var ann = come(server, "ann");
                var bob = come(server, "bob")) {
            ann.readUntil(":bob!… JOIN #tea");
            execute(
                    server,
                    """
                    CREATE TRIGGER full BEFORE INSERT ON message
                    BEGIN SELECT RAISE(ABORT, 'the disk is full'); END
                    """);
            ann.send("PRIVMSG #tea :is there any left?");
            ann.send("PING done");
            // Others are served, and have been told nothing.
            bob.send("PING here");
            assertThat(bob.readLine()).endsWith(" here");
            execute(server, "DROP TRIGGER full");
            assertThat(ann.readLine()).endsWith(" PRIVMSG #tea :is there any left?");
            assertThat(ann.readLine()).endsWith(" done");
            assertThat(bob.readLine()).endsWith(" PRIVMSG #tea :is there any left?");
        }
    }
}
