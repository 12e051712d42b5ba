package veche.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Reads a client's bytes as lines. Belongs to one thread.
///
/// Every client that says nothing waits without a buffer; ten thousand of them would fill much.
public final class Lines {

    /// Where bytes come from.
    @FunctionalInterface
    interface Source {

        /// Reads what there is, which may be nothing; -1 at the end.
        int readNow(ByteBuffer bytes) throws IOException;

        /// Waits until there is something, or the end. May return sooner.
        default void awaitReadable() throws IOException {}
    }

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Source source;
    private final BooleanSupplier cutShort;
    private final LineParser parser;
    private final Buffers buffers;
    private ByteBuffer buffer = NOTHING;

    /// @param cutShort whether it is us, and not the client, who have ended the stream
    /// @param longest how long a line may be, in bytes, without its end
    /// @param buffers shared with others
    Lines(Source source, BooleanSupplier cutShort, int longest, Buffers buffers) {
        this.source = source;
        this.cutShort = cutShort;
        this.parser = new LineParser(longest);
        this.buffers = buffers;
    }

    /// With buffers of its own.
    Lines(Source source, BooleanSupplier cutShort, int longest) {
        this(source, cutShort, longest, new Buffers());
    }

    /// Waits for the next line. What stands between the last line end and the end of the stream is
    /// a line too, unless it is us who have ended the stream: then the client had more to say.
    ///
    /// @return null at the end of the stream
    /// @throws IOException if the connection broke or was closed
    public @Nullable Line read() throws IOException {
        while (true) {
            var line = parser.next(buffer);
            if (line != null) {
                return line;
            }
            if (!fill()) {
                var rest = parser.end();
                return cutShort.getAsBoolean() ? null : rest;
            }
        }
    }

    /// Reads on when all that was read is divided into lines.
    ///
    /// @return false at the end of the stream
    private boolean fill() throws IOException {
        while (true) {
            var count = readNow();
            if (count != 0) {
                return count > 0;
            }
            source.awaitReadable();
        }
    }

    private int readNow() throws IOException {
        if (buffer.capacity() == 0) {
            buffer = buffers.take();
        }
        var count = 0;
        try {
            count = source.readNow(buffer.clear());
        } finally {
            buffer.flip();
            if (count <= 0) {
                buffers.give(buffer);
                buffer = NOTHING;
            }
        }
        return count;
    }
}
