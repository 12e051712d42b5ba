package veche.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `veche bench storm`: everybody has lost the server and returns at once, each to fetch what they
/// missed, while their channels go on talking.
@Command(name = "storm")
final class StormMode extends Mode {

    private static final int WINDOW = 16;
    private static final int SIZE = 64;

    /// In each channel: who stays and talks, and who listens.
    private static final int STAYING = 2;

    @Option(names = "--clients", paramLabel = "N", defaultValue = "1000")
    private int clients;

    @Option(names = "--channels", paramLabel = "N", defaultValue = "1")
    private int channels;

    @Option(names = "--missed", paramLabel = "N", defaultValue = "100")
    private int missed;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "50")
    private double rate;

    @Override
    void check() {
        require(clients >= 1, "few", "--clients", 1);
        require(channels >= 1, "few", "--channels", 1);
        require(missed >= 1, "few", "--missed", 1);
        require(rate > 0, "few", "--rate", 1);
    }

    @Override
    List<Row> run(Target target, Limits limits) throws Failure, IOException, InterruptedException {
        var asked = target.asking(Batches.CAPABILITIES);
        var staying = STAYING * channels;
        try (var crowd = new Crowd(asked, limits, staying + clients, channels)) {
            crowd.connect(0, staying);
            crowd.join(0, staying);
            crowd.settle(staying);
            var traffic = new Traffic(crowd, staying, channels, channels, SIZE, WINDOW);
            LineReader reader =
                    (client, bytes, from, to) ->
                            client.number < staying
                                    ? traffic.read(client, bytes, from, to)
                                    : crowd.conversation().read(client, bytes, from, to);
            crowd.loop().readWith(reader);
            var fanOut = new FanOut(crowd, traffic);
            fanOut.send(1);
            var requests = requests(crowd);
            crowd.loop().readWith(reader);
            fanOut.send(missed);
            var figures = measure(target, crowd, traffic, requests);
            crowd.settle();
            traffic.counts().requireRight();
            return List.of(Row.of(figures));
        }
    }

    /// What is asked for in each channel: all after the last message that was said before everybody
    /// went away.
    private List<String> requests(Crowd crowd) throws Failure, IOException {
        crowd.loop().readWith(crowd.conversation());
        var batches = new Batches(crowd);
        var requests = new ArrayList<String>();
        for (var i = 0; i < channels; i++) {
            var channel = crowd.names().channel(i);
            var lines = new ArrayList<String>();
            var request = "CHATHISTORY LATEST %s * 1".formatted(channel);
            batches.ask(crowd.client(i), request, lines::addAll);
            batches.await();
            if (lines.size() != 1) {
                throw new Failure("history.wrong", request);
            }
            var last = Batches.tag(lines.getFirst(), "msgid");
            requests.add("CHATHISTORY AFTER %s msgid=%s %d".formatted(channel, last, missed));
        }
        return requests;
    }

    private Figures measure(Target target, Crowd crowd, Traffic traffic, List<String> requests)
            throws Failure, IOException, InterruptedException {
        var latency = new Histogram();
        var times = new Histogram();
        traffic.measure(latency, traffic.sent(0));
        var batches = new Batches(crowd);
        var wrong = new ArrayList<String>();
        crowd.whenThere(
                crowd::join,
                client ->
                        batches.ask(
                                client,
                                requests.get(client.room),
                                lines -> {
                                    times.add(System.nanoTime() - client.begun);
                                    if (!areMissed(lines)) {
                                        wrong.add(requests.get(client.room));
                                    }
                                }));
        var before = Sample.take(target.processes());
        var begun = System.nanoTime();
        var metronome = new Metronome(crowd, traffic, rate, Long.MAX_VALUE);
        try {
            crowd.connect(STAYING * channels, crowd.size());
            while (times.count() < clients) {
                batches.turn();
            }
        } finally {
            metronome.stop();
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        var after = Sample.take(target.processes());
        while (traffic.delivered() < traffic.expected()) {
            batches.turn();
        }
        if (!wrong.isEmpty()) {
            throw new Failure("history.wrong", wrong.getFirst());
        }
        return new Figures()
                .put("returns_per_s", clients / seconds)
                .put("register", crowd.registering())
                .put("return", times)
                .put("latency", latency)
                .put(before, after, seconds, "server_cpu_us_per_return", clients);
    }

    private boolean areMissed(List<String> lines) {
        for (var i = 0; i < lines.size(); i++) {
            if (Batches.sequence(lines.get(i)) != i + 1) {
                return false;
            }
        }
        return lines.size() == missed;
    }
}
