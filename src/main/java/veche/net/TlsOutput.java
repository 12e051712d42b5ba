package veche.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/// What goes to a client over TLS. Any thread may write, one at a time: records must leave in the
/// order in which they are encrypted.
final class TlsOutput {

    /// A record that is no longer than this is written out of an array of its own, so that whoever
    /// waits for a client that does not read holds no large buffer. [Outbox] sends such a client
    /// small pieces.
    private static final int SMALL = 1024;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final ClientSocket socket;
    private final Records records;
    private ByteBuffer rest = NOTHING; // of the last record, if the kernel did not take it all

    TlsOutput(SSLEngine engine, ClientSocket socket, Records records) {
        this.engine = engine;
        this.socket = socket;
        this.records = records;
    }

    /// Writes record by record, until the kernel takes no more. The rest of the last record is
    /// kept. Never waits.
    ///
    /// @return whether the kernel took it all
    synchronized boolean write(ByteBuffer bytes) throws IOException {
        while (isComplete() && bytes.hasRemaining()) {
            writeRecord(bytes);
        }
        return !bytes.hasRemaining() && isComplete();
    }

    /// Whether the kernel has every record to its end, now that it was offered the rest.
    private synchronized boolean isComplete() throws IOException {
        if (rest.hasRemaining()) {
            socket.write(rest);
        }
        if (rest.hasRemaining()) {
            return false;
        }
        rest = NOTHING;
        return true;
    }

    /// Writes what the engine itself has to say, if anything. Waits until the kernel has it.
    void flush() throws IOException {
        while (!isFlushed()) {
            Waiting.until(socket::whenWritable);
        }
    }

    private synchronized boolean isFlushed() throws IOException {
        while (isComplete()) {
            if (engine.getHandshakeStatus() != HandshakeStatus.NEED_WRAP) {
                return true;
            }
            writeRecord(NOTHING);
        }
        return false;
    }

    /// Says that this is the end (`close_notify`), or what went wrong, if something did. Waits
    /// until the kernel has that.
    void close() throws IOException {
        while (!isClosed()) {
            Waiting.until(socket::whenWritable);
        }
    }

    private synchronized boolean isClosed() throws IOException {
        while (isComplete()) {
            engine.closeOutbound();
            if (engine.isOutboundDone()) {
                return true;
            }
            writeRecord(NOTHING);
        }
        return false;
    }

    /// Writes one record, or as much of it as the kernel takes. It may be one of the engine's own,
    /// which goes before the bytes.
    private void writeRecord(ByteBuffer bytes) throws IOException {
        var record = records.take();
        boolean small;
        try {
            encrypt(bytes, record);
            small = record.remaining() <= SMALL;
            if (!small) {
                socket.write(record);
            }
            rest = ByteBuffer.allocate(record.remaining()).put(record).flip();
        } finally {
            records.give(record);
        }
        if (small) {
            socket.write(rest);
        }
    }

    private void encrypt(ByteBuffer bytes, ByteBuffer record) throws IOException {
        var result = engine.wrap(bytes, record);
        if (result.bytesProduced() == 0) {
            // It has ended, or is in the middle of what we refuse; see TlsTransport.
            throw new ClosedChannelException();
        }
        record.flip();
    }
}
