package veche.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
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
    private final SocketChannel channel;
    private final Records records;
    private ByteBuffer rest = NOTHING; // of the last record, if the kernel did not take it all

    TlsOutput(SSLEngine engine, SocketChannel channel, Records records) {
        this.engine = engine;
        this.channel = channel;
        this.records = records;
    }

    /// Writes record by record, until the kernel takes no more. The rest of the last record is
    /// kept.
    ///
    /// @return whether the kernel took it all
    synchronized boolean write(ByteBuffer bytes) throws IOException {
        complete();
        while (bytes.hasRemaining() && !rest.hasRemaining()) {
            writeRecord(bytes);
        }
        return !bytes.hasRemaining() && !rest.hasRemaining();
    }

    /// Waits until the kernel has every record to its end.
    synchronized void complete() throws IOException {
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        rest = NOTHING;
    }

    /// Writes what the engine itself has to say, if anything.
    synchronized void flush() throws IOException {
        complete();
        while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
            writeRecord(NOTHING);
            complete();
        }
    }

    /// Says that this is the end (`close_notify`), or what went wrong, if something did.
    synchronized void close() throws IOException {
        complete();
        engine.closeOutbound();
        while (!engine.isOutboundDone()) {
            writeRecord(NOTHING);
            complete();
        }
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
                channel.write(record);
            }
            rest = ByteBuffer.allocate(record.remaining()).put(record).flip();
        } finally {
            records.give(record);
        }
        if (small) {
            channel.write(rest);
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
