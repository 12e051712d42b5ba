package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import veche.console.Typist;

/// The whole program at a real pseudo-terminal, which `script` of util-linux makes, beside a server
/// that is a process of its own and is killed.
@Timeout(120)
class TerminalProcessTest {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @RegisterExtension private final Launcher launcher = new Launcher();

    @TempDir Path folder;

    private Process start(Map<String, String> environment, String... words) throws IOException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /// Ctrl-C is heard, even where whatever runs the tests ignores it and all that it starts does,
    /// such as a shell that was told to do so in the background.
    private static String program(String arguments) {
        return "env --default-signal=INT '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -Duser.language=en -cp '%s' veche.app.Main %s"
                .formatted(JAVA, System.getProperty("java.class.path"), arguments);
    }

    @Test
    void aServerIsKilledAndStartedAgainUnderWhoeverChats() throws Exception {
        var port = 0;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var settings = "[irc]\nlisten = [\"127.0.0.1:" + port + "\"]\n";
        var server = launcher.serve(folder, settings);
        Client.arrive(server.address(), "ann", Chat.PASSWORD).leave();
        var typist = new Typist();
        var run = "stty cols 120 rows 40; " + program("chat 127.0.0.1:" + port + " --name ann");
        var client =
                start(
                        Map.of("TERM", "xterm", "VECHE_PASSWORD", Chat.PASSWORD),
                        "script",
                        "-qefc",
                        run,
                        "/dev/null");
        try {
            Thread.ofVirtual().start(() -> copy(client, typist));
            typist.sees("You are ann");
            typist.sees("#veche> ");
            type(client, "before\r");
            typist.sees("ann: before");
            server.kill();
            typist.sees("The connection is gone");
            type(client, "meanwhile\r");
            typist.sees("waits: meanwhile");
            server = launcher.serve(folder, settings);
            typist.sees("Back again");
            typist.sees("ann: meanwhile");
            try (var bob = Client.connect(server.address())) {
                bob.logIn("bob", Chat.PASSWORD);
                assertThat(bob.readUntil("*** In #veche"))
                        .containsOnlyOnce("ann: before", "ann: meanwhile");
            }
            type(client, "exit\r");
            assertThat(client.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(client.exitValue()).isZero();
        } finally {
            client.destroyForcibly();
        }
    }

    @Test
    void theOperatorLosesTheSettingsAndThenPressesControlC() throws Exception {
        var settings = folder.resolve("veche.toml");
        Files.writeString(settings, ChatServer.settings("[data]\nfolder = \"data\"\n"));
        var typist = new Typist();
        var run = "stty cols 120 rows 40; cd '" + folder + "'; exec " + program("serve");
        var server = start(Map.of("TERM", "xterm"), "script", "-qefc", run, "/dev/null");
        try {
            Thread.ofVirtual().start(() -> copy(server, typist));
            typist.sees("veche> ");
            Files.delete(settings);
            type(server, "rehash\r");
            typist.sees("veche.toml cannot be read");
            // Only at a prompt does the console answer: before, the signal stops without a word.
            typist.sees("veche> ");
            type(server, "\u0003");
            typist.sees("Stopping. Ctrl-C again ends it on the spot.");
            assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(server.exitValue()).isZero();
        } finally {
            server.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dumb", "dumb-emacs-ansi"})
    void aTerminalThatCanHideNothingIsAskedForThePasswordOnceAndDoesNotShowIt(String type)
            throws Exception {
        var server = launcher.serve(folder);
        Client.arrive(server.address(), "ann", Chat.PASSWORD).leave();
        var client = start(type, server);
        try (var screen = client.inputReader(UTF_8)) {
            var shown = new StringBuilder();
            readUntil(screen, shown, "which is not shown: ");
            type(client, "x\u007f" + Chat.PASSWORD + "\r");
            readUntil(screen, shown, "You are ann");
            assertThat(shown).containsOnlyOnce("Password of ann").doesNotContain(Chat.PASSWORD);
        } finally {
            client.destroyForcibly();
        }
    }

    @ParameterizedTest
    @CsvSource({"dumb, 3, 130", "dumb, 4, 0", "dumb-emacs-ansi, 3, 130", "dumb-emacs-ansi, 4, 0"})
    void whoeverIsAskedForThePasswordThereCanLeave(String type, int control, int exit)
            throws Exception {
        var client = start(type, launcher.serve(folder));
        try (var screen = client.inputReader(UTF_8)) {
            readUntil(screen, new StringBuilder(), "which is not shown: ");
            type(client, Character.toString(control));
            assertThat(client.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(client.exitValue()).isEqualTo(exit);
        } finally {
            client.destroyForcibly();
        }
    }

    /// JLine leaves a terminal as it is only if it is called `dumb` and nothing else.
    private Process start(String type, VecheProcess server) throws Exception {
        var run = program("chat 127.0.0.1:" + Launcher.ircPort(server) + " --name ann");
        return start(Map.of("TERM", type), "script", "-qefc", run, "/dev/null");
    }

    private static void readUntil(Reader screen, StringBuilder shown, String text)
            throws IOException {
        while (shown.indexOf(text) < 0) {
            var next = screen.read();
            assertThat(next).as(shown.toString()).isNotNegative();
            shown.append((char) next);
        }
    }

    private static void type(Process client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(UTF_8));
        client.getOutputStream().flush();
    }

    private static void copy(Process client, Typist typist) {
        try (var screen = typist.screen()) {
            var buffer = new byte[4096];
            for (var read = client.getInputStream().read(buffer); read >= 0; ) {
                screen.write(buffer, 0, read);
                screen.flush();
                read = client.getInputStream().read(buffer);
            }
        } catch (IOException e) {
            // The program has ended.
        }
    }

    @Test
    void aScriptIsToldHowItEndedAndNobodyMindsAClosedPipe() throws Exception {
        var server = launcher.serve(folder);
        var password = Files.writeString(folder.resolve("password"), "correct horse\n");
        var port = Launcher.ircPort(server);
        var options = "127.0.0.1:" + port + " --name bot --password-file '" + password + "'";
        var once = program("chat " + options + " --channel '#ops' --once");
        var client = start(Map.of(), "sh", "-c", "echo 'backup done' | " + once);
        assertThat(new String(client.getInputStream().readAllBytes(), UTF_8))
                .isEqualTo("veche: The account bot is made.\n");
        assertThat(client.waitFor()).isZero();
        var endless = program("chat " + options + " --channel '#ops' --json --listen");
        var closed = start(Map.of(), "sh", "-c", "echo one | " + endless + " | head -n 1");
        assertThat(new String(closed.getInputStream().readAllBytes(), UTF_8))
                .startsWith("{\"event\":\"notice\",\"code\":\"welcome\"")
                .hasLineCount(1);
        assertThat(closed.waitFor()).isZero();
    }
}
