import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// All clients of a run. One thread reads for all of them, so that they take little from the
/// server's processors.
final class Crowd implements AutoCloseable {

    /// So many are on their way in at once.
    private static final int COMING = 32;

    /// How a client comes in, after it has connected.
    interface Arrival {
        void arrive(Client client) throws IOException;
    }

    private final int timeoutSeconds;
    private final Selector selector = Selector.open();
    private final Queue<Client> coming = new ConcurrentLinkedQueue<>();
    private final List<Client> clients = new ArrayList<>();
    private final CompletableFuture<Void> trouble = new CompletableFuture<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("crowd").unstarted(this::run);
    private volatile Client.Listener listener = (_, _, _, _, _) -> {};

    Crowd(int timeoutSeconds) throws IOException {
        this.timeoutSeconds = timeoutSeconds;
        thread.start();
    }

    /// In the order of their numbers.
    List<Client> clients() {
        return clients;
    }

    /// From now on the lines of everyone go there.
    void tell(Client.Listener listener) {
        this.listener = listener;
    }

    /// Brings clients in, and returns when all are here.
    ///
    /// @param first the number of the first of them
    void gather(int first, int count, InetSocketAddress server, Arrival arrival) throws Exception {
        try (var doors = Executors.newFixedThreadPool(COMING, Thread.ofVirtual().factory())) {
            var arriving = new ArrayList<Future<Client>>();
            for (var index = 0; index < count; index++) {
                var number = first + index;
                arriving.add(doors.submit(() -> arrive(new Client(number, server), arrival)));
            }
            try {
                for (var one : arriving) {
                    clients.add(within(one));
                }
            } finally {
                doors.shutdownNow();
            }
        }
    }

    private Client arrive(Client client, Arrival arrival) throws IOException {
        arrival.arrive(client);
        client.channel.configureBlocking(false);
        coming.add(client);
        selector.wakeup();
        return client;
    }

    private void run() {
        try {
            var buffer = ByteBuffer.allocate(256 * 1024);
            while (selector.isOpen()) {
                selector.select(key -> {
                    try {
                        ((Client) key.attachment()).read(buffer, listener);
                    } catch (IOException | RuntimeException e) {
                        key.cancel();
                        trouble.completeExceptionally(e);
                    }
                });
                for (var client = coming.poll(); client != null; client = coming.poll()) {
                    client.channel.register(selector, SelectionKey.OP_READ, client);
                }
            }
        } catch (IOException | RuntimeException e) {
            trouble.completeExceptionally(e);
        }
    }

    /// Waits until something is done; no longer than the timeout, nor after something went wrong.
    void await(CompletableFuture<?> done) throws Exception {
        within(CompletableFuture.anyOf(done, trouble));
    }

    private <T> T within(Future<T> future) throws InterruptedException {
        try {
            return future.get(timeoutSeconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Failure("not done after " + timeoutSeconds + " s");
        } catch (ExecutionException e) {
            throw new Failure(String.valueOf(e.getCause().getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (var client : clients) {
            client.close();
        }
    }
}
