package veche.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import veche.wire.Message;

/// A connection: one thread reads lines into the [Mailbox], another writes those that wait. When
/// 1,000 lines wait to be written, the server does not read, and the connection is ended.
final class Link implements Wire {

    private static final int MOST_WAITING = 1_000;
    private static final int LONGEST_LINE = 32 * 1024;

    private static final Duration LAST_PATIENCE = Duration.ofSeconds(1);

    private final Socket socket;
    private final Mailbox mailbox;

    /// Empty is the end.
    private final BlockingQueue<Optional<Message>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

    private final Thread writer;

    Link(Socket socket, Mailbox mailbox) {
        this.socket = socket;
        this.mailbox = mailbox;
        writer = Thread.ofVirtual().name("to server").unstarted(this::write);
    }

    /// Announces itself, and begins.
    void start() {
        mailbox.put(new Mail.Opened(this));
        Thread.ofVirtual().name("from server").start(this::read);
        writer.start();
    }

    @Override
    public void send(Message message) {
        if (!waiting.offer(Optional.of(message))) {
            hangUp();
        }
    }

    @Override
    public void close() {
        if (!waiting.offer(Optional.empty())) {
            hangUp();
        }
    }

    @Override
    public void finish() {
        close();
        try {
            writer.join(LAST_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            for (var line = line(in); line.isPresent(); line = line(in)) {
                mailbox.put(new Mail.Received(this, line.get()));
            }
        } catch (IOException e) {
            // It is gone; why makes no difference to whoever types.
        } finally {
            waiting.offer(Optional.empty());
            mailbox.put(new Mail.Lost(this));
        }
    }

    private static Optional<String> line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return Optional.of(bytes.toString(UTF_8).replace("\r", ""));
            }
            if (bytes.size() == LONGEST_LINE) {
                throw new IOException("a line without an end");
            }
            bytes.write(next);
        }
        return Optional.empty();
    }

    /// Until the end is sent, or the connection is gone; then a socket that is closed ends the
    /// write.
    private void write() {
        try {
            var out = socket.getOutputStream();
            for (var next = waiting.take(); next.isPresent(); next = waiting.take()) {
                out.write((next.get().print() + "\r\n").getBytes(UTF_8));
                out.flush();
            }
        } catch (IOException e) {
            // The reader notices as well.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hangUp();
        }
    }

    private void hangUp() {
        try {
            socket.close();
        } catch (IOException e) {
            // Then it is gone already.
        }
    }
}
