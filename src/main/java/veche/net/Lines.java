package veche.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Reads a client's bytes as lines. Belongs to one thread.
///
/// Every client that says nothing waits without a buffer, and so does one for whose last line
/// something takes long; ten thousand of them would fill much.
public final class Lines {

    /// Where bytes come from.
    @FunctionalInterface
    interface Source {

        /// Reads what there is, which may be nothing; -1 at the end.
        int readNow(ByteBuffer bytes) throws IOException;

        /// Waits until there is something, or the end. May return sooner.
        default void awaitReadable() throws IOException {}

        /// Whether it is us, and not the client, who have ended the stream.
        default boolean isCutShort() {
            return false;
        }
    }

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Source source;
    private final LineParser parser;
    private final Buffers buffers;
    private ByteBuffer buffer = NOTHING;

    /// Whether as much has come at once as a buffer holds, and perhaps more.
    private boolean filled;

    private boolean ended;

    /// @param longest how long a line may be, in bytes, without its end
    /// @param buffers shared with others
    Lines(Source source, int longest, Buffers buffers) {
        this.source = source;
        this.parser = new LineParser(longest);
        this.buffers = buffers;
    }

    /// With buffers of its own.
    Lines(Source source, int longest) {
        this(source, longest, new Buffers());
    }

    /// Waits for the next line, and otherwise is as [#next].
    ///
    /// @return null at the end of the stream
    public @Nullable Line read() throws IOException {
        var line = next();
        while (line == null && await()) {
            line = next();
        }
        return line;
    }

    private boolean await() throws IOException {
        if (!ended) {
            source.awaitReadable();
        }
        return !ended;
    }

    /// Whether the stream is at its end, and its last line has been read.
    public boolean isOver() {
        return ended;
    }

    /// The next line of what has come. What stands between the last line end and the end of the
    /// stream is a line too, unless it is us who have ended the stream: then the client had more to
    /// say.
    ///
    /// After as much as a buffer holds, there is none for once. A client may send without end, and
    /// a virtual thread that never waits keeps a processor from all others; even one that yields
    /// may go on before whoever is new.
    ///
    /// @return null if no other line has come yet, or for once, or at the end of the stream
    /// @throws IOException if the connection broke or was closed
    public @Nullable Line next() throws IOException {
        var line = parser.next(buffer);
        while (line == null && !ended) {
            var count = readNow();
            if (count == 0) {
                return null;
            }
            ended = count < 0;
            line = ended ? rest() : parser.next(buffer);
        }
        if (!buffer.hasRemaining()) {
            giveBack();
        }
        return line;
    }

    private @Nullable Line rest() {
        var rest = parser.end();
        return source.isCutShort() ? null : rest;
    }

    private int readNow() throws IOException {
        if (filled) {
            filled = false;
            giveBack();
            return 0;
        }
        if (buffer.capacity() == 0) {
            buffer = buffers.take();
        }
        var count = 0;
        try {
            count = source.readNow(buffer.clear());
        } finally {
            buffer.flip();
            filled = count == buffer.capacity();
            if (count <= 0) {
                giveBack();
            }
        }
        return count;
    }

    private void giveBack() {
        if (buffer.capacity() > 0) {
            buffers.give(buffer);
            buffer = NOTHING;
        }
    }
}
