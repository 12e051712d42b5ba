import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/// Somebody with netcat. First it talks to the server step by step, and waits for each answer; then
/// it joins a [Crowd], which reads for it.
final class Client implements AutoCloseable {

    private static final byte[] NOTHING = {};

    /// So many addresses of this machine are used as senders: each has its own ports.
    private static final int ADDRESSES = 200;

    final int number;
    final SocketChannel channel;
    private byte[] begun = NOTHING; // of the line that is not complete yet

    Client(int number, InetSocketAddress server) throws IOException {
        this.number = number;
        channel = SocketChannel.open();
        channel.bind(new InetSocketAddress("127.0.0." + (2 + number % ADDRESSES), 0));
        channel.connect(server);
    }

    String name() {
        return "m" + number;
    }

    /// Makes an account, and reads until it has arrived.
    void register() throws IOException {
        await("Name: ");
        send(name() + "\n");
        await("characters: ");
        send("correct horse\n");
        await("*** In #veche");
    }

    /// Leaves the first channel for another one.
    void moveTo(String channel) throws IOException {
        send("/join " + channel + "\n/part #veche\n");
        await("*** You left #veche");
    }

    /// Sends a line to the echo server, and gets it back.
    void echo() throws IOException {
        send(name() + "\n");
        await(name() + "\n");
    }

    void send(String text) throws IOException {
        send(ByteBuffer.wrap(text.getBytes(ISO_8859_1)));
    }

    /// The socket has room for all that a benchmark has on its way, or soon has.
    void send(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// Reads up to these words. The crowd's timeout ends this too: it interrupts.
    private void await(String words) throws IOException {
        var buffer = ByteBuffer.allocate(4096);
        var text = new String(begun, ISO_8859_1);
        while (!text.contains(words)) {
            if (channel.read(buffer.clear()) < 0) {
                throw new Failure("the server hung up on " + name() + " after: " + text);
            }
            text += new String(buffer.array(), 0, buffer.position(), ISO_8859_1);
        }
        begun = text.substring(text.indexOf(words) + words.length()).getBytes(ISO_8859_1);
    }

    /// Reads what there is, and hands over the lines that are complete.
    ///
    /// @param buffer for reading; any client's
    void read(ByteBuffer buffer, Listener listener) throws IOException {
        buffer.clear().put(begun);
        if (channel.read(buffer) < 0) {
            throw new Failure("the server hung up on " + name());
        }
        var now = System.nanoTime();
        var bytes = buffer.array();
        var from = 0;
        for (var at = 0; at < buffer.position(); at++) {
            if (bytes[at] == '\n') {
                listener.line(this, bytes, from, at, now);
                from = at + 1;
            }
        }
        begun =
                from == buffer.position()
                        ? NOTHING
                        : Arrays.copyOfRange(bytes, from, buffer.position());
        listener.read(this);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /// What is to be done with lines. Runs on the crowd's thread.
    interface Listener {

        /// @param bytes the line is in it from `from` to before `to`
        /// @param now when it was read, as System.nanoTime
        void line(Client client, byte[] bytes, int from, int to, long now) throws IOException;

        /// All lines that a client had got were handed over.
        default void read(Client client) throws IOException {}
    }
}
