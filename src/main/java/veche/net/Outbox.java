package veche.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What waits to be sent to one client.
///
/// Any thread puts; nobody waits. The [Writer] hands what is in it to the kernel, and again, where
/// that takes no more, when it does. Chunks are kept by reference, so that what goes to a thousand
/// clients is in memory once.
///
/// It is bounded in bytes. A client for whom more is put in while it is full is let go with
/// [Reason#SLOW_CONSUMER]: the alternative is that everyone waits for the slowest. One chunk, which
/// may be all that a channel said in one commit, does not fill it, however large and whatever waits
/// before it: what comes at once says nothing of how fast the client reads. What is queued is
/// dropped then, but for the rest of a chunk of which the client has already got a part, and the
/// client's last words are sent instead.
public final class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private static final byte[] NOTHING = {};
    private static final int NONE = -1;

    /// Bytes that were put in together.
    static final class Chunk {
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
    private final Writer writer;

    /// Of the [Writer].
    @Nullable Outbox next;

    // Everybody appends to the queue; only whoever is draining takes from it.
    private @Nullable Chunk first;
    private @Nullable Chunk last;
    private int offset; // how much of the first chunk is written
    private int queued;
    private int largest; // the most that was put in at once since it was empty
    private boolean draining;

    /// How many bytes may still be on their way into the kernel. Of the writer's thread.
    private int underWay = NONE;

    private boolean sealed; // takes nothing more
    private boolean overflowed; // sealed because it was full, and still to be emptied
    private boolean finished; // sealed, and the last words are known
    private byte[] lastWords = NOTHING;
    private volatile long written;

    /// @param limit it is full when more than so many bytes wait, not counting the most that was
    ///   put in at once since it was empty
    Outbox(Connection connection, int limit, Writer writer) {
        this.connection = connection;
        this.limit = limit;
        this.writer = writer;
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
                overflow();
            } else if (bytes.length == 0) {
                mark(mark);
            } else {
                append(bytes, mark);
                idle = becomeDraining();
            }
        }
        tell(idle, slow);
    }

    /// As [#put(byte[], long)], several at once, none of them empty, and with no mark. They leave
    /// together, as far as the kernel has room.
    public void put(List<byte[]> all) {
        boolean slow;
        var idle = false;
        synchronized (this) {
            if (sealed || all.isEmpty()) {
                return;
            }
            slow = isFull();
            if (slow) {
                overflow();
            } else {
                var before = queued;
                all.forEach(bytes -> append(bytes, 0));
                largest = Math.max(largest, queued - before);
                idle = becomeDraining();
            }
        }
        tell(idle, slow);
    }

    private void overflow() {
        sealed = true;
        overflowed = true;
        notifyAll();
    }

    private void tell(boolean idle, boolean slow) {
        if (idle) {
            writer.add(this);
        }
        if (slow) {
            connection.letGoAsSlow();
        }
    }

    /// How many bytes wait, if that is more than half of what may; else, or if the client is gone,
    /// 0. It is asked of many clients at a time, so without the lock: what it says may be a moment
    /// old.
    public int behind() {
        var waiting = queued;
        return waiting > limit / 2 && !sealed ? waiting : 0;
    }

    /// Whether more than half of what may be queued is.
    public boolean isBehind() {
        return behind() > 0;
    }

    /// Waits while the client [is behind][#isBehind]: for a thread that has much to send to this
    /// client, and nothing else to do. Ends when the client has read some of it, or when it has
    /// gone; an interrupt ends the wait too, and stays set.
    public synchronized void awaitRoom() {
        try {
            while (isBehind()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// As [#awaitRoom()], for so long at most.
    ///
    /// @return whether there is room
    public synchronized boolean awaitRoom(Duration atMost) {
        awaitWhile(this::isBehind, atMost);
        return !isBehind();
    }

    /// Waits until the kernel has everything that is queued, or the connection broke or was closed,
    /// or for so long; an interrupt ends the wait too, and stays set.
    ///
    /// @return whether the kernel has everything
    public synchronized boolean awaitWritten(Duration atMost) {
        awaitWhile(() -> draining, atMost);
        return !draining && !sealed;
    }

    private void awaitWhile(BooleanSupplier condition, Duration atMost) {
        var end = System.nanoTime() + atMost.toNanos();
        try {
            for (var left = atMost.toNanos();
                    condition.getAsBoolean() && left > 0;
                    left = end - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
            // A service that writes past the outbox may be waiting for the client.
            Thread.ofVirtual().name("last words").start(this::writeLastWords);
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
        largest = Math.max(largest, bytes.length);
    }

    private boolean isFull() {
        return queued - largest > limit;
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

    private void writeLastWords() {
        try {
            connection.writeAll(ByteBuffer.wrap(lastWords));
        } catch (IOException e) {
            connection.lose();
        }
        abandon();
    }

    /// Writes what is queued, as much as the kernel takes of it and no more than one turn's. Runs
    /// on the writer's thread.
    void write(Writer turn) {
        try {
            if (isCompleted() && hasMore()) {
                var bytes = fill(turn);
                var all = connection.writeSome(bytes);
                if (!all) {
                    underWay = bytes.position();
                    connection.whenWritable(() -> writer.add(this));
                } else if (remove(bytes.position())) {
                    turn.add(this);
                }
            }
        } catch (IOException e) {
            abandon();
            connection.lose();
        } catch (RuntimeException e) {
            // A bug. All others wait for the same writer.
            log.atError().setCause(e).log("writing to a client failed");
            abandon();
            connection.close(Reason.FAILED);
        }
    }

    private synchronized ByteBuffer fill(Writer turn) {
        return turn.filled(first, offset);
    }

    /// Whether the kernel has what was under way; if not, it is tried again later.
    private boolean isCompleted() throws IOException {
        if (underWay == NONE) {
            return true;
        }
        if (!connection.writeSome(ByteBuffer.wrap(NOTHING))) {
            connection.whenWritable(() -> writer.add(this));
            return false;
        }
        remove(underWay);
        underWay = NONE;
        return true;
    }

    /// Whether there is something to write. If not, nobody is draining any more, and the next one
    /// who puts something in tells the writer.
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
        largest = 0;
    }

    /// @return whether there is more
    private synchronized boolean remove(int bytes) {
        queued -= bytes;
        offset += bytes;
        while (first != null && offset >= first.bytes.length) {
            offset -= first.bytes.length;
            written = Math.max(written, first.mark);
            var over = first;
            first = over.next;
            // One that the collector takes for old would make old ones of all that come after it.
            over.next = null;
        }
        if (first == null) {
            last = null;
            largest = 0;
            draining = overflowed || lastWords.length > 0;
        }
        notifyAll();
        return draining;
    }
}
