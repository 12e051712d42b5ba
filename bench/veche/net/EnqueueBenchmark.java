package veche.net;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// What it takes to put a chunk into an outbox and to write it, for each chunk, if a thousand are
/// put in before the last one has to be written. The client reads all it can.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EnqueueBenchmark {

    private static final int CHUNKS = 1000;
    private static final byte[] CHUNK = TestServer.bytes("x".repeat(98) + "\r\n");

    private TestServer server;
    private Socket client;
    private Outbox outbox;

    /// Connects a client that reads.
    @Setup
    public void connect() throws IOException, InterruptedException {
        server = new TestServer(TestServer::listen, 10, 64 << 20);
        client = server.connect();
        outbox = server.arrived().outbox();
        Thread.ofPlatform().daemon().start(this::read);
    }

    private void read() {
        var buffer = new byte[256 << 10];
        try {
            while (client.getInputStream().read(buffer) >= 0) {
                // On to the next.
            }
        } catch (IOException _) {
            // The trial is over.
        }
    }

    /// Puts chunks in, and waits until they are written.
    @Benchmark
    @OperationsPerInvocation(CHUNKS)
    public boolean enqueue() {
        for (var i = 0; i < CHUNKS; i++) {
            outbox.put(CHUNK, 0);
        }
        return outbox.awaitWritten(TestServer.PATIENCE);
    }

    /// Hangs up.
    @TearDown
    public void disconnect() throws IOException {
        client.close();
        server.close();
    }
}
