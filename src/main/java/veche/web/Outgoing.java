package veche.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
    private @Nullable Runnable onSent;

    /// @param kind what messages are, as an [opcode][org.eclipse.jetty.websocket.core.OpCode]
    Outgoing(CoreSession session, byte kind) {
        this.session = session;
        this.kind = kind;
    }

    /// Hands everything over. When this returns, the bytes are not needed any more.
    ///
    /// @return whether the kernel has it all
    /// @throws IOException if it never will, since the connection is broken or over
    boolean write(ByteBuffer bytes) throws IOException {
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

    private synchronized boolean isSent() throws IOException {
        if (failure != null) {
            throw new IOException("the WebSocket broke", failure);
        }
        return underWay == 0;
    }

    private void sent() {
        synchronized (this) {
            underWay--;
        }
        changed();
    }

    private void fail(Throwable cause) {
        synchronized (this) {
            failure = cause;
        }
        changed();
    }

    /// Has something done, once, when the kernel has all that was written, or never will.
    ///
    /// @param action as of [veche.net.Transport#whenWritable]
    void whenSent(Runnable action) {
        synchronized (this) {
            if (underWay > 0 && failure == null) {
                onSent = action;
                return;
            }
        }
        action.run();
    }

    private void changed() {
        Runnable action;
        synchronized (this) {
            if (onSent == null || (underWay > 0 && failure == null)) {
                return;
            }
            action = onSent;
            onSent = null;
        }
        action.run();
    }
}
