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

    @Option(names = "--messages", paramLabel = "N", defaultValue = "3000")
    private int messages;

    @Option(names = "--warm-up", paramLabel = "N", defaultValue = "1000")
    private int warmUp;

    @Option(names = "--size", paramLabel = "BYTES", defaultValue = "64")
    private int size;

    @Option(names = "--window", paramLabel = "N", defaultValue = "16")
    private int window;

    @Override
    void check() {
        require(channels >= 1, "few", "--channels", 1);
        require(members >= 2 * channels, "few", "--members", 2 * channels);
        requireSenders(senders, members);
        require(messages >= 1, "few", "--messages", 1);
        require(warmUp >= 0, "few", "--warm-up", 0);
        require(window >= 1, "few", "--window", 1);
        requireLength(size);
    }

    @Override
    List<Row> run(Target target, Limits limits) throws Failure, IOException {
        var shape = new FanOut.Shape(members, channels, senders, messages, warmUp, size, window);
        return List.of(Row.of(FanOut.measure(target, limits, shape)));
    }
}
