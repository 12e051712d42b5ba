package veche.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What waits to be sent to one client.
///
/// Any thread puts; nobody waits. While there is something in it, a virtual thread of its own, the
/// drainer, hands it to the kernel, and waits there for this client alone. Chunks are kept by
/// reference, so that what goes to a thousand clients is in memory once.
///
/// It is bounded in bytes. A client for whom more is put in while it is full is let go with
/// [Reason#SLOW_CONSUMER]: the alternative is that everyone waits for the slowest. One chunk, which
/// may be all that a channel said in one commit, does not fill it, however large: what comes at
/// once says nothing of how fast the client reads. What is queued is dropped then, but for the rest
/// of a chunk of which the client has already got a part, and the client's last words are sent
/// instead.
public final class Outbox {

    /// How much is written at once.
    static final int BATCH = 64 * 1024;

    /// How much is written at once to a client whose socket was full.
    private static final int PIECE = 512;

    private static final byte[] NOTHING = {};

    private static final class Chunk {
        final byte[] bytes;
        long mark;
        @Nullable Chunk next;

        Chunk(byte[] bytes, long mark) {
            this.bytes = bytes;
            this.mark = mark;
        }
    }

    private final Connection connection;
    private final int limit;
    private final Buffers buffers;

    // Everybody appends to the queue; only the drainer takes from it.
    private @Nullable Chunk first;
    private @Nullable Chunk last;
    private int offset; // how much of the first chunk is written
    private int queued;
    private boolean draining;

    private boolean sealed; // takes nothing more
    private boolean overflowed; // sealed because it was full, and still to be emptied
    private boolean finished; // sealed, and the last words are known
    private byte[] lastWords = NOTHING;
    private volatile long written;

    /// @param limit it is full when more than so many bytes wait behind the chunk that is being
    ///   written
    Outbox(Connection connection, int limit, Buffers buffers) {
        this.connection = connection;
        this.limit = limit;
        this.buffers = buffers;
    }

    /// Puts bytes in. Never blocks. Bytes that one thread puts in are sent in that order. After the
    /// connection has ended this does nothing.
    ///
    /// @param bytes shared, not copied: they must never change; may be empty, if only the mark
    ///   counts
    /// @param mark what [#written] says once they are written; at least 0
    public void put(byte[] bytes, long mark) {
        boolean slow;
        var idle = false;
        synchronized (this) {
            if (sealed) {
                return;
            }
            slow = bytes.length > 0 && isFull();
            if (slow) {
                sealed = true;
                overflowed = true;
                notifyAll();
            } else if (bytes.length == 0) {
                mark(mark);
            } else {
                append(bytes, mark);
                idle = becomeDraining();
            }
        }
        if (idle) {
            startDrainer();
        }
        if (slow) {
            connection.letGoAsSlow();
        }
    }

    /// Waits while more than half of what may be queued is: for a thread that has much to send to
    /// this client, and nothing else to do. Ends when the client has read some of it, or when it
    /// has gone; an interrupt ends the wait too, and stays set.
    public synchronized void awaitRoom() {
        try {
            while (queued > limit / 2 && !sealed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until the kernel has everything that is queued, or the connection broke or was closed,
    /// or for so long; an interrupt ends the wait too, and stays set.
    ///
    /// @return whether the kernel has everything
    public synchronized boolean awaitWritten(Duration atMost) {
        var end = System.nanoTime() + atMost.toNanos();
        try {
            for (var left = atMost.toNanos();
                    draining && left > 0;
                    left = end - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !draining && !sealed;
    }

    /// How many bytes wait.
    public synchronized int queued() {
        return queued;
    }

    /// The highest mark of those whose bytes the kernel has; 0 if there is none yet.
    public long written() {
        return written;
    }

    /// Takes nothing more but these words, which may exceed the limit.
    void finish(byte[] lastWords) {
        boolean idle;
        synchronized (this) {
            sealed = true;
            finished = true;
            this.lastWords = lastWords;
            idle = lastWords.length > 0 && becomeDraining();
            notifyAll();
        }
        if (idle) {
            startDrainer();
        }
    }

    /// Waits until the connection is [finished][Connection#finish] and the kernel has everything,
    /// or the connection broke or was closed, which happens some seconds after it was finished at
    /// the latest. An interrupt ends the wait too, and stays set.
    public synchronized void awaitEmpty() {
        try {
            while (draining || !finished) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void append(byte[] bytes, long mark) {
        var chunk = new Chunk(bytes, mark);
        if (last == null) {
            first = chunk;
        } else {
            last.next = chunk;
        }
        last = chunk;
        queued += bytes.length;
    }

    private boolean isFull() {
        return first != null && queued - (first.bytes.length - offset) > limit;
    }

    private void mark(long mark) {
        if (last == null) {
            written = Math.max(written, mark);
        } else {
            last.mark = Math.max(last.mark, mark);
        }
    }

    private boolean becomeDraining() {
        var idle = !draining;
        draining = true;
        return idle;
    }

    private void startDrainer() {
        Thread.ofVirtual().name("drainer").start(this::drain);
    }

    private void drain() {
        try {
            var full = false;
            while (hasMore()) {
                full = full ? !writePiece(PIECE) : !writeBatch();
            }
        } catch (IOException e) {
            abandon();
            connection.lose();
        }
    }

    /// Whether there is something to write. If not, the drainer must leave, and the next one who
    /// puts something in starts another.
    private synchronized boolean hasMore() {
        if (overflowed) {
            overflowed = false;
            keepOnlyWhatIsBegun();
        }
        if (first == null && lastWords.length > 0) {
            append(lastWords, 0);
            lastWords = NOTHING;
        }
        draining = first != null;
        if (!draining) {
            notifyAll();
        }
        return draining;
    }

    private void keepOnlyWhatIsBegun() {
        if (first != null && offset > 0) {
            first.next = null;
            last = first;
            queued = first.bytes.length - offset;
        } else {
            clear();
        }
    }

    private synchronized void abandon() {
        sealed = true;
        clear();
        draining = false;
        notifyAll();
    }

    private void clear() {
        first = null;
        last = null;
        offset = 0;
        queued = 0;
    }

    /// Writes what is queued, up to [#BATCH].
    ///
    /// A write waits while the socket takes not even one byte, and then the buffer waits too; that
    /// cannot be seen beforehand, but after a socket has taken only a part, it is to be expected.
    /// So the next write is a small piece, out of the chunk itself: whoever waits for a client that
    /// does not read holds no buffer that others need.
    ///
    /// @return whether the socket took it all
    private boolean writeBatch() throws IOException {
        var buffer = isSingle() ? null : buffers.take();
        if (buffer == null) {
            return writePiece(BATCH);
        }
        boolean all;
        int taken;
        try {
            copyInto(buffer);
            all = connection.writeSome(buffer.flip());
            taken = buffer.position();
        } finally {
            buffers.give(buffer);
        }
        complete(taken);
        return all;
    }

    private boolean writePiece(int most) throws IOException {
        var piece = firstPiece(most);
        var all = connection.writeSome(piece);
        complete(piece.position());
        return all;
    }

    private void complete(int taken) throws IOException {
        connection.complete();
        remove(taken);
    }

    private synchronized boolean isSingle() {
        return first == last;
    }

    private synchronized ByteBuffer firstPiece(int most) {
        var bytes = first == null ? NOTHING : first.bytes;
        return ByteBuffer.wrap(bytes, offset, Math.min(most, bytes.length - offset)).slice();
    }

    private synchronized void copyInto(ByteBuffer buffer) {
        var from = offset;
        for (var chunk = first; chunk != null && buffer.hasRemaining(); chunk = chunk.next) {
            buffer.put(chunk.bytes, from, Math.min(buffer.remaining(), chunk.bytes.length - from));
            from = 0;
        }
    }

    private synchronized void remove(int bytes) {
        queued -= bytes;
        offset += bytes;
        notifyAll();
        while (first != null && offset >= first.bytes.length) {
            offset -= first.bytes.length;
            written = Math.max(written, first.mark);
            first = first.next;
        }
        if (first == null) {
            last = null;
        }
    }
}
