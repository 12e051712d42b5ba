package veche.bench;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `veche bench fanout`: some members of channels talk as fast as everybody hears them.
@Command(name = "fanout")
final class FanOutMode extends Mode {

    @Option(names = "--members", paramLabel = "N", defaultValue = "1000")
    private int members;

    @Option(names = "--channels", paramLabel = "N", defaultValue = "1")
    private int channels;

    @Option(names = "--senders", paramLabel = "N", defaultValue = "10")
    private int senders;

    @Option(names = "--messages", paramLabel = "N", defaultValue = "1000")
    private int messages;

    @Option(names = "--warm-up", paramLabel = "N", defaultValue = "100")
    private int warmUp;

    @Option(names = "--size", paramLabel = "BYTES", defaultValue = "64")
    private int size;

    @Option(names = "--window", paramLabel = "N", defaultValue = "16")
    private int window;

    @Override
    void check() {
        require(channels >= 1, "few", "--channels", 1);
        require(members >= 2 * channels, "few", "--members", 2 * channels);
        require(senders >= 1, "few", "--senders", 1);
        require(senders <= members, "many", "--senders", members);
        require(messages >= 1, "few", "--messages", 1);
        require(warmUp >= 0, "few", "--warm-up", 0);
        require(window >= 1, "few", "--window", 1);
        require(size >= Traffic.SHORTEST, "few", "--size", Traffic.SHORTEST);
        require(size <= Traffic.LONGEST, "many", "--size", Traffic.LONGEST);
    }

    @Override
    List<Row> run(Target target, Limits limits) throws Failure, IOException {
        return List.of(Row.of(measure(target, limits, members, messages)));
    }

    /// Fans out to so many members.
    private Figures measure(Target target, Limits limits, int members, int messages)
            throws Failure, IOException {
        try (var crowd = new Crowd(target, limits, members, channels)) {
            crowd.connect();
            crowd.join();
            crowd.settle();
            var traffic = new Traffic(crowd, channels, senders, size, window);
            crowd.loop().readWith(traffic);
            var fanOut = new FanOut(crowd, traffic);
            fanOut.send(warmUp);
            var warm = traffic.delivered();
            var reads = crowd.loop().reads();
            var before = Sample.take(target.processes());
            var seconds = fanOut.send(messages);
            var after = Sample.take(target.processes());
            var deliveries = traffic.delivered() - warm;
            reads = crowd.loop().reads() - reads;
            // What arrives from here to the pong is too much.
            crowd.settle();
            traffic.counts().requireRight();
            return new Figures()
                    .put("deliveries_per_s", deliveries / seconds)
                    .put("messages_per_s", (double) senders * messages / seconds)
                    .put("deliveries_per_read", (double) deliveries / reads)
                    .put("wall_s", seconds)
                    .put(before, after, seconds, "server_cpu_s_per_million", (double) deliveries);
        }
    }
}
