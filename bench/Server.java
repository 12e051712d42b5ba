import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A server that is measured: a process of its own, in a temporary folder below `target`, which is
/// on a disk where `/tmp` may not be. Closing it stops the process and removes the folder.
final class Server implements AutoCloseable {

    private static final String SETTINGS =
            """
            language = "en"
            [line]
            listen = ["127.0.0.1:0"]
            [irc]
            listen = []
            tls_listen = []
            [http]
            listen = []
            [accounts.hashing]
            memory_kib = 8
            iterations = 1
            scram_iterations = 4096
            """;

    /// The line in which it says where it listens.
    private static final Pattern LISTENING = Pattern.compile("127\\.0\\.0\\.1[ :](\\d+)");

    /// What the serial collector says of the space for new and for old objects.
    private static final Pattern OBJECTS = Pattern.compile("total \\d+K, used (\\d+)K");

    private static final double TICKS_PER_SECOND = 100;

    private final Process process;
    private final Path folder;
    private final InetSocketAddress address;

    private Server(Process process, Path folder, InetSocketAddress address) {
        this.process = process;
        this.folder = folder;
        this.address = address;
    }

    /// Returns when it listens.
    ///
    /// @param service `serve` or `echo`
    static Server start(Path home, String service) throws IOException {
        var folder =
                Files.createTempDirectory(Files.createDirectories(home.resolve("target")), "bench");
        var settings = Files.writeString(folder.resolve("veche.toml"), SETTINGS).toString();
        var data = folder.resolve("data").toString();
        var veche = home.resolve("veche").toString();
        var command =
                service.equals("echo")
                        ? new ProcessBuilder(veche, "echo", "--port", "0", "--data", data)
                        : new ProcessBuilder(veche, "serve", "--config", settings, "--data", data);
        var process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Server(process, folder, whereItListens(process));
    }

    private static InetSocketAddress whereItListens(Process process) throws IOException {
        var out = new BufferedReader(new InputStreamReader(process.getInputStream()));
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            var listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread.ofVirtual().start(() -> drain(out));
                return new InetSocketAddress("127.0.0.1", Integer.parseInt(listening.group(1)));
            }
        }
        throw new Failure("the server does not start");
    }

    /// What it says later must not fill the pipe.
    private static void drain(BufferedReader out) {
        try {
            out.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // It has been stopped.
        }
    }

    InetSocketAddress address() {
        return address;
    }

    /// What it has used of the processors so far, of all its threads.
    double cpuSeconds() throws IOException {
        return cpuSeconds(process.pid());
    }

    static double cpuSeconds(long pid) throws IOException {
        // The second field, the name, is in parentheses, and may have spaces.
        var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    double residentKib() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            var resident = lines.filter(line -> line.startsWith("VmRSS:")).findFirst();
            return Double.parseDouble(resident.orElseThrow().replaceAll("\\D", ""));
        }
    }

    /// Has it collect its garbage.
    ///
    /// @return how much the objects that are left take
    double liveKib() throws IOException, InterruptedException {
        jcmd("GC.run");
        return OBJECTS.matcher(jcmd("GC.heap_info"))
                .results()
                .mapToDouble(space -> Double.parseDouble(space.group(1)))
                .sum();
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var answer = folder.resolve("jcmd");
        new ProcessBuilder(jcmd, Long.toString(process.pid()), command)
                .redirectOutput(answer.toFile())
                .start()
                .waitFor(30, TimeUnit.SECONDS);
        return Files.readString(answer);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Server::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
