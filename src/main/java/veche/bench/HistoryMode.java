package veche.bench;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `veche bench history`: how long it takes to get what was said last, and to find something.
@Command(name = "history")
final class HistoryMode extends Mode {

    private static final String SEARCH = "soju.im/search";
    private static final int WINDOW = 16;
    private static final int SIZE = 64;

    @Option(names = "--fill", paramLabel = "N", defaultValue = "1000")
    private int fill;

    @Option(names = "--channel", paramLabel = "#CHANNEL")
    private @Nullable String channel;

    @Option(names = "--requests", paramLabel = "N", defaultValue = "1000")
    private int requests;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100")
    private int limit;

    @Option(names = "--word", paramLabel = "WORD")
    private @Nullable String word;

    @Override
    void check() {
        require(fill >= 1, "few", "--fill", 1);
        require(requests >= 1, "few", "--requests", 1);
        require(limit >= 1, "few", "--limit", 1);
    }

    @Override
    List<Row> run(Target target, Limits limits) throws Failure, IOException {
        var asked = target.asking(Batches.CAPABILITIES);
        if (word != null) {
            asked = asked.asking(List.of(SEARCH));
        }
        try (var crowd = new Crowd(asked, limits, 2, 1)) {
            crowd.gather();
            var figures = new Figures();
            if (channel == null) {
                var traffic = new Traffic(crowd, crowd.size(), 1, 1, SIZE, WINDOW);
                crowd.loop().readWith(traffic);
                figures.put("filled_per_s", fill / new FanOut(crowd, traffic).send(fill));
                crowd.settle();
                traffic.counts().requireRight();
                crowd.loop().readWith(crowd.conversation());
            } else {
                crowd.send(crowd.client(1), "JOIN " + channel + "\r\n");
                crowd.settle();
            }
            return List.of(Row.of(ask(crowd, target, figures)));
        }
    }

    private Figures ask(Crowd crowd, Target target, Figures figures) throws Failure, IOException {
        var name = channel == null ? crowd.names().channel(0) : channel;
        var batches = new Batches(crowd);
        var before = Sample.take(target.processes());
        var begun = System.nanoTime();
        figures.put(
                "latest",
                time(crowd, batches, "CHATHISTORY LATEST %s * %d".formatted(name, limit), true));
        var seconds = (System.nanoTime() - begun) / 1e9;
        var after = Sample.take(target.processes());
        if (word != null) {
            var request = "SEARCH in=%s;text=%s;limit=%d".formatted(name, word, limit);
            figures.put("search", time(crowd, batches, request, false));
        }
        return figures.put("requests_per_s", requests / seconds)
                .put(before, after, seconds, "server_cpu_us_per_request", requests);
    }

    /// @param isComplete whether there have to be as many messages as were asked for, the last ones
    private Histogram time(Crowd crowd, Batches batches, String request, boolean isComplete)
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
                        wrong[0] = isComplete && channel == null && !areLast(lines);
                    });
            batches.await();
            if (wrong[0]) {
                throw new Failure("history.wrong", request);
            }
        }
        return times;
    }

    private boolean areLast(List<String> lines) {
        var first = Math.max(0, fill - limit);
        if (lines.size() != fill - first) {
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
