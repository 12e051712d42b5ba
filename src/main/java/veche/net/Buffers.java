package veche.net;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// The buffers that all drainers share. There are few: one is in use only while bytes are on their
/// way into the kernel.
final class Buffers {

    /// 4 MiB in all.
    private static final int MOST = 64;

    private final ArrayDeque<ByteBuffer> free = new ArrayDeque<>();
    private int made;

    /// An empty buffer of [Outbox#BATCH] bytes. Null if all are in use; do without it then.
    synchronized @Nullable ByteBuffer take() {
        if (free.isEmpty() && made < MOST) {
            made++;
            return ByteBuffer.allocateDirect(Outbox.BATCH);
        }
        return free.poll();
    }

    synchronized void give(ByteBuffer buffer) {
        free.push(buffer.clear());
    }
}
