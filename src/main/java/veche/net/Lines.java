package veche.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Reads a client's bytes as lines. Belongs to one thread.
public final class Lines {

    /// Every client that says nothing has a buffer of this size: enough for most lines, and ten
    /// thousand times not much.
    private static final int BUFFER = 512;

    /// Where bytes come from.
    @FunctionalInterface
    interface Source {
        /// As [Connection#read].
        int read(ByteBuffer bytes) throws IOException;
    }

    private final Source source;
    private final BooleanSupplier cutShort;
    private final LineParser parser;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);

    /// @param cutShort whether it is us, and not the client, who have ended the stream
    /// @param longest how long a line may be, in bytes, without its end
    Lines(Source source, BooleanSupplier cutShort, int longest) {
        this.source = source;
        this.cutShort = cutShort;
        this.parser = new LineParser(longest);
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
            if (source.read(buffer.clear()) < 0) {
                buffer.limit(0);
                var rest = parser.end();
                return cutShort.getAsBoolean() ? null : rest;
            }
            buffer.flip();
        }
    }
}
