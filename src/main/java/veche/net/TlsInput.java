package veche.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/// What comes from a client over TLS. Belongs to the client's own thread.
///
/// While the client is silent, all that is kept is a buffer for a small record.
final class TlsInput {

    /// Enough for a line and what encryption adds to it, most of the time.
    private static final int SMALL = 512;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final SocketChannel channel;
    private final Records records;

    private final ByteBuffer small = ByteBuffer.allocate(SMALL).limit(0);
    private ByteBuffer encrypted = small; // what has come, and is not decrypted yet
    private ByteBuffer rest = NOTHING; // what is decrypted, and did not fit

    TlsInput(SSLEngine engine, SocketChannel channel, Records records) {
        this.engine = engine;
        this.channel = channel;
        this.records = records;
    }

    /// Decrypts one record, which may be for the engine alone and give nothing. Waits for it.
    ///
    /// @return false at the end of the stream
    /// @throws SSLException if what has come is no TLS, or not from who it was
    boolean advance(ByteBuffer bytes) throws IOException {
        if (rest.hasRemaining()) {
            takeRest(bytes);
            return true;
        }
        while (true) {
            switch (engine.unwrap(encrypted, bytes).getStatus()) {
                case OK -> {
                    giveBackIfEmpty();
                    return true;
                }
                case BUFFER_UNDERFLOW -> {
                    if (!fill()) {
                        return false;
                    }
                }
                case BUFFER_OVERFLOW -> {
                    if (!bytes.hasRemaining()) {
                        throw new SSLException("the client speaks during the handshake");
                    }
                    if (decryptAside()) {
                        takeRest(bytes);
                        return true;
                    }
                    if (!fill()) {
                        return false;
                    }
                }
                case CLOSED -> {
                    return false;
                }
            }
        }
    }

    /// Whether the stream has ended as it should: the client has said that it is at its end. Else
    /// somebody on the way may have cut it off.
    boolean isWhole() {
        return engine.isInboundDone();
    }

    /// Decrypts a record for which the caller has too little room.
    ///
    /// @return false if it has not come to its end yet
    private boolean decryptAside() throws SSLException {
        var buffer = records.take();
        if (engine.unwrap(encrypted, buffer).getStatus() == Status.BUFFER_UNDERFLOW) {
            records.give(buffer);
            return false;
        }
        giveBackIfEmpty();
        rest = buffer.flip();
        return true;
    }

    private void takeRest(ByteBuffer bytes) {
        var length = Math.min(rest.remaining(), bytes.remaining());
        bytes.put(bytes.position(), rest, rest.position(), length);
        bytes.position(bytes.position() + length);
        rest.position(rest.position() + length);
        if (!rest.hasRemaining()) {
            records.give(rest);
            rest = NOTHING;
        }
    }

    /// Adds to what has come.
    private boolean fill() throws IOException {
        if (encrypted.remaining() == encrypted.capacity()) {
            enlarge();
        } else {
            encrypted.compact();
        }
        try {
            return channel.read(encrypted) >= 0;
        } finally {
            encrypted.flip();
            giveBackIfEmpty();
        }
    }

    private void enlarge() throws SSLException {
        if (encrypted.capacity() > SMALL) {
            throw new SSLException("a record is too long");
        }
        encrypted = records.take().put(small);
    }

    private void giveBackIfEmpty() {
        if (!encrypted.hasRemaining() && encrypted.capacity() > SMALL) {
            records.give(encrypted);
            encrypted = small.limit(0);
        }
    }
}
