import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/// Clients send lines to the echo server, and each line must come back.
final class EchoRun implements Client.Listener {

    private static final int DIGITS = 8;

    /// How many lines of a client are on their way.
    private static final int PIPELINE = 16;

    private final Options options;
    private final int clients;
    private final int messages;
    private final int bytes;
    private final String padding;
    private final int[] said;
    private final int[] heard;
    private CompletableFuture<Void> done = new CompletableFuture<>();
    private int goal;
    private long left;

    EchoRun(Options options) {
        this.options = options;
        this.clients = options.number("clients", 100);
        this.messages = options.number("messages");
        this.bytes = Math.max(options.number("bytes"), DIGITS + 1);
        this.padding = "x".repeat(bytes - DIGITS) + "\n";
        this.said = new int[clients];
        this.heard = new int[clients];
    }

    Figures measure(Path home) throws Exception {
        var figures = new Figures();
        try (var crowd = new Crowd(options.number("timeout"));
                var server = Server.start(home, "echo")) {
            crowd.gather(0, clients, server.address(), _ -> {});
            crowd.tell(this);
            send(crowd); // until it is compiled
            var processors = new Processors(server);
            send(crowd);
            var lines = (double) clients * messages;
            figures.put("lines/s", lines / processors.seconds());
            figures.put("server CPU, s per million lines", processors.ofServer() / lines * 1e6);
            figures.put("others' share of the processors, %", processors.ofOthersPercent());
            figures.put("server memory, MiB", server.residentKib() / 1024);
        }
        return figures;
    }

    private void send(Crowd crowd) throws Exception {
        CompletableFuture<Void> all;
        synchronized (this) {
            goal += messages;
            left = (long) clients * messages;
            all = done = new CompletableFuture<>();
            for (var client : crowd.clients()) {
                read(client);
            }
        }
        crowd.await(all);
    }

    @Override
    public synchronized void line(Client client, byte[] line, int from, int to, long now) {
        var number = Talk.number(line, from, from + DIGITS);
        if (number != heard[client.number]++ || to - from != bytes) {
            throw new Failure(client.name() + " got something else than it sent");
        }
        if (--left == 0) {
            done.complete(null);
        }
    }

    /// Sends as much as has come back.
    @Override
    public synchronized void read(Client client) throws IOException {
        var who = client.number;
        var lines = new StringBuilder();
        while (said[who] < Math.min(goal, heard[who] + PIPELINE)) {
            lines.append("%08d".formatted(said[who]++)).append(padding);
        }
        if (!lines.isEmpty()) {
            client.send(lines.toString());
        }
    }
}
