package veche.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Bytes that are expected at some place. Compares eight at a time, which for short ones is twice
/// as fast as [Arrays#equals].
final class Literal {

    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int length;

    /// Which bits count of the last, incomplete word.
    private final long lastMask;

    Literal(String text) {
        this.length = text.length();
        this.bytes = Arrays.copyOf(text.getBytes(US_ASCII), length + Long.BYTES);
        var rest = length % Long.BYTES;
        this.lastMask = (1L << (Byte.SIZE * rest)) - 1;
    }

    int length() {
        return length;
    }

    /// Copies them into an array.
    void copyTo(byte[] to, int at) {
        System.arraycopy(bytes, 0, to, at, length);
    }

    /// Whether they are at a place. As many as seven bytes behind them may be looked at.
    boolean isAt(byte[] other, int at) {
        var i = 0;
        for (; i <= length - Long.BYTES; i += Long.BYTES) {
            if (word(other, at + i) != word(bytes, i)) {
                return false;
            }
        }
        return i == length || ((word(other, at + i) ^ word(bytes, i)) & lastMask) == 0;
    }

    private static long word(byte[] from, int at) {
        return (long) WORD.get(from, at);
    }
}
