import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// People talk in one channel. First as fast as they are heard, which gives the throughput; then at
/// a fixed rate, whatever happens, which gives the latency.
final class ChannelRun {

    private final Options options;
    private final int members;
    private final int senders;

    ChannelRun(Options options) {
        this.options = options;
        this.members = options.number("members");
        this.senders = Math.min(options.number("senders"), members);
    }

    Figures measure(Path home) throws Exception {
        var figures = new Figures();
        try (var crowd = new Crowd(options.number("timeout"));
                var server = Server.start(home, "serve")) {
            crowd.gather(0, members, server.address(), Client::register);
            var most = 2 * options.number("messages") + timedOfEach();
            var talk = new Talk(crowd.clients(), senders, most, options.number("bytes"));
            crowd.tell(talk);
            measureThroughput(server, crowd, talk, figures);
            measureLatency(server, crowd, talk, figures);
            figures.put("server memory, MiB", server.residentKib() / 1024);
            crowd.await(talk.end());
        }
        return figures;
    }

    private void measureThroughput(Server server, Crowd crowd, Talk talk, Figures figures)
            throws Exception {
        var messages = options.number("messages");
        crowd.await(talk.sayAll(messages, options.number("window"))); // until it is compiled
        var processors = new Processors(server);
        crowd.await(talk.sayAll(messages, options.number("window")));
        var seconds = processors.seconds();
        var stored = (double) messages * senders;
        var deliveries = stored * (members - 1);
        figures.put("messages/s, stored and with everyone", stored / seconds);
        figures.put("deliveries/s", deliveries / seconds);
        figures.put(
                "server CPU, s per million deliveries", processors.ofServer() / deliveries * 1e6);
        figures.put("server CPU, us per message", processors.ofServer() / stored * 1e6);
        figures.put("others' share of the processors, %", processors.ofOthersPercent());
    }

    private void measureLatency(Server server, Crowd crowd, Talk talk, Figures figures)
            throws Exception {
        var processors = new Processors(server);
        var interval = TimeUnit.SECONDS.toNanos(1) / options.number("rate");
        var each = timedOfEach();
        var start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
        var heard = talk.sayInTime(each, start, interval);
        for (var index = 0; index < each * senders; index++) {
            for (var wait = start + index * interval - System.nanoTime();
                    wait > 0;
                    wait = start + index * interval - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            talk.sayNext(index % senders);
        }
        crowd.await(heard);
        var at = "at " + options.number("rate") + " messages/s";
        figures.put("latency p50, ms, " + at, talk.latencyMillis(50));
        figures.put("latency p99, ms, " + at, talk.latencyMillis(99));
        figures.put("latency max, ms, " + at, talk.latencyMillis(100));
        figures.put("others' share of the processors then, %", processors.ofOthersPercent());
    }

    private int timedOfEach() {
        return Math.ceilDiv(options.number("rate") * options.number("seconds"), senders);
    }
}
