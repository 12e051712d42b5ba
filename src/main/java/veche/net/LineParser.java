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
        var line = complete(bytes, lineFeed);
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

    private Line complete(ByteBuffer bytes, int lineFeed) {
        if (length == 0 && !tooLong) {
            // The usual case: the whole line is in the buffer, and need not be kept.
            var array = bytes.array();
            var start = bytes.arrayOffset() + bytes.position();
            var end = bytes.arrayOffset() + lineFeed;
            return line(array, start, endOfLine(array, start, end));
        }
        keep(bytes.slice(bytes.position(), lineFeed - bytes.position()));
        length = endOfLine(begun, 0, length);
        return take();
    }

    /// Where a line ends that is followed by a line feed.
    private static int endOfLine(byte[] bytes, int start, int end) {
        return end > start && bytes[end - 1] == '\r' ? end - 1 : end;
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
        var line = tooLong ? new Line.TooLong() : line(begun, 0, length);
        tooLong = false;
        forget();
        return line;
    }

    private void forget() {
        begun = NOTHING;
        length = 0;
    }

    private Line line(byte[] bytes, int start, int end) {
        var size = end - start;
        if (size > longest) {
            return new Line.TooLong();
        }
        var text = new String(bytes, start, size, UTF_8);
        return text.indexOf(REPLACEMENT) < 0 || isUtf8(ByteBuffer.wrap(bytes, start, size))
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
