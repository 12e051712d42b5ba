package veche.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Frames to and from the other end of a control connection. One thread reads, one writes.
final class FrameChannel implements AutoCloseable {

    /// The longest frame that is read, in bytes: more than any person writes, and little enough to
    /// hold in memory.
    static final int LONGEST = 1024 * 1024;

    private final SocketChannel channel;
    private final ByteBuffer arrived = ByteBuffer.allocate(8192).flip();

    FrameChannel(SocketChannel channel) {
        this.channel = channel;
    }

    /// Sends a frame. Blocks for as long as the other side does not read; closing ends that.
    void write(Frame frame) throws IOException {
        var bytes = ByteBuffer.wrap((frame.line() + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// Waits for a frame. Closing ends that, and so does the other side's leaving.
    ///
    /// @return empty if the other side has left
    /// @throws IOException if the connection has broken, or with [MalformedFrameException] if what
    ///   came is not a frame
    Optional<Frame> read() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = next(); next != '\n'; next = next()) {
            if (next < 0) {
                return Optional.empty();
            }
            if (line.size() == LONGEST) {
                throw new MalformedFrameException("a frame of more than " + LONGEST + " bytes");
            }
            line.write(next);
        }
        return Optional.of(Frame.parse(line.toString(StandardCharsets.UTF_8)));
    }

    private int next() throws IOException {
        if (!arrived.hasRemaining()) {
            arrived.clear();
            var count = channel.read(arrived);
            arrived.flip();
            if (count < 0) {
                return -1;
            }
        }
        return arrived.get() & 0xFF;
    }

    /// Lets whoever reads come to an end, now and later.
    void hearNoMore() throws IOException {
        try {
            channel.shutdownInput();
        } catch (ClosedChannelException e) {
            // Then nobody reads.
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
