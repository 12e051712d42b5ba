package veche.net;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/// The buffers that all who read lines share. A client has one only while there is something in it.
final class Buffers {

    /// How large each is, in bytes: some dozens of usual lines.
    static final int SIZE = 4096;

    /// How many are kept for the next one who needs one: 1 MiB.
    private static final int KEPT = 256;

    private final ArrayDeque<ByteBuffer> free = new ArrayDeque<>();

    /// An empty buffer.
    ByteBuffer take() {
        synchronized (this) {
            var buffer = free.poll();
            if (buffer != null) {
                return buffer;
            }
        }
        return ByteBuffer.allocate(SIZE);
    }

    synchronized void give(ByteBuffer buffer) {
        if (free.size() < KEPT) {
            free.push(buffer.clear());
        }
    }
}
