package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import veche.console.Ctl;

/// A server that is asked to stop, as a process that others wait for.
class StoppingTest {

    private static final String LAST_WORDS =
            "*** The server stops. Everything that was said is kept.";

    @RegisterExtension final Launcher launcher = new Launcher();

    @TempDir Path folder;

    @Test
    void sigtermInAStormTellsEveryoneAndLosesNothing() throws Exception {
        var server = launcher.serve(folder, Storm.SETTINGS);
        var storm = new Storm(folder);
        storm.gather(server.address());
        storm.rage(Storm.MOST / 2, server::terminate);
        assertThat(server.awaitExit()).isZero();
        storm.settle();
        assertThat(storm.people())
                .allSatisfy(witness -> assertThat(witness.lastLine()).isEqualTo(LAST_WORDS));
        storm.gather(launcher.serve(folder, Storm.SETTINGS).address());
    }

    @Test
    void theOperatorStopsItFromOutside() throws Exception {
        var server = launcher.serve(folder);
        try (var ann = Client.arrive(server.address(), "ann", Chat.PASSWORD)) {
            ann.send("the last words");
            ann.assertToldNothingMore(); // and so the server has read that
            var answer = Ctl.run(Launcher.data(folder), "stop", "time", "for", "tea");
            assertThat(answer.exit()).as(answer.toString()).isZero();
            ann.expectLine(LAST_WORDS + " time for tea");
            ann.expectEnd();
        }
        assertThat(server.awaitExit()).isZero();
        assertThat(server.errors()).isEmpty();
        assertThat(Chronicle.read(Launcher.data(folder), folder.resolve("scratch")))
                .containsExactly("ann: the last words");
    }

    @Test
    void whileTheDiskFailsNobodyIsToldThatAllIsKept() throws Exception {
        var server = launcher.serve(folder);
        try (var ann = Client.arrive(server.address(), "ann", Chat.PASSWORD)) {
            fillDisk();
            ann.send("the last words");
            var said = Ctl.run(Launcher.data(folder), "say", "is anybody there?");
            assertThat(said.exit()).as(said.toString()).isEqualTo(1);
            assertThat(said.err()).contains("Nothing can be stored now");
            var lifted = Ctl.run(Launcher.data(folder), "ban", "del", "bob");
            assertThat(lifted.err()).contains("There is no ban of bob");
            var reset = Ctl.run(Launcher.data(folder), "accounts", "password", "ann", "--generate");
            assertThat(reset.exit()).isEqualTo(1);
            assertThat(reset.out()).contains("The password is: ");
            assertThat(reset.err()).contains("Nothing can be stored now");
            Ctl.run(Launcher.data(folder), "stop");
            ann.expectLine(
                    "*** The server stops, and its disk fails. What you have seen is kept; "
                            + "what you said last may not be.");
            ann.expectEnd();
        }
        assertThat(server.awaitExit()).isEqualTo(1);
        assertThat(server.errors())
                .singleElement()
                .asString()
                .startsWith("The disk did not take everything")
                .contains("the disk is full", "requests (messages, arrivals");
    }

    private void fillDisk() throws SQLException {
        var database = "jdbc:sqlite:" + Launcher.data(folder).resolve("veche.db");
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    """
                    CREATE TRIGGER full BEFORE INSERT ON message
                    BEGIN SELECT RAISE(ABORT, 'the disk is full'); END
                    """);
        }
    }
}
