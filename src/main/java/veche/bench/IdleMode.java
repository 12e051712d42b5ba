package veche.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `veche bench idle`: clients come in and are silent.
@Command(name = "idle")
final class IdleMode extends Mode {

    /// How long the server may take to come to rest before its memory is looked at.
    private static final long SETTLING_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    @Option(names = "--clients", paramLabel = "N", defaultValue = "1000")
    private int clients;

    @Option(names = "--channels", paramLabel = "N", defaultValue = "0")
    private int channels;

    @Option(names = "--hold", paramLabel = "SECONDS", defaultValue = "0")
    private double hold;

    @Override
    void check() {
        require(clients >= 1, "few", "--clients", 1);
        require(channels >= 0, "few", "--channels", 0);
        require(hold >= 0, "few", "--hold", 0);
    }

    @Override
    List<Row> run(Target target, Limits limits) throws Failure, IOException {
        try (var crowd = new Crowd(target, limits, clients, channels)) {
            var before = Sample.take(target.processes());
            var begun = System.nanoTime();
            crowd.connect();
            var seconds = (System.nanoTime() - begun) / 1e9;
            var after = Sample.take(target.processes());
            if (channels > 0) {
                crowd.join();
            }
            crowd.hold(SETTLING_NANOS);
            var settled = Sample.take(target.processes());
            crowd.hold((long) (hold * 1e9));
            var held = Sample.take(target.processes());
            crowd.settle();
            return List.of(
                    Row.of(
                            new Figures()
                                    .put("registrations_per_s", clients / seconds)
                                    .put("register", crowd.registering())
                                    .put(
                                            "server_memory_per_client_kib",
                                            (settled.memory() - before.memory()) / clients)
                                    .put(
                                            before,
                                            after,
                                            seconds,
                                            "server_cpu_us_per_registration",
                                            clients)
                                    .put("server_cpu_while_held_s", held.cpu() - settled.cpu())
                                    .put("pings_answered", (double) crowd.conversation().pings())));
        }
    }
}
