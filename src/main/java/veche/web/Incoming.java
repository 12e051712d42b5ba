package veche.web;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What a client sends in WebSocket messages, as bytes, with an end of line behind each message
/// (https://ircv3.net/specs/extensions/websocket). Jetty brings one piece, and the next when that
/// is read: so whoever sends more than is read is slowed down.
///
/// Jetty's threads bring, and one other thread reads.
final class Incoming {

    private @Nullable ByteBuffer piece;
    private Runnable taken = () -> {};
    private @Nullable Runnable onReadable;
    private boolean isLast;

    private boolean left;
    private boolean cut;
    private boolean closed;
    private @Nullable Throwable failure;

    /// Takes a piece of a message. The one before was taken; see there.
    ///
    /// @param bytes not touched by anybody until they are taken
    /// @param isLast whether the message ends with it
    /// @param taken run when all of it is read, or never will be
    void put(ByteBuffer bytes, boolean isLast, Runnable taken) {
        boolean isCut;
        synchronized (this) {
            isCut = cut;
            if (!isCut) {
                this.piece = bytes;
                this.isLast = isLast;
                this.taken = taken;
            }
        }
        if (isCut) {
            taken.run();
        } else {
            changed();
        }
    }

    /// The client has closed its side.
    void left() {
        synchronized (this) {
            left = true;
        }
        changed();
    }

    /// The connection broke.
    void fail(Throwable cause) {
        synchronized (this) {
            failure = cause;
        }
        changed();
    }

    /// The connection is over, in good order or not.
    void closed() {
        synchronized (this) {
            closed = true;
        }
        changed();
    }

    /// As [veche.net.Transport#read].
    int read(ByteBuffer target) throws IOException {
        int count;
        Runnable then;
        synchronized (this) {
            requireWhole();
            if (piece == null || cut) {
                return left || cut ? -1 : 0;
            }
            count = copy(piece, target);
            then = isRead() ? release() : () -> {};
        }
        then.run();
        return count;
    }

    private void requireWhole() throws IOException {
        if (piece == null && !left && !cut && (closed || failure != null)) {
            throw new IOException("the WebSocket broke", failure);
        }
    }

    /// As [veche.net.Transport#whenReadable].
    void whenReadable(Runnable action) {
        synchronized (this) {
            if (piece == null && !left && !cut && !closed && failure == null) {
                onReadable = action;
                return;
            }
        }
        action.run();
    }

    /// Tells whoever waits that something has changed.
    private void changed() {
        Runnable action;
        synchronized (this) {
            action = onReadable;
            onReadable = null;
            notifyAll();
        }
        if (action != null) {
            action.run();
        }
    }

    /// Copies what fits, and the end of the line if it does, too.
    private int copy(ByteBuffer piece, ByteBuffer target) {
        var before = target.position();
        var count = Math.min(piece.remaining(), target.remaining());
        target.put(piece.slice(piece.position(), count));
        piece.position(piece.position() + count);
        if (isLast && !piece.hasRemaining() && target.hasRemaining()) {
            target.put((byte) '\n');
            isLast = false;
        }
        return target.position() - before;
    }

    private boolean isRead() {
        return piece != null && !piece.hasRemaining() && !isLast;
    }

    private Runnable release() {
        piece = null;
        return taken;
    }

    /// From now on nothing is read.
    void stop() {
        Runnable then;
        synchronized (this) {
            cut = true;
            then = piece == null ? () -> {} : release();
        }
        changed();
        then.run();
    }

    /// Waits until the connection is over; closing it ends that.
    synchronized void awaitClosed() throws IOException {
        await(() -> closed);
    }

    private synchronized void await(BooleanSupplier condition) throws InterruptedIOException {
        try {
            while (!condition.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
