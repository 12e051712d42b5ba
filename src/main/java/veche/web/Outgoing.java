package veche.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.jspecify.annotations.Nullable;

/// Cuts what a client is sent into lines, and sends each as a WebSocket message without its end
/// (https://ircv3.net/specs/extensions/websocket).
///
/// One thread at a time writes; Jetty's threads say when something is sent.
final class Outgoing {

    private final CoreSession session;
    private final byte kind;

    /// The line that is not complete yet.
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(0);

    private int underWay;
    private @Nullable Throwable failure;

    /// @param kind what messages are, as an [opcode][org.eclipse.jetty.websocket.core.OpCode]
    Outgoing(CoreSession session, byte kind) {
        this.session = session;
        this.kind = kind;
    }

    /// Hands everything over. When this returns, the bytes are not needed any more.
    ///
    /// @return whether the kernel has it all
    boolean write(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            var next = bytes.get();
            if (next == '\n') {
                send(hasLine(bytes));
            } else if (next != '\r') {
                line.write(next);
            }
        }
        return isSent();
    }

    private static boolean hasLine(ByteBuffer bytes) {
        for (var i = bytes.position(); i < bytes.limit(); i++) {
            if (bytes.get(i) == '\n') {
                return true;
            }
        }
        return false;
    }

    /// @param isFollowed whether another line follows at once, with which this one can travel
    private void send(boolean isFollowed) {
        var frame = new Frame(kind, ByteBuffer.wrap(line.toByteArray()));
        line.reset();
        synchronized (this) {
            underWay++;
        }
        session.sendFrame(frame, Callback.from(this::sent, this::fail), isFollowed);
    }

    private synchronized boolean isSent() {
        return underWay == 0;
    }

    private synchronized void sent() {
        underWay--;
        notifyAll();
    }

    private synchronized void fail(Throwable cause) {
        failure = cause;
        notifyAll();
    }

    /// Waits until the kernel has all that was written.
    ///
    /// @throws IOException if it never will, since the connection is broken or over
    synchronized void complete() throws IOException {
        while (underWay > 0 && failure == null) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
        if (failure != null) {
            throw new IOException("the WebSocket broke", failure);
        }
    }
}
