package veche.bench;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Numbers as eight hexadecimal digits, read and written without a branch for each.
final class Hex {

    /// How many bytes a number takes.
    static final int DIGITS = 8;

    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final byte[] FIGURES = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    private Hex() {}

    /// Reads a number. What are no digits make some number, too.
    static int read(byte[] bytes, int at) {
        var word = (long) WORD.get(bytes, at);
        word = (word & 0x0f0f0f0f0f0f0f0fL) + 9 * ((word >>> 6) & 0x0101010101010101L);
        word = (word | (word >>> 4)) & 0x00ff00ff00ff00ffL;
        word = (word | (word >>> 8)) & 0x0000ffff0000ffffL;
        return (int) (word | (word >>> 16));
    }

    static long readLong(byte[] bytes, int at) {
        return ((long) read(bytes, at) << 32) | (read(bytes, at + DIGITS) & 0xffffffffL);
    }

    static void write(byte[] bytes, int at, int number) {
        for (var i = DIGITS - 1; i >= 0; i--) {
            bytes[at + i] = FIGURES[(number >>> (4 * (DIGITS - 1 - i))) & 15];
        }
    }

    static void writeLong(byte[] bytes, int at, long number) {
        write(bytes, at, (int) (number >>> 32));
        write(bytes, at + DIGITS, (int) number);
    }
}
