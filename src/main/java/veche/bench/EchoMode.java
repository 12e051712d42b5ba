package veche.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `veche bench echo`: clients of an echo server, each with some lines on their way.
@Command(name = "echo")
final class EchoMode extends Mode {

    private static final int SHORTEST = 2 * Hex.DIGITS;
    private static final int LONGEST = 32_000;

    @Option(names = "--clients", paramLabel = "N", defaultValue = "100")
    private int clients;

    @Option(names = "--messages", paramLabel = "N", defaultValue = "10000")
    private int messages;

    @Option(names = "--size", paramLabel = "BYTES", defaultValue = "64")
    private int size;

    @Option(names = "--window", paramLabel = "N", defaultValue = "16")
    private int window;

    @Override
    void check() {
        require(clients >= 1, "few", "--clients", 1);
        require(messages >= 1, "few", "--messages", 1);
        require(window >= 1, "few", "--window", 1);
        require(size >= SHORTEST, "few", "--size", SHORTEST);
        require(size <= LONGEST, "many", "--size", LONGEST);
    }

    @Override
    List<Row> run(Target target, Limits limits) throws Failure, IOException {
        try (var crowd = Crowd.silent(target, limits, clients)) {
            crowd.connect();
            var echoes = new Echoes(crowd);
            crowd.loop().readWith(echoes);
            var before = Sample.take(target.processes());
            var begun = System.nanoTime();
            for (var i = 0; i < clients; i++) {
                echoes.fill(crowd.client(i));
            }
            var expected = (long) clients * messages;
            crowd.progress().begin();
            while (echoes.received < expected && !echoes.wrong) {
                crowd.loop().turn(100);
                crowd.requireAll();
                if (crowd.progress().isStalled(echoes.received)) {
                    throw new Failure("stalled", echoes.received, expected);
                }
            }
            if (echoes.wrong) {
                throw new Failure("echo");
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            var after = Sample.take(target.processes());
            return List.of(
                    Row.of(
                            new Figures()
                                    .put("lines_per_s", expected / seconds)
                                    .put("round_trip", echoes.times)
                                    .put(
                                            before,
                                            after,
                                            seconds,
                                            "server_cpu_s_per_million_lines",
                                            (double) expected)));
        }
    }

    /// What comes back: the same lines in the same order.
    private final class Echoes implements LineReader {

        private final Crowd crowd;
        private final Histogram times = new Histogram();
        private final int[] sent = new int[clients];
        private final long[][] begun = new long[clients][window];
        private final byte[] line = new byte[size + 1];
        private final Literal letters = new Literal("x".repeat(size - SHORTEST) + "\n");
        private final ByteBuffer lines = ByteBuffer.allocateDirect(64 << 10);
        private long received;
        private boolean wrong;

        Echoes(Crowd crowd) {
            this.crowd = crowd;
            letters.copyTo(line, SHORTEST);
        }

        /// Sends as much as may be on its way.
        void fill(Client client) {
            lines.clear();
            while (sent[client.number] < messages
                    && sent[client.number] - client.received < window
                    && lines.remaining() >= line.length) {
                var number = sent[client.number]++;
                begun[client.number][number % window] = System.nanoTime();
                Hex.write(line, 0, client.number);
                Hex.write(line, Hex.DIGITS, number);
                lines.put(line);
            }
            if (lines.position() > 0) {
                crowd.loop().send(client, lines.flip());
            }
        }

        @Override
        public int read(Client client, byte[] bytes, int from, int to) {
            var at = from;
            var now = System.nanoTime();
            for (; to - at >= line.length; at += line.length) {
                var number = (int) client.received++;
                wrong |=
                        Hex.read(bytes, at) != client.number
                                || Hex.read(bytes, at + Hex.DIGITS) != number
                                || number >= sent[client.number]
                                || !letters.isAt(bytes, at + SHORTEST);
                times.add(now - begun[client.number][number % window]);
                received++;
            }
            fill(client);
            return at;
        }
    }
}
