package veche.net;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import veche.certificate.Fingerprint;

/// Bytes that travel encrypted, over TLS 1.2 or 1.3.
///
/// Reading and writing never wait for each other: a client may send without end before it reads
/// anything. Where the engine has to answer something that was read (a change of keys, RFC 8446,
/// 4.6.3), a thread of its own does.
final class TlsTransport implements Transport {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final ClientSocket socket;
    private final SSLEngine engine;
    private final TlsInput input;
    private final TlsOutput output;
    private volatile boolean open;
    private volatile boolean cut; // we have ended the input
    private volatile @Nullable String certificate;
    private @Nullable Thread answering;

    /// @param engine the server's side; its handshake has not begun
    TlsTransport(ClientSocket socket, SSLEngine engine, Records records) {
        this.socket = socket;
        this.engine = engine;
        this.input = new TlsInput(engine, socket, records);
        this.output = new TlsOutput(engine, socket, records);
    }

    /// Shakes hands.
    @Override
    public void open() throws IOException {
        engine.beginHandshake();
        while (!open) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> output.flush();
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> hear();
                case FINISHED, NOT_HANDSHAKING -> {
                    certificate = fingerprint();
                    open = true;
                }
            }
        }
    }

    private void hear() throws IOException {
        switch (input.advance(NOTHING)) {
            case TAKEN -> {}
            case NOTHING_YET -> Waiting.until(socket::whenReadable);
            case ENDED -> throw new EOFException("the client left during the handshake");
        }
    }

    private void runTasks() {
        for (var task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    private @Nullable String fingerprint() {
        try {
            var chain = engine.getSession().getPeerCertificates();
            return Fingerprint.of((X509Certificate) chain[0]);
        } catch (SSLPeerUnverifiedException e) {
            // It has shown none.
            return null;
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        var before = bytes.position();
        while (bytes.position() == before && bytes.hasRemaining()) {
            switch (input.advance(bytes)) {
                case TAKEN -> {
                    if (!input.isWhole()) {
                        heed();
                    }
                }
                case NOTHING_YET -> {
                    return 0;
                }
                case ENDED -> {
                    if (input.isWhole() || cut) {
                        return -1;
                    }
                    throw new EOFException("the client left without a word");
                }
            }
        }
        return bytes.position() - before;
    }

    @Override
    public void whenReadable(Runnable action) {
        if (input.mayHaveMore()) {
            socket.soon(action);
        } else {
            socket.whenReadable(action);
        }
    }

    /// Does what the engine asks for after it has read something.
    private void heed() throws IOException {
        switch (engine.getHandshakeStatus()) {
            case NOT_HANDSHAKING, FINISHED -> {}
            case NEED_WRAP -> answer();
            // It is not needed, has been a way in, and is gone from TLS 1.3 (RFC 8446, 1.2).
            case NEED_TASK, NEED_UNWRAP, NEED_UNWRAP_AGAIN ->
                    throw new SSLException("the client wants to negotiate again");
        }
    }

    /// Has the engine's answer written. If the one before is still not written, waits for it, which
    /// the client or the end of the connection ends: a client that asks and never reads must not
    /// fill the memory.
    private void answer() {
        try {
            if (answering != null) {
                answering.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answering = Thread.ofVirtual().name("answer").start(this::flush);
    }

    private void flush() {
        try {
            output.flush();
        } catch (IOException e) {
            // Whoever reads or writes next will notice as well.
        }
    }

    @Override
    public boolean write(ByteBuffer bytes) throws IOException {
        if (!open) {
            throw new IOException("the handshake is not over");
        }
        return output.write(bytes);
    }

    @Override
    public void whenWritable(Runnable action) {
        socket.whenWritable(action);
    }

    @Override
    public void stopReading() {
        cut = true;
        socket.cut();
    }

    @Override
    public void stopWriting() throws IOException {
        output.close();
        socket.shutdownOutput();
    }

    @Override
    public void awaitEnd() throws IOException {
        socket.drain();
    }

    @Override
    public ReadableByteChannel ground() {
        return socket;
    }

    @Override
    public boolean isSecure() {
        return true;
    }

    @Override
    public Optional<String> certificate() {
        return Optional.ofNullable(certificate);
    }
}
