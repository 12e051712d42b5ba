package veche.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Divides a stream of bytes into lines, however the stream is cut into pieces. LF ends a line, and
/// so does CR LF; any other CR is part of the line.
///
/// While a line is incomplete, what has come of it is kept in an array; between lines nothing is.
final class LineParser {

    private static final byte[] NOTHING = {};

    /// What a decoder puts for what it cannot read.
    private static final char REPLACEMENT = '\uFFFD';

    private final int longest;
    private byte[] begun = NOTHING;
    private int length;
    private boolean tooLong;

    /// @param longest how long a line may be, in bytes, without its end
    LineParser(int longest) {
        this.longest = longest;
    }

    /// Takes bytes up to the next line end.
    ///
    /// @return null if there is none; then all bytes are taken
    @Nullable Line next(ByteBuffer bytes) {
        var lineFeed = indexOfLineFeed(bytes);
        if (lineFeed < 0) {
            keep(bytes);
            return null;
        }
        var line = complete(bytes.slice(bytes.position(), lineFeed - bytes.position()));
        bytes.position(lineFeed + 1);
        return line;
    }

    /// Takes the end of the stream.
    ///
    /// @return the line that had no end, or null
    @Nullable Line end() {
        return length == 0 && !tooLong ? null : take();
    }

    private static int indexOfLineFeed(ByteBuffer bytes) {
        for (var i = bytes.position(); i < bytes.limit(); i++) {
            if (bytes.get(i) == '\n') {
                return i;
            }
        }
        return -1;
    }

    private Line complete(ByteBuffer rest) {
        if (length == 0 && !tooLong) {
            // The usual case: the whole line is in the buffer, and need not be kept.
            return line(withoutCarriageReturn(rest));
        }
        keep(rest);
        if (length > 0 && begun[length - 1] == '\r') {
            length--;
        }
        return take();
    }

    private static ByteBuffer withoutCarriageReturn(ByteBuffer bytes) {
        var end = bytes.limit() - 1;
        return end >= 0 && bytes.get(end) == '\r' ? bytes.limit(end) : bytes;
    }

    /// Adds to what has come of a line. One byte more than a line may have is still kept, since it
    /// may be the CR of its end.
    private void keep(ByteBuffer bytes) {
        var more = bytes.remaining();
        if (tooLong || more > longest + 1 - length) {
            tooLong = true;
            forget();
            bytes.position(bytes.limit());
            return;
        }
        if (begun.length < length + more) {
            var room = Math.max(length + more, Math.min(2 * begun.length, longest + 1));
            begun = Arrays.copyOf(begun, room);
        }
        bytes.get(begun, length, more);
        length += more;
    }

    private Line take() {
        var line = tooLong ? new Line.TooLong() : line(ByteBuffer.wrap(begun, 0, length));
        tooLong = false;
        forget();
        return line;
    }

    private void forget() {
        begun = NOTHING;
        length = 0;
    }

    private Line line(ByteBuffer bytes) {
        if (bytes.remaining() > longest) {
            return new Line.TooLong();
        }
        var text =
                new String(
                        bytes.array(),
                        bytes.arrayOffset() + bytes.position(),
                        bytes.remaining(),
                        UTF_8);
        return text.indexOf(REPLACEMENT) < 0 || isUtf8(bytes)
                ? new Line.Of(text)
                : new Line.NotUtf8();
    }

    /// Whether a text that has a replacement character was sent so. Usually there is none, and no
    /// need to be strict.
    private static boolean isUtf8(ByteBuffer bytes) {
        try {
            // A new decoder reports what is malformed, and replaces nothing.
            UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
