package veche.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads what all clients are sent, on one thread, into one buffer: whoever calls [#turn] is that
/// thread. Only [#send] may be called by others.
final class Loop implements AutoCloseable {

    /// How much of an incomplete line is kept, in bytes.
    private static final int LONGEST_LINE = 64 << 10;

    private static final int BUFFER = 256 << 10;

    /// So that words of eight bytes can be read at the end.
    private static final int MARGIN = 64;

    private final Selector selector = Selector.open();
    private final Events events;
    private final ByteBuffer received = ByteBuffer.allocateDirect(BUFFER);
    private byte[] bytes = new byte[LONGEST_LINE + BUFFER + MARGIN];
    private LineReader reader;
    private long reads;
    private long bytesRead;

    /// What becomes of connections.
    interface Events {

        /// It can send lines.
        void opened(Client client);

        /// It is closed, by the server or since something went wrong.
        void lost(Client client, String why);
    }

    /// @param reader reads lines until another one is set
    Loop(Events events, LineReader reader) throws IOException {
        this.events = events;
        this.reader = reader;
    }

    void readWith(LineReader other) {
        reader = other;
    }

    /// How many times anything was read.
    long reads() {
        return reads;
    }

    long bytesRead() {
        return bytesRead;
    }

    /// Begins a connection.
    ///
    /// @param from the address from where to connect, or null for any
    void connect(Client client, @Nullable InetSocketAddress from, InetSocketAddress to)
            throws IOException {
        var channel = SocketChannel.open();
        client.channel = channel;
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        if (from != null) {
            channel.bind(from);
        }
        var connected = channel.connect(to);
        client.key = channel.register(selector, SelectionKey.OP_CONNECT, client);
        if (connected) {
            connected(client);
        }
    }

    /// Waits until something has come, and reads it: once from each connection that has something.
    ///
    /// @param milliseconds how long to wait at most; 0 is not at all
    void turn(long milliseconds) throws IOException {
        if (milliseconds == 0) {
            selector.selectNow(this::ready);
        } else {
            selector.select(this::ready, milliseconds);
        }
    }

    /// Ends the waiting of the loop's thread.
    void wake() {
        selector.wakeup();
    }

    private void ready(SelectionKey key) {
        var client = (Client) key.attachment();
        try {
            if (key.isConnectable()) {
                channel(client).finishConnect();
                connected(client);
            } else {
                if (key.isWritable()) {
                    flush(client);
                }
                if (key.isReadable()) {
                    read(client);
                }
            }
        } catch (IOException | CancelledKeyException e) {
            lose(client, String.valueOf(e.getMessage()));
        }
    }

    private void connected(Client client) throws IOException {
        key(client).interestOps(SelectionKey.OP_READ);
        if (client.codec == null) {
            events.opened(client);
        } else {
            write(client, client.codec.begin());
        }
    }

    private void read(Client client) throws IOException {
        received.clear();
        var length = channel(client).read(received);
        if (length < 0) {
            lose(client, "connection closed by the server");
            return;
        }
        reads++;
        bytesRead += length;
        int end;
        if (client.codec == null) {
            received.get(0, bytes, LONGEST_LINE, length);
            end = LONGEST_LINE + length;
        } else {
            end = decode(client, client.codec);
        }
        var from = client.takeKept(bytes, LONGEST_LINE);
        var rest = reader.read(client, bytes, from, end);
        if (end - rest > LONGEST_LINE) {
            lose(client, "line too long");
        } else if (end > rest) {
            client.keep(bytes, rest, end);
        }
    }

    private int decode(Client client, Codec codec) throws IOException {
        var wasOpen = codec.isOpen();
        received.flip();
        var end = codec.decode(received, bytes, LONGEST_LINE);
        write(client, codec.answer());
        if (!wasOpen && codec.isOpen()) {
            events.opened(client);
        }
        return end;
    }

    /// Sends lines, or keeps what the server does not take yet. May be called by any thread, if the
    /// client needs no codec.
    void send(Client client, ByteBuffer lines) {
        try {
            write(client, client.codec == null ? lines : client.codec.encode(lines));
        } catch (IOException e) {
            lose(client, String.valueOf(e.getMessage()));
        }
    }

    private void write(Client client, ByteBuffer bytes) throws IOException {
        synchronized (client) {
            if (!client.hasUnsent()) {
                channel(client).write(bytes);
            }
            if (bytes.hasRemaining()) {
                if (!client.queue(bytes)) {
                    throw new IOException("the server does not read what it is sent");
                }
                key(client).interestOpsOr(SelectionKey.OP_WRITE);
                selector.wakeup();
            }
        }
    }

    private void flush(Client client) throws IOException {
        synchronized (client) {
            client.sent(channel(client).write(client.unsent()));
            if (!client.hasUnsent()) {
                key(client).interestOps(SelectionKey.OP_READ);
            }
        }
    }

    /// Closes a connection.
    void lose(Client client, String why) {
        if (client.state != Client.State.GONE) {
            events.lost(client, why);
            client.state = Client.State.GONE;
        }
        close(client);
    }

    /// Closes a connection, of which nobody is told.
    void close(Client client) {
        try {
            channel(client).close();
        } catch (IOException _) {
            // It is closed either way.
        }
    }

    private static SocketChannel channel(Client client) {
        return Objects.requireNonNull(client.channel);
    }

    private static SelectionKey key(Client client) {
        return Objects.requireNonNull(client.key);
    }

    /// Closes all connections.
    @Override
    public void close() throws IOException {
        for (var key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
