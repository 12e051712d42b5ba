package veche.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import veche.net.Transport;

/// Lines that travel as WebSocket messages.
final class WebSocketTransport implements Transport {

    private final CoreSession session;
    private final Incoming incoming;
    private final Outgoing outgoing;
    private final boolean secure;
    private final String site;

    /// @param kind what messages we send, as an opcode
    /// @param secure whether nobody on the way can read along
    /// @param site by what the client reaches us, as it stands before a path
    WebSocketTransport(
            CoreSession session, Incoming incoming, byte kind, boolean secure, String site) {
        this.session = session;
        this.incoming = incoming;
        this.outgoing = new Outgoing(session, kind);
        this.secure = secure;
        this.site = site;
    }

    @Override
    public void open() {
        // It is: a WebSocket begins when its handshake is over.
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        return incoming.read(bytes);
    }

    @Override
    public void whenReadable(Runnable action) {
        incoming.whenReadable(action);
    }

    @Override
    public boolean write(ByteBuffer bytes) throws IOException {
        return outgoing.write(bytes);
    }

    @Override
    public void whenWritable(Runnable action) {
        outgoing.whenSent(action);
    }

    @Override
    public void stopReading() {
        incoming.stop();
    }

    @Override
    public void stopWriting() {
        incoming.stop();
        session.close(CloseStatus.NORMAL, null, Callback.NOOP);
    }

    @Override
    public void awaitEnd() throws IOException {
        incoming.awaitClosed();
    }

    @Override
    public ReadableByteChannel ground() {
        return new Ground();
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public Optional<String> certificate() {
        return Optional.empty();
    }

    @Override
    public Optional<String> site() {
        return Optional.of(site);
    }

    /// No byte of it can be seen.
    private final class Ground implements ReadableByteChannel {

        @Override
        public int read(ByteBuffer bytes) {
            return -1;
        }

        @Override
        public boolean isOpen() {
            return !session.isClosed();
        }

        @Override
        public void close() {
            session.abort();
        }
    }
}
