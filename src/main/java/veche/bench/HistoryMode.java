package veche.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import veche.bench.Axis.Curves;

/// `veche bench history`: how long it takes to get what was said last, and to find something.
@Command(name = "history")
final class HistoryMode extends Mode {

    private static final String SEARCH = "soju.im/search";
    private static final int WINDOW = 512;
    private static final int SIZE = 64;

    @Option(names = "--fill", paramLabel = "N", split = ",", defaultValue = "1000")
    private List<Integer> fills = List.of();

    @Option(names = "--channel", paramLabel = "#CHANNEL")
    private @Nullable String channel;

    @Option(names = "--requests", paramLabel = "N", defaultValue = "1000")
    private int requests;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100")
    private int limit;

    @Option(names = "--word", paramLabel = "WORD")
    private @Nullable String word;

    @Override
    Optional<Axis> axis() {
        return fills.size() == 1
                ? Optional.empty()
                : Optional.of(
                        new Axis(
                                "history",
                                true,
                                List.of(
                                        new Curves(
                                                "micros",
                                                true,
                                                List.of(
                                                        "latest_p50_us",
                                                        "latest_p90_us",
                                                        "latest_p99_us")),
                                        new Curves("messages", false, List.of("filled_per_s")))));
    }

    @Override
    void check() {
        require(fills.stream().allMatch(fill -> fill >= 1), "few", "--fill", 1);
        require(isAscending(), "ascending", "--fill");
        require(channel == null || fills.size() == 1, "filled", "--fill", "--channel");
        require(requests >= 1, "few", "--requests", 1);
        require(limit >= 1, "few", "--limit", 1);
    }

    private boolean isAscending() {
        return IntStream.range(1, fills.size())
                .allMatch(index -> fills.get(index - 1) < fills.get(index));
    }

    @Override
    List<Row> run(Target target, Limits limits) throws Failure, IOException {
        var asked = target.asking(Batches.CAPABILITIES);
        if (word != null) {
            asked = asked.asking(List.of(SEARCH));
        }
        try (var crowd = new Crowd(asked, limits, 2, 1)) {
            crowd.gather();
            if (channel == null) {
                return fillAndAsk(crowd, target);
            }
            crowd.send(crowd.client(1), "JOIN " + channel + "\r\n");
            crowd.settle();
            return List.of(Row.of(ask(crowd, target, channel, 0)));
        }
    }

    private List<Row> fillAndAsk(Crowd crowd, Target target) throws Failure, IOException {
        var rows = new ArrayList<Row>();
        var traffic = new Traffic(crowd, crowd.size(), 1, 1, SIZE, WINDOW);
        var fanOut = new FanOut(crowd, traffic);
        var said = 0;
        for (var fill : fills) {
            crowd.loop().readWith(traffic);
            var rate = (fill - said) / fanOut.send(fill - said);
            crowd.settle();
            traffic.counts().requireRight();
            said = fill;
            crowd.loop().readWith(crowd.conversation());
            var figures = ask(crowd, target, crowd.names().channel(0), said);
            rows.add(new Row(said, figures.put("filled_per_s", rate).all()));
        }
        return rows;
    }

    /// @param said how many messages it is known to have; 0 if that is not known
    private Figures ask(Crowd crowd, Target target, String name, int said)
            throws Failure, IOException {
        var figures = new Figures();
        var batches = new Batches(crowd);
        var before = Sample.take(target.processes());
        var begun = System.nanoTime();
        figures.put(
                "latest",
                time(crowd, batches, "CHATHISTORY LATEST %s * %d".formatted(name, limit), said));
        var seconds = (System.nanoTime() - begun) / 1e9;
        var after = Sample.take(target.processes());
        if (word != null) {
            var request = "SEARCH in=%s;text=%s;limit=%d".formatted(name, word, limit);
            figures.put("search", time(crowd, batches, request, 0));
        }
        return figures.put("requests_per_s", requests / seconds)
                .put(before, after, seconds, "server_cpu_us_per_request", requests);
    }

    /// @param said of how many messages the last ones have to come; 0 if anything may
    private Histogram time(Crowd crowd, Batches batches, String request, int said)
            throws Failure, IOException {
        var times = new Histogram();
        for (var i = 0; i < requests; i++) {
            var begun = System.nanoTime();
            var wrong = new boolean[1];
            batches.ask(
                    crowd.client(1),
                    request,
                    lines -> {
                        times.add(System.nanoTime() - begun);
                        wrong[0] = said > 0 && !areLast(lines, said);
                    });
            batches.await();
            if (wrong[0]) {
                throw new Failure("history.wrong", request);
            }
        }
        return times;
    }

    private boolean areLast(List<String> lines, int said) {
        var first = Math.max(0, said - limit);
        if (lines.size() != said - first) {
            return false;
        }
        for (var i = 0; i < lines.size(); i++) {
            if (Batches.sequence(lines.get(i)) != first + i) {
                return false;
            }
        }
        return true;
    }
}
