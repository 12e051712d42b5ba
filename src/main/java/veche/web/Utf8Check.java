package veche.web;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Whether text that comes in pieces is UTF-8. A character may be cut in two by the end of a piece.
/// Belongs to one thread at a time.
final class Utf8Check {

    private static final int LONGEST_CHARACTER = 4;

    /// What was begun at the end of a piece. Most texts come in one.
    private byte @Nullable [] begun;

    /// Whether it is UTF-8 as far as it goes with the next piece. Once it is not, the answer to
    /// everything else is of no meaning.
    ///
    /// @param isLast whether the text ends with it; the next piece is the first of another text
    boolean goesOn(ByteBuffer piece, boolean isLast) {
        var whole = withBegun(piece);
        var result = decode(whole, isLast);
        begun = null;
        if (result && !isLast && whole.hasRemaining()) {
            begun = new byte[whole.remaining()];
            whole.get(begun);
        }
        return result;
    }

    private ByteBuffer withBegun(ByteBuffer piece) {
        var before = begun;
        return before == null
                ? piece
                : ByteBuffer.allocate(before.length + piece.remaining())
                        .put(before)
                        .put(piece)
                        .flip();
    }

    /// Leaves what is not complete.
    private static boolean decode(ByteBuffer bytes, boolean isLast) {
        var decoder = decoder();
        var characters = CharBuffer.allocate(512);
        var result = decoder.decode(bytes, characters, isLast);
        while (result.isOverflow()) {
            result = decoder.decode(bytes, characters.clear(), isLast);
        }
        return !result.isError() && bytes.remaining() < LONGEST_CHARACTER;
    }

    private static CharsetDecoder decoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
