package veche.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import veche.bench.Axis.Curves;

/// `veche bench members`: fan-out to channels that are larger and larger.
@Command(name = "members")
final class MembersMode extends Mode {

    @Option(names = "--from", paramLabel = "N", defaultValue = "10")
    private int from;

    @Option(names = "--to", paramLabel = "N", defaultValue = "10000")
    private int to;

    @Option(names = "--senders", paramLabel = "N", defaultValue = "10")
    private int senders;

    @Option(names = "--deliveries", paramLabel = "N", defaultValue = "2000000")
    private long deliveries;

    @Option(names = "--size", paramLabel = "BYTES", defaultValue = "64")
    private int size;

    @Option(names = "--window", paramLabel = "N", defaultValue = "16")
    private int window;

    @Override
    Optional<Axis> axis() {
        return Optional.of(
                new Axis(
                        "members",
                        true,
                        List.of(new Curves("deliveries", true, List.of("deliveries_per_s")))));
    }

    @Override
    void check() {
        require(from >= 2, "few", "--from", 2);
        require(to >= from, "few", "--to", from);
        require(senders >= 1, "few", "--senders", 1);
        require(deliveries >= 1, "few", "--deliveries", 1);
        require(window >= 1, "few", "--window", 1);
        requireLength(size);
    }

    @Override
    List<Row> run(Target target, Limits limits) throws Failure, IOException {
        var rows = new ArrayList<Row>();
        for (var members : sizes()) {
            var talking = Math.min(senders, members);
            var messages = (int) Math.max(window, deliveries / (talking * (members - 1L)));
            var shape =
                    new FanOut.Shape(members, 1, talking, messages, messages / 5 + 1, size, window);
            rows.add(new Row(members, FanOut.measure(target, limits, shape).all()));
        }
        return rows;
    }

    /// Each some three times as large as the one before: 10, 30, 100, 300.
    private List<Integer> sizes() {
        var sizes = new ArrayList<Integer>();
        var isThrice = true;
        for (long members = from; members < to; isThrice = !isThrice) {
            sizes.add((int) members);
            members = isThrice ? members * 3 : members * 10 / 3;
        }
        sizes.add(to);
        return sizes;
    }
}
