package veche.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import veche.bench.Axis.Curves;

/// `veche bench load`: latency at rates that rise until the server cannot follow.
@Command(name = "load")
final class LoadMode extends Mode {

    /// A server that everybody hears this part of what is said follows.
    private static final double FOLLOWS = 0.9;

    /// Beyond this, nobody calls it a chat.
    private static final long HOPELESS_NANOS = TimeUnit.SECONDS.toNanos(1);

    @Option(names = "--members", paramLabel = "N", defaultValue = "100")
    private int members;

    @Option(names = "--senders", paramLabel = "N", defaultValue = "10")
    private int senders;

    @Option(
            names = "--rates",
            paramLabel = "N",
            split = ",",
            defaultValue =
                    "100,200,500,1000,2000,5000,10000,15000,20000,30000,40000,60000,80000,100000,150000,200000")
    private List<Double> rates = List.of();

    @Option(names = "--seconds", paramLabel = "SECONDS", defaultValue = "5")
    private double seconds;

    @Option(names = "--warm-up", paramLabel = "SECONDS", defaultValue = "1")
    private double warmUp;

    @Option(names = "--size", paramLabel = "BYTES", defaultValue = "64")
    private int size;

    @Override
    Optional<Axis> axis() {
        return Optional.of(
                new Axis(
                        "load",
                        true,
                        List.of(
                                new Curves(
                                        "micros",
                                        true,
                                        List.of(
                                                "latency_p50_us",
                                                "latency_p90_us",
                                                "latency_p99_us")))));
    }

    @Override
    void check() {
        require(members >= 2, "few", "--members", 2);
        requireSenders(senders, members);
        require(rates.stream().allMatch(rate -> rate > 0), "few", "--rates", 1);
        require(seconds > 0, "few", "--seconds", 1);
        require(warmUp >= 0, "few", "--warm-up", 0);
        requireLength(size);
    }

    @Override
    List<Row> run(Target target, Limits limits) throws Failure, IOException, InterruptedException {
        var rows = new ArrayList<Row>();
        try (var crowd = new Crowd(target, limits, members, 1)) {
            crowd.gather();
            var traffic = Traffic.paced(crowd, senders, size);
            var paced = new Paced(crowd, traffic, target);
            for (var rate : rates) {
                var measured = paced.send(rate, warmUp, seconds);
                rows.add(new Row(rate, measured.figures().all()));
                if (measured.delivered() < FOLLOWS * measured.offered()
                        || measured.latency().quantile(0.5) > HOPELESS_NANOS) {
                    break;
                }
            }
            crowd.settle();
            traffic.counts().requireRight();
        }
        return rows;
    }
}
