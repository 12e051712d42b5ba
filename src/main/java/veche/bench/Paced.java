package veche.bench;

import java.io.IOException;

/// Talk at a rate that waits for nothing, and how long it takes to everybody.
final class Paced {

    private static final long TURN_MILLIS = 100;

    private final Crowd crowd;
    private final Traffic traffic;
    private final Target target;

    /// What was measured.
    ///
    /// @param latency from when a message was due until a member had read it
    /// @param offered how many messages a second were sent
    /// @param delivered how many messages a second everybody had read, until the last one was
    record Measured(Figures figures, Histogram latency, double offered, double delivered) {}

    Paced(Crowd crowd, Traffic traffic, Target target) {
        this.crowd = crowd;
        this.traffic = traffic;
        this.target = target;
    }

    /// @param rate messages a second, of all senders together
    /// @param warmUp seconds that are not counted
    /// @param seconds that are
    /// @throws Failure if deliveries do not come, or somebody loses their connection
    Measured send(double rate, double warmUp, double seconds)
            throws Failure, IOException, InterruptedException {
        var warm = (long) (rate * warmUp);
        var total = warm + Math.max(traffic.senders(), (long) (rate * seconds));
        var latency = new Histogram();
        traffic.measure(latency, traffic.sent(0) + (int) (warm / traffic.senders()));
        var delivered = traffic.delivered();
        var reads = crowd.loop().reads();
        var before = Sample.take(target.processes());
        var begun = System.nanoTime();
        var metronome = new Metronome(crowd, traffic, rate, total);
        try {
            readAll(metronome);
            var taken = (System.nanoTime() - begun) / 1e9;
            var after = Sample.take(target.processes());
            delivered = traffic.delivered() - delivered;
            reads = crowd.loop().reads() - reads;
            var figures =
                    new Figures()
                            .put("latency", latency)
                            .put("offered_per_s", total / metronome.seconds())
                            .put("deliveries_per_s", delivered / taken)
                            .put("deliveries_per_read", (double) delivered / reads)
                            .put("send_lag", metronome.lag())
                            .put(
                                    before,
                                    after,
                                    taken,
                                    "server_cpu_s_per_million",
                                    (double) delivered);
            return new Measured(figures, latency, total / metronome.seconds(), total / taken);
        } finally {
            metronome.stop();
        }
    }

    private void readAll(Metronome metronome) throws Failure, IOException {
        crowd.progress().begin();
        while (!metronome.hasEnded() || traffic.delivered() < traffic.expected()) {
            crowd.loop().turn(TURN_MILLIS);
            crowd.requireAll();
            // While anything is still to be sent, nobody has to read: it may be a message an hour.
            var moved = metronome.hasEnded() ? traffic.delivered() : System.nanoTime();
            if (crowd.progress().isStalled(moved)) {
                traffic.counts().requireRight();
                throw new Failure("stalled", traffic.delivered(), traffic.expected());
            }
        }
    }
}
