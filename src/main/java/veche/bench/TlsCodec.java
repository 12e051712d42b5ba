package veche.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;

/// TLS by the JDK's engine. All clients share the buffers, which one thread uses at a time; a
/// client has memory of its own only for a record that is not complete.
final class TlsCodec implements Codec {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final Buffers buffers;
    private byte[] beginning = {};

    /// What all clients of a run share.
    ///
    /// @param encoded what is to be sent
    /// @param received what has come, behind the beginning of an incomplete record
    record Buffers(ByteBuffer encoded, ByteBuffer received) {

        /// Room for as many bytes as the loop reads at once, and a record.
        Buffers() {
            this(ByteBuffer.allocate(512 << 10), ByteBuffer.allocate(512 << 10));
        }
    }

    TlsCodec(SSLEngine engine, Buffers buffers) {
        this.engine = engine;
        this.buffers = buffers;
        engine.setUseClientMode(true);
    }

    @Override
    public ByteBuffer begin() throws IOException {
        engine.beginHandshake();
        buffers.encoded.clear();
        return answer();
    }

    @Override
    public boolean isOpen() {
        return engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING
                && !engine.getSession().getProtocol().equals("NONE");
    }

    @Override
    public ByteBuffer encode(ByteBuffer lines) throws IOException {
        buffers.encoded.clear();
        while (lines.hasRemaining()) {
            wrap(lines);
        }
        return buffers.encoded.flip();
    }

    @Override
    public int decode(ByteBuffer received, byte[] lines, int at) throws IOException {
        var from = buffers.received.clear().put(beginning).put(received).flip();
        var to = ByteBuffer.wrap(lines, at, lines.length - at);
        buffers.encoded.clear();
        for (var result = engine.unwrap(from, to);
                !isIncomplete(result);
                result = engine.unwrap(from, to)) {
            if (result.getStatus() != Status.OK) {
                throw new IOException("TLS: " + result.getStatus());
            }
            shakeHands();
            if (!from.hasRemaining() && result.bytesConsumed() == 0) {
                break;
            }
        }
        beginning = new byte[from.remaining()];
        from.get(beginning);
        return to.position();
    }

    private static boolean isIncomplete(SSLEngineResult result) {
        return result.getStatus() == Status.BUFFER_UNDERFLOW;
    }

    /// What the handshake wants to have sent.
    @Override
    public ByteBuffer answer() throws IOException {
        shakeHands();
        return buffers.encoded.flip();
    }

    private void shakeHands() throws IOException {
        for (var status = engine.getHandshakeStatus();
                status == HandshakeStatus.NEED_TASK || status == HandshakeStatus.NEED_WRAP;
                status = engine.getHandshakeStatus()) {
            if (status == HandshakeStatus.NEED_TASK) {
                for (var task = engine.getDelegatedTask();
                        task != null;
                        task = engine.getDelegatedTask()) {
                    task.run();
                }
            } else {
                wrap(NOTHING);
            }
        }
    }

    private void wrap(ByteBuffer lines) throws IOException {
        var result = engine.wrap(lines, buffers.encoded);
        if (result.getStatus() != Status.OK) {
            throw new IOException("TLS: " + result.getStatus());
        }
    }
}
