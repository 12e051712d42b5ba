package veche.net;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The one thread that writes to all clients who have room for more. It goes from [Outbox] to
/// [Outbox], in the order in which something was put into them, and never waits for a client: one
/// whose socket is full waits by itself, and comes back here.
///
/// A daemon thread that is there only while there is something to write.
final class Writer {

    /// How much is written to one client at once, in bytes.
    static final int BATCH = 64 * 1024;

    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(
                    1,
                    1,
                    10,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    Thread.ofPlatform().daemon().name("writer").factory());

    /// Those that have something, the last to come on top. Each is here once at most.
    private final AtomicReference<@Nullable Outbox> waiting = new AtomicReference<>();

    // Of the writer's thread: what is to be written, and the chunks of which it is a copy. What is
    // for a thousand clients is copied once.
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BATCH);
    private final List<byte[]> copied = new ArrayList<>();
    private int length;

    Writer() {
        thread.allowCoreThreadTimeOut(true);
    }

    /// Has something written to a client. Any thread; never waits. The outbox is not here already.
    void add(Outbox outbox) {
        var below = waiting.get();
        outbox.next = below;
        while (!waiting.compareAndSet(below, outbox)) {
            below = waiting.get();
            outbox.next = below;
        }
        if (below == null) {
            thread.execute(this::writeAll);
        }
    }

    private void writeAll() {
        for (var outbox = oldest(); outbox != null; ) {
            // When it is written to, it may be put in again.
            var next = outbox.next;
            outbox.next = null;
            outbox.write(this);
            outbox = next;
        }
    }

    /// Takes all that wait, turned round.
    private @Nullable Outbox oldest() {
        Outbox oldest = null;
        for (var outbox = waiting.getAndSet(null); outbox != null; ) {
            var below = outbox.next;
            outbox.next = oldest;
            oldest = outbox;
            outbox = below;
        }
        return oldest;
    }

    /// The bytes of chunks that follow each other, as far as they are for one turn.
    ///
    /// @param offset where to begin in the first chunk
    ByteBuffer filled(Outbox.@Nullable Chunk first, int offset) {
        if (offset > 0) {
            copied.clear();
            copy(first, offset);
            copied.clear();
        } else if (!isCopied(first)) {
            copied.clear();
            copy(first, 0);
        }
        return buffer.position(0).limit(length);
    }

    /// Whether the buffer has just these chunks, whole.
    @SuppressWarnings("ReferenceEquality") // a chunk never changes
    private boolean isCopied(Outbox.@Nullable Chunk first) {
        var chunk = first;
        for (var bytes : copied) {
            if (chunk == null || chunk.bytes != bytes) {
                return false;
            }
            chunk = chunk.next;
        }
        return !copied.isEmpty() && (chunk == null || length == BATCH);
    }

    private void copy(Outbox.@Nullable Chunk first, int offset) {
        var from = offset;
        buffer.clear();
        for (var chunk = first; chunk != null && buffer.hasRemaining(); chunk = chunk.next) {
            buffer.put(chunk.bytes, from, Math.min(buffer.remaining(), chunk.bytes.length - from));
            copied.add(chunk.bytes);
            from = 0;
        }
        length = buffer.position();
    }
}
