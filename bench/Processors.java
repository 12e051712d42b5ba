import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the processors did from some moment on, to tell whether others disturbed a run.
final class Processors {

    private static final double TICKS_PER_SECOND = 100;

    private final Server server;
    private final long begun = System.nanoTime();
    private final double serverBefore;
    private final double benchmarkBefore;
    private final double allBefore;

    Processors(Server server) throws IOException {
        this.server = server;
        serverBefore = server.cpuSeconds();
        benchmarkBefore = benchmark();
        allBefore = all();
    }

    double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    /// Seconds of processor that the server used.
    double ofServer() throws IOException {
        return server.cpuSeconds() - serverBefore;
    }

    /// How much of all processors somebody else used, in percent.
    double ofOthersPercent() throws IOException {
        var others = all() - allBefore - ofServer() - (benchmark() - benchmarkBefore);
        var available = seconds() * Runtime.getRuntime().availableProcessors();
        return Math.max(0, 100 * others / available);
    }

    private static double benchmark() throws IOException {
        return Server.cpuSeconds(ProcessHandle.current().pid());
    }

    /// The first line has user, nice, system, idle, waiting, interrupts (two) and stolen.
    private static double all() throws IOException {
        var fields = Files.readString(Path.of("/proc/stat")).lines().findFirst().orElseThrow();
        var ticks = fields.split(" +");
        var busy = 0L;
        for (var field : new int[] {1, 2, 3, 6, 7, 8}) {
            busy += Long.parseLong(ticks[field]);
        }
        return busy / TICKS_PER_SECOND;
    }
}
