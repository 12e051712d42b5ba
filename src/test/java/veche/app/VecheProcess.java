package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A process in which `veche` runs. Every wait has a limit far beyond what a program in good health
/// takes, after which the test fails and shows what was printed so far.
final class VecheProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern GREETING = Pattern.compile("Chat: +nc (\\S+) (\\d+)");

    private static final String END_OF_GREETING = "Type help";

    private final List<String> arguments;
    private final Process process;
    private final List<String> out = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<Thread> readers;
    private final CompletableFuture<InetSocketAddress> address = new CompletableFuture<>();
    private Optional<InetSocketAddress> told = Optional.empty();

    /// @param scratch its working folder, and for temporary files, which it cannot remove when it
    ///   is killed
    /// @param options for its Java, more than every test has
    VecheProcess(Path scratch, List<String> options, List<String> arguments) throws IOException {
        this.arguments = arguments;
        var builder = new ProcessBuilder(command(scratch, options, arguments));
        // They have Java print a line of its own.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        process = builder.directory(scratch.toFile()).start();
        readers =
                List.of(
                        read(process.getInputStream(), this::printed),
                        read(process.getErrorStream(), this::complained));
    }

    private static List<String> command(
            Path scratch, List<String> options, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Duser.language=en"));
        command.add("-Djava.io.tmpdir=" + scratch);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "veche.app.Main"));
        command.addAll(arguments);
        return command;
    }

    private Thread read(InputStream in, Consumer<String> line) {
        return Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try (var reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
                        reader.lines().forEach(line);
                    } catch (IOException | UncheckedIOException e) {
                        complained("the test can no longer read what is printed: " + e);
                    }
                    address.completeExceptionally(new AssertionError("it does not listen"));
                });
    }

    private synchronized void printed(String line) {
        out.add(line);
        var greeting = GREETING.matcher(line);
        if (greeting.matches()) {
            var port = Integer.parseInt(greeting.group(2));
            told = Optional.of(new InetSocketAddress(greeting.group(1), port));
        } else if (line.startsWith(END_OF_GREETING)) {
            told.ifPresent(address::complete);
        }
    }

    private synchronized void complained(String line) {
        errors.add(line);
    }

    /// Where people come in, as the greeting says. Waits until all of it is there.
    InetSocketAddress address() throws InterruptedException {
        try {
            return address.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the server does not start:\n" + this, e);
        }
    }

    /// Ends it on the spot (SIGKILL). Does not wait for it.
    void kill() {
        process.toHandle().destroyForcibly();
    }

    /// Asks it to end (SIGTERM). Does not wait for it.
    void terminate() {
        process.toHandle().destroy();
    }

    /// Waits until it has ended.
    ///
    /// @return its exit code; everything that it printed is known
    int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE)) {
            throw new AssertionError("it does not end:\n" + this);
        }
        for (var reader : readers) {
            reader.join(PATIENCE);
        }
        return process.exitValue();
    }

    /// What it has printed on its standard output.
    synchronized List<String> out() {
        return List.copyOf(out);
    }

    /// What it has complained of on its standard error.
    synchronized List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public synchronized String toString() {
        return "veche %s (process %d), output:\n%s\nerrors:\n%s"
                .formatted(
                        String.join(" ", arguments),
                        process.pid(),
                        String.join("\n", out),
                        String.join("\n", errors));
    }
}
