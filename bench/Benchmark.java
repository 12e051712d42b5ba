import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Measures the server from outside, over plain TCP on this machine, as many netcats would.
///
/// ```
/// bench/run channel     people talk in one channel: throughput, then latency at a fixed rate
/// bench/run idle        people are logged in and silent: memory
/// bench/run echo        lines come back from the echo server: throughput
/// bench/run idle-echo   clients of the echo server are silent: memory
/// bench/run start       from the command to listening, with an empty journal
/// ```
///
/// Every option has a number: see [#DEFAULTS]. Each run has a server of its own, with default
/// settings but for cheap hashing of passwords. The exit status is 1 if anything was lost, came
/// twice or in another order, or took longer than `--timeout` seconds.
final class Benchmark {

    private static final Map<String, Integer> DEFAULTS =
            Map.ofEntries(
                    Map.entry("runs", 1),
                    Map.entry("timeout", 120), // seconds, for each wait of a run
                    Map.entry("members", 100), // channel: who sit in it
                    Map.entry("senders", 10), // channel: how many of them talk
                    Map.entry("clients", 10_000), // idle, idle-echo, and 100 for echo
                    Map.entry("messages", 5_000), // of each sender, and as many to warm up
                    Map.entry("bytes", 64), // of a message
                    Map.entry("window", 64), // of a sender's messages not everyone has got yet
                    Map.entry("rate", 200), // messages a second, where latency is measured
                    Map.entry("seconds", 10)); // how long that lasts

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        var mode = arguments.length == 0 ? "channel" : arguments[0];
        var home = Path.of(System.getProperty("veche.home", "."));
        try {
            var options = new Options(DEFAULTS, Stream.of(arguments).skip(1).toList());
            var runs = new ArrayList<Figures>();
            for (var run = 0; run < options.number("runs"); run++) {
                runs.add(measure(mode, options, home));
            }
            print(runs);
        } catch (Failure failure) {
            System.err.println("FAILED: " + failure.getMessage());
            System.exit(1);
        }
    }

    private static Figures measure(String mode, Options options, Path home) throws Exception {
        return switch (mode) {
            case "channel" -> new ChannelRun(options).measure(home);
            case "idle" -> new IdleRun(options, "serve").measure(home);
            case "idle-echo" -> new IdleRun(options, "echo").measure(home);
            case "echo" -> new EchoRun(options).measure(home);
            case "start" -> start(home);
            default -> throw new Failure("no such mode: " + mode);
        };
    }

    private static Figures start(Path home) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        try (var server = Server.start(home, "serve")) {
            var figures = new Figures();
            figures.put("start to listening, ms", (System.nanoTime() - begun) / 1e6);
            figures.put("server CPU until then, s", server.cpuSeconds());
            figures.put("server memory then, MiB", server.residentKib() / 1024);
            return figures;
        }
    }

    /// A column for each run, and the median of them.
    private static void print(List<Figures> runs) {
        for (var name : runs.getFirst().names()) {
            var line = new StringBuilder("%-46s".formatted(name));
            var values = runs.stream().mapToDouble(run -> run.of(name)).toArray();
            for (var value : values) {
                line.append(written(value));
            }
            if (values.length > 1) {
                line.append("   median").append(written(Figures.median(values)));
            }
            System.out.println(line);
        }
    }

    private static String written(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%,12.2f" : "%,12.0f", value);
    }
}
