package veche.bench;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `veche bench latency`: how long a message takes to each member, at a rate that waits for
/// nothing.
@Command(name = "latency")
final class LatencyMode extends Mode {

    @Option(names = "--members", paramLabel = "N", defaultValue = "500")
    private int members;

    @Option(names = "--senders", paramLabel = "N", defaultValue = "1")
    private int senders;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "200")
    private double rate;

    @Option(names = "--seconds", paramLabel = "SECONDS", defaultValue = "10")
    private double seconds;

    @Option(names = "--warm-up", paramLabel = "SECONDS", defaultValue = "2")
    private double warmUp;

    @Option(names = "--size", paramLabel = "BYTES", defaultValue = "64")
    private int size;

    @Override
    void check() {
        require(members >= 2, "few", "--members", 2);
        requireSenders(senders, members);
        require(rate > 0, "few", "--rate", 1);
        require(seconds > 0, "few", "--seconds", 1);
        require(warmUp >= 0, "few", "--warm-up", 0);
        requireLength(size);
    }

    @Override
    List<Row> run(Target target, Limits limits) throws Failure, IOException, InterruptedException {
        try (var crowd = new Crowd(target, limits, members, 1)) {
            crowd.gather();
            var traffic = Traffic.paced(crowd, senders, size);
            var figures = new Paced(crowd, traffic, target).send(rate, warmUp, seconds).figures();
            crowd.settle();
            traffic.counts().requireRight();
            return List.of(Row.of(figures));
        }
    }
}
