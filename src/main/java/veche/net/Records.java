package veche.net;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/// The buffers that all TLS connections share, each large enough for any record. A connection has
/// one only while it encrypts or decrypts, or while a large record is on its way.
final class Records {

    /// A record has at most 16 KiB and what encryption adds (RFC 8446, 5.2; RFC 5246, 6.2.3), which
    /// an engine does not rate at more than this.
    static final int SIZE = 17 * 1024;

    /// How many are kept for the next one who needs one: some 1 MiB.
    private static final int KEPT = 64;

    private final ArrayDeque<ByteBuffer> free = new ArrayDeque<>();

    /// An empty buffer of [#SIZE] bytes.
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
