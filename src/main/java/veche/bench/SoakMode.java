package veche.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import veche.bench.Axis.Curves;

/// `veche bench soak`: half of what the server can do, for long, with a row for each minute.
@Command(name = "soak")
final class SoakMode extends Mode {

    /// How many messages each sender sends to find out how many the server can do.
    private static final int TRIAL = 2000;

    private static final int WINDOW = 16;

    @Option(names = "--members", paramLabel = "N", defaultValue = "100")
    private int members;

    @Option(names = "--senders", paramLabel = "N", defaultValue = "10")
    private int senders;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "0")
    private double rate;

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "60")
    private int minutes;

    @Option(names = "--minute", paramLabel = "SECONDS", defaultValue = "60", hidden = true)
    private double minute;

    @Option(names = "--size", paramLabel = "BYTES", defaultValue = "64")
    private int size;

    @Override
    Optional<Axis> axis() {
        return Optional.of(
                new Axis(
                        "minutes",
                        false,
                        List.of(
                                new Curves(
                                        "micros",
                                        true,
                                        List.of("latency_p50_us", "latency_p99_us")),
                                new Curves("memory", false, List.of("server_memory_mib")))));
    }

    @Override
    void check() {
        require(members >= 2, "few", "--members", 2);
        requireSenders(senders, members);
        require(rate >= 0, "few", "--rate", 0);
        require(minutes >= 1, "few", "--minutes", 1);
        requireLength(size);
    }

    @Override
    List<Row> run(Target target, Limits limits) throws Failure, IOException, InterruptedException {
        var half = rate > 0 ? rate : half(target, limits);
        var patient =
                new Limits(
                        limits.inflight(),
                        limits.stall(),
                        limits.timeout().plus(Duration.ofMinutes(2L * minutes)));
        var rows = new ArrayList<Row>();
        try (var crowd = new Crowd(target, patient, members, 1)) {
            crowd.gather();
            var traffic = Traffic.paced(crowd, senders, size);
            var paced = new Paced(crowd, traffic, target);
            for (var i = 1; i <= minutes; i++) {
                var figures = paced.send(half, 0, minute).figures();
                rows.add(new Row(i, figures.all()));
                tell("minute", i, figures);
            }
            crowd.settle();
            traffic.counts().requireRight();
        }
        return rows;
    }

    private void tell(String key, int minute, Figures figures) {
        var all = figures.all();
        say(
                key,
                minute,
                all.getOrDefault("offered_per_s", 0.0),
                all.getOrDefault("latency_p50_us", 0.0),
                all.getOrDefault("latency_p99_us", 0.0),
                all.getOrDefault("server_memory_mib", 0.0));
    }

    /// Half of the messages a second that everybody hears when nobody waits for anything else.
    private double half(Target target, Limits limits) throws Failure, IOException {
        var shape = new FanOut.Shape(members, 1, senders, TRIAL, TRIAL / 4, size, WINDOW);
        return FanOut.measure(target, limits, shape).all().getOrDefault("messages_per_s", 0.0) / 2;
    }
}
