package veche.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import veche.config.Address;
import veche.console.Exit;
import veche.language.Language;
import veche.language.Phrases;

/// `veche bench`: measures a server of IRC, or two of them in turn.
@Command(
        name = "bench",
        synopsisSubcommandLabel = "MODE",
        subcommands = {
            IdleMode.class,
            FanOutMode.class,
            LatencyMode.class,
            LoadMode.class,
            MembersMode.class,
            HistoryMode.class,
            StormMode.class,
            SoakMode.class,
            EchoMode.class
        })
public final class BenchCommand implements Runnable {

    static final String PHRASES = "veche.bench.phrases";

    @SuppressWarnings("UnusedVariable") // picocli looks whether it was asked for
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    private boolean help;

    @Option(
            names = "--target",
            paramLabel = "HOST:PORT",
            descriptionKey = "bench.target",
            scope = ScopeType.INHERIT)
    private @Nullable String target;

    @Option(
            names = "--server-pid",
            paramLabel = "PID",
            split = ",",
            descriptionKey = "bench.server-pid",
            scope = ScopeType.INHERIT)
    private List<Long> processes = new ArrayList<>();

    @Option(
            names = "--compare",
            paramLabel = "HOST:PORT",
            descriptionKey = "bench.compare",
            scope = ScopeType.INHERIT)
    private @Nullable String compared;

    @Option(
            names = "--compare-pid",
            paramLabel = "PID",
            split = ",",
            descriptionKey = "bench.compare-pid",
            scope = ScopeType.INHERIT)
    private List<Long> comparedProcesses = new ArrayList<>();

    @Option(names = "--tls", descriptionKey = "bench.tls", scope = ScopeType.INHERIT)
    private boolean tls;

    @Option(names = "--insecure", descriptionKey = "bench.insecure", scope = ScopeType.INHERIT)
    private boolean insecure;

    @Option(names = "--websocket", descriptionKey = "bench.websocket", scope = ScopeType.INHERIT)
    private boolean webSocket;

    @Option(
            names = "--pass",
            paramLabel = "PASSWORD",
            descriptionKey = "bench.pass",
            scope = ScopeType.INHERIT)
    private @Nullable String password;

    @Option(
            names = "--cap",
            paramLabel = "NAMES",
            split = " ",
            descriptionKey = "bench.cap",
            scope = ScopeType.INHERIT)
    private List<String> capabilities = new ArrayList<>();

    @Option(
            names = "--cap-every",
            paramLabel = "N",
            defaultValue = "1",
            descriptionKey = "bench.cap-every",
            scope = ScopeType.INHERIT)
    private int capabilitiesEvery;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "1",
            descriptionKey = "bench.runs",
            scope = ScopeType.INHERIT)
    private int runs;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            descriptionKey = "bench.json",
            scope = ScopeType.INHERIT)
    private @Nullable String json;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            descriptionKey = "bench.plot",
            scope = ScopeType.INHERIT)
    private @Nullable Path plot;

    @Option(
            names = "--inflight",
            paramLabel = "N",
            defaultValue = "100",
            descriptionKey = "bench.inflight",
            scope = ScopeType.INHERIT)
    private int inflight;

    @Option(
            names = "--stall",
            paramLabel = "SECONDS",
            defaultValue = "15",
            descriptionKey = "bench.stall",
            scope = ScopeType.INHERIT)
    private long stall;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "300",
            descriptionKey = "bench.timeout",
            scope = ScopeType.INHERIT)
    private long timeout;

    @Spec private @Nullable CommandSpec spec;

    private final Phrases phrases = new Phrases(PHRASES, Language.ofSystem());

    /// Without a mode, there is only help.
    @Override
    public void run() {
        var command = spec().commandLine();
        command.usage(command.getOut());
    }

    /// Measures each target in turn, as often as was asked for, and shows what came of it.
    ///
    /// @return the exit status
    int measure(Mode mode) throws IOException, InterruptedException {
        mode.require(runs >= 1, "few", "--runs", 1);
        mode.require(inflight >= 1, "few", "--inflight", 1);
        mode.require(stall >= 1, "few", "--stall", 1);
        mode.require(timeout >= 1, "few", "--timeout", 1);
        mode.require(capabilitiesEvery >= 1, "few", "--cap-every", 1);
        mode.require(capabilitiesEvery == 1 || !capabilities.contains("echo-message"), "echoing");
        mode.require(!webSocket || !(tls || insecure), "doors");
        mode.require(plot == null || mode.axis().isPresent(), "plot", mode.name());
        var all = new ArrayList<Results>();
        for (var it : targets()) {
            all.add(new Results(it));
        }
        var trouble = runAll(mode, all);
        trouble.ifPresent(spec().commandLine().getErr()::println);
        show(mode, all, trouble);
        return trouble.isEmpty() ? Exit.DONE.code() : Exit.FAILED.code();
    }

    private void show(Mode mode, List<Results> all, Optional<String> trouble) throws IOException {
        var command = spec().commandLine();
        var isJsonPrinted = "-".equals(json);
        if (trouble.isEmpty()) {
            var out = isJsonPrinted ? command.getErr() : command.getOut();
            new Table(phrases).print(out, mode.axis(), all);
        }
        var arguments = command.getParseResult().originalArgs();
        if (json != null) {
            var document = new Document(mode, arguments, all, trouble).json();
            if (isJsonPrinted) {
                command.getOut().println(document);
            } else {
                Files.writeString(Path.of(json), document + "\n");
            }
        }
        var axis = mode.axis();
        if (plot != null && axis.isPresent() && trouble.isEmpty()) {
            var title = "veche bench " + mode.name() + ", " + all.getFirst().target().name();
            Files.writeString(plot, Drawing.svg(phrases, title, axis.get(), all));
        }
    }

    /// Every other time the second target comes first.
    ///
    /// @return why it did not go well, if so
    private Optional<String> runAll(Mode mode, List<Results> all)
            throws IOException, InterruptedException {
        var limits = new Limits(inflight, Duration.ofSeconds(stall), Duration.ofSeconds(timeout));
        for (var run = 0; run < runs; run++) {
            for (var results : run % 2 == 0 ? all : all.reversed()) {
                if (runs * all.size() > 1) {
                    say("run", run + 1, runs, results.target().name());
                }
                // What is left of the run before shall not be collected in the midst of this one.
                System.gc();
                try {
                    results.add(mode.run(results.target(), limits));
                } catch (Failure e) {
                    return Optional.of(
                            phrases.text("failed", results.target().name(), e.text(phrases)));
                }
            }
        }
        return Optional.empty();
    }

    /// Tells whoever waits what is going on.
    void say(String key, Object... arguments) {
        var error = spec().commandLine().getErr();
        error.println(phrases.text(key, arguments));
        error.flush();
    }

    private List<Target> targets() {
        var targets = new ArrayList<Target>();
        if (target == null) {
            throw wrong("target");
        }
        targets.add(target(target, processes));
        if (compared != null) {
            targets.add(target(compared, comparedProcesses));
        }
        return targets;
    }

    private Target target(String written, List<Long> its) {
        var address = Address.parse(written).orElseThrow(() -> wrong("address", written)).resolve();
        if (address.isUnresolved()) {
            throw wrong("host", written);
        }
        for (var process : its) {
            if (!Files.isReadable(Path.of("/proc", process.toString(), "stat"))) {
                throw wrong("process", process.toString());
            }
        }
        return new Target(
                written,
                address,
                door(),
                Optional.ofNullable(password),
                List.copyOf(capabilities),
                capabilitiesEvery,
                List.copyOf(its));
    }

    private Target.Door door() {
        if (webSocket) {
            return Target.Door.WEBSOCKET;
        }
        return insecure ? Target.Door.ANY_TLS : tls ? Target.Door.TLS : Target.Door.PLAIN;
    }

    private ParameterException wrong(String key, Object... arguments) {
        return new ParameterException(
                spec().commandLine(), phrases.text("wrong." + key, arguments));
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("not made by the command line");
        }
        return spec;
    }
}
