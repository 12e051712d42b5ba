package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Whoever starts a program that cannot do its work is told why, in one sentence, and nothing else.
class CannotStartTest {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final int UNREACHABLE = 3;

    @RegisterExtension final Launcher launcher = new Launcher();

    @TempDir Path folder;

    @Test
    void aPortInUse() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var place = "127.0.0.1:" + taken.getLocalPort();
            assertExit(
                    FAILED,
                    "The server cannot listen: " + place + ": Address already in use",
                    launcher.serve(folder, "[line]\nlisten = [\"" + place + "\"]\n"));
        }
    }

    @Test
    void aPortForHttpInUse() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var place = "127.0.0.1:" + taken.getLocalPort();
            assertExit(
                    FAILED,
                    "The server cannot listen: " + place + ": Address already in use",
                    launcher.serve(
                            folder, "[http]\nlisten = [\"127.0.0.1:0\", \"" + place + "\"]\n"));
        }
    }

    @Test
    void aSettingThatThereIsNot() throws Exception {
        var file = folder.resolve("veche.toml");
        Files.writeString(file, "[limits]\noutbux = 16384\n");
        assertExit(
                FAILED,
                file
                        + ", line 2, column 1: there is no setting limits.outbux;"
                        + " did you mean limits.outbox?",
                launcher.start(folder, "serve", "--config", file.toString(), "--data", data()));
    }

    @Test
    void aSettingsFileThatThereIsNot() throws Exception {
        var file = folder.resolve("vetche.toml").toString();
        assertExit(
                FAILED,
                "The settings file " + file + " cannot be read: there is no such file.",
                launcher.start(folder, "serve", "--config", file, "--data", data()));
    }

    @Test
    void aFileWhereTheDataFolderShouldBe() throws Exception {
        Files.createFile(Path.of(data()));
        assertExit(
                FAILED,
                data()
                        + " is not a folder. Choose another data folder with --data,"
                        + " or move that file away.",
                launcher.serve(folder));
    }

    @Test
    void aFileWhereTheLogShouldBe() throws Exception {
        var log = Files.createDirectory(Path.of(data())).resolve("log");
        Files.createFile(log);
        assertExit(
                FAILED,
                "The data folder "
                        + data()
                        + " cannot be used: "
                        + log
                        + " is not a folder. Choose another one with --data.",
                launcher.serve(folder));
    }

    @Test
    void aDatabaseThatIsNone() throws Exception {
        var database = Files.createDirectory(Path.of(data())).resolve("veche.db");
        Files.writeString(database, "no database at all\n".repeat(100));
        var server = launcher.serve(folder);
        assertThat(server.awaitExit()).isEqualTo(FAILED);
        assertThat(server.errors()).hasSize(1);
        assertThat(server.errors().getFirst())
                .startsWith("The journal " + database + " is damaged, or is not a journal.");
    }

    @Test
    void aDataFolderInWhichNamesAreComparedOtherwise() throws Exception {
        var first = launcher.serve(folder);
        Client.arrive(first.address(), "ann", Chat.PASSWORD).leave();
        first.kill();
        first.awaitExit();
        assertExit(
                FAILED,
                "The data folder "
                        + data()
                        + " was begun with names.casemapping = \"precis\", and keeps it: with"
                        + " \"ascii\" other names would be the same. Write names.casemapping ="
                        + " \"precis\" into the settings, or begin a new folder with --data.",
                launcher.serve(folder, "[names]\ncasemapping = \"ascii\"\n"));
    }

    @Test
    void aCertificateThatThereIsNot() throws Exception {
        var chain = folder.resolve("chain.pem");
        var settings =
                """
                [irc]
                tls_listen = ["127.0.0.1:0"]
                [tls]
                certificates = [["%s", "key.pem"]]
                """
                        .formatted(chain);
        assertExit(
                FAILED,
                "The certificate file " + chain + " is not there, or may not be read by this user.",
                launcher.serve(folder, settings));
    }

    @Test
    void aDataFolderThatAnotherServerUses() throws Exception {
        var first = launcher.serve(folder);
        var address = first.address();
        assertExit(
                FAILED,
                "Another server uses the data folder "
                        + data()
                        + ". Stop it (veche ctl --data "
                        + data()
                        + " stop), or choose another folder with --data.",
                launcher.serve(folder));
        // Which has taken no harm.
        try (var ann = Client.arrive(address, "ann", Chat.PASSWORD)) {
            ann.assertToldNothingMore();
        }
    }

    @Test
    void aCommandForAServerThatDoesNotRun() throws Exception {
        assertExit(
                UNREACHABLE,
                "No server runs with the data folder "
                        + data()
                        + ". Is it the right one? Choose another one with --data.",
                launcher.start(folder, "ctl", "--data", data(), "status"));
    }

    @Test
    void aCommandBesideSettingsThatAreWrong() throws Exception {
        Files.writeString(folder.resolve("veche.toml"), "langauge = \"en\"\n");
        var here = launcher.start(folder, "ctl", "--json", "status");
        assertThat(here.awaitExit()).isEqualTo(FAILED);
        assertThat(here.errors()).isEmpty();
        assertThat(here.out())
                .containsExactly(
                        "{\"error\":\"veche.toml, line 1, column 1: there is no setting langauge;"
                                + " did you mean language?\",\"exit\":1}");
        var elsewhere = launcher.start(folder, "ctl", "--data", data(), "status");
        assertThat(elsewhere.awaitExit()).isEqualTo(UNREACHABLE);
    }

    @Test
    void aCommandThatIsWrongInJson() throws Exception {
        var program = launcher.start(folder, "ctl", "--json");
        assertThat(program.awaitExit()).isEqualTo(MISUSED);
        assertThat(program.errors()).isEmpty();
        assertThat(program.out())
                .containsExactly(
                        "{\"error\":\"Missing required parameter: 'COMMAND'\\nTo see how to write it:"
                                + " veche ctl --help\",\"exit\":2}");
    }

    @Test
    void anOptionThatThereIsNot() throws Exception {
        var program = launcher.start(folder, "serve", "--dato", data());
        assertThat(program.awaitExit()).isEqualTo(MISUSED);
        assertThat(program.errors())
                .containsExactly(
                        "Unknown options: '--dato', '" + data() + "'",
                        "Possible solutions: --data",
                        "To see how to write it: veche serve --help");
    }

    private String data() {
        return Launcher.data(folder).toString();
    }

    private static void assertExit(int code, String sentence, VecheProcess program)
            throws InterruptedException {
        assertThat(program.awaitExit()).as(program.toString()).isEqualTo(code);
        assertThat(program.errors()).containsExactly(sentence);
        assertThat(program.out()).isEmpty();
    }
}
