package veche.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Starts `veche` in processes of their own, as an operator does. None of them outlives its test;
/// if that fails, it shows what they printed.
final class Launcher implements AfterEachCallback {

    private final List<VecheProcess> started = new ArrayList<>();

    /// Starts the program with these arguments.
    ///
    /// @param folder where it may leave what it needs only while it runs
    VecheProcess start(Path folder, String... arguments) throws IOException {
        return start(folder, List.of(), List.of(arguments));
    }

    private VecheProcess start(Path folder, List<String> options, List<String> arguments)
            throws IOException {
        var process = new VecheProcess(folder, options, arguments);
        started.add(process);
        return process;
    }

    /// Starts a server that has its settings and its data in a folder, in `veche.toml` and `data`.
    ///
    /// @param settings more of them than every test has
    VecheProcess serve(Path folder, String settings) throws IOException {
        return serve(folder, settings, List.of());
    }

    /// @param options for its Java
    VecheProcess serve(Path folder, String settings, List<String> options) throws IOException {
        var file = folder.resolve("veche.toml");
        Files.writeString(file, ChatServer.settings(settings));
        var data = data(folder).toString();
        return start(
                folder, options, List.of("serve", "--config", file.toString(), "--data", data));
    }

    VecheProcess serve(Path folder) throws IOException {
        return serve(folder, "");
    }

    /// The data folder of the server in a folder.
    static Path data(Path folder) {
        return folder.resolve("data");
    }

    /// The port at which a server listens for IRC clients, as its greeting says.
    static int ircPort(VecheProcess server) throws InterruptedException {
        server.address();
        return server.out().stream()
                .filter(line -> line.startsWith("IRC:"))
                .map(line -> line.replaceFirst(".* (\\d+).*", "$1"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        for (var process : started) {
            process.kill();
            process.awaitExit();
            if (context.getExecutionException().isPresent()) {
                System.err.println(process);
            }
        }
    }
}
