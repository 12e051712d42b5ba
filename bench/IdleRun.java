import java.io.IOException;
import java.nio.file.Path;

/// Clients come in and say nothing. Measures what memory each of them takes in a server that is
/// warm: others have come and gone until the space for new objects had been used once, all of it.
/// That space stays the server's, and has nothing to do with how many clients there are.
final class IdleRun {

    /// So many are in a channel, as people are. All in one would be told of each other's coming.
    private static final int IN_CHANNEL = 100;

    /// How many come and go at once to make it warm, and how often at most.
    private static final int BEFORE = 500;

    private static final int ROUNDS = 40;

    private final Options options;
    private final String service;

    IdleRun(Options options, String service) {
        this.options = options;
        this.service = service;
    }

    Figures measure(Path home) throws Exception {
        var figures = new Figures();
        try (var server = Server.start(home, service)) {
            var before = warmUp(server);
            var live = server.liveKib();
            var warm = server.residentKib();
            try (var crowd = new Crowd(options.number("timeout"))) {
                var clients = options.number("clients");
                var processors = new Processors(server);
                crowd.gather(before, clients, server.address(), this::arrive);
                figures.put("clients/s that come in", clients / processors.seconds());
                figures.put("server CPU, ms per client", 1000 * processors.ofServer() / clients);
                figures.put("others' share of the processors, %", processors.ofOthersPercent());
                figures.put("clients who made it warm", before);
                figures.put("server memory when warm, MiB", warm / 1024);
                figures.put("server memory, MiB", server.residentKib() / 1024);
                figures.put(
                        "KiB per client, of the whole process",
                        (server.residentKib() - warm) / clients);
                figures.put(
                        "KiB per client, live objects alone", (server.liveKib() - live) / clients);
            }
        }
        return figures;
    }

    /// Ends when the server's memory grows by less than half a MiB.
    ///
    /// @return how many have come and gone
    private int warmUp(Server server) throws Exception {
        var gone = 0;
        var memory = 0.0;
        while (server.residentKib() > memory + 512 && gone < ROUNDS * BEFORE) {
            memory = server.residentKib();
            try (var crowd = new Crowd(options.number("timeout"))) {
                crowd.gather(gone, BEFORE, server.address(), this::arrive);
            }
            gone += BEFORE;
        }
        return gone;
    }

    private void arrive(Client client) throws IOException {
        if (service.equals("echo")) {
            client.echo();
        } else {
            client.register();
            client.moveTo("#c" + client.number / IN_CHANNEL);
        }
    }
}
