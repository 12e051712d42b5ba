package veche.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/// What comes from a client over TLS. Belongs to the client's own thread, and never waits.
///
/// While the client is silent, all that is kept is what has come of a record that is not complete.
final class TlsInput {

    /// What came of an attempt to go on.
    enum Step {
        /// A record was decrypted, which may have been for the engine alone.
        TAKEN,
        /// No record has come to its end yet.
        NOTHING_YET,
        /// The stream is at its end.
        ENDED
    }

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final ClientSocket socket;
    private final Records records;

    private ByteBuffer encrypted = NOTHING; // what has come, and is not decrypted yet
    private ByteBuffer rest = NOTHING; // what is decrypted, and did not fit

    TlsInput(SSLEngine engine, ClientSocket socket, Records records) {
        this.engine = engine;
        this.socket = socket;
        this.records = records;
    }

    /// Decrypts one record, which may be for the engine alone and give nothing.
    ///
    /// @throws SSLException if what has come is no TLS, or not from who it was
    Step advance(ByteBuffer bytes) throws IOException {
        if (rest.hasRemaining()) {
            takeRest(bytes);
            return Step.TAKEN;
        }
        while (true) {
            switch (engine.unwrap(encrypted, bytes).getStatus()) {
                case OK -> {
                    giveBackIfEmpty();
                    return Step.TAKEN;
                }
                case BUFFER_UNDERFLOW -> {
                    var step = fill();
                    if (step != Step.TAKEN) {
                        return step;
                    }
                }
                case BUFFER_OVERFLOW -> {
                    if (!bytes.hasRemaining()) {
                        throw new SSLException("the client speaks during the handshake");
                    }
                    if (decryptAside()) {
                        takeRest(bytes);
                        return Step.TAKEN;
                    }
                    var step = fill();
                    if (step != Step.TAKEN) {
                        return step;
                    }
                }
                case CLOSED -> {
                    return Step.ENDED;
                }
            }
        }
    }

    /// Whether the stream has ended as it should: the client has said that it is at its end. Else
    /// somebody on the way may have cut it off.
    boolean isWhole() {
        return engine.isInboundDone();
    }

    /// Whether there may be something to take though nothing more comes: what is decrypted, or has
    /// come since the last attempt.
    boolean mayHaveMore() {
        return rest.hasRemaining() || encrypted.capacity() == Records.SIZE;
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
    ///
    /// @return taken if something was added
    private Step fill() throws IOException {
        if (encrypted.remaining() >= Records.SIZE) {
            throw new SSLException("a record is too long");
        }
        encrypted = encrypted.capacity() == Records.SIZE ? encrypted.compact() : enlarged();
        int count;
        try {
            count = socket.readNow(encrypted);
        } finally {
            encrypted.flip();
        }
        if (count > 0) {
            return Step.TAKEN;
        }
        keepOnlyWhatIsBegun();
        return count == 0 ? Step.NOTHING_YET : Step.ENDED;
    }

    private ByteBuffer enlarged() {
        return records.take().put(encrypted);
    }

    /// Whoever waits for a client that sends half a record holds no large buffer.
    private void keepOnlyWhatIsBegun() {
        var begun =
                encrypted.hasRemaining()
                        ? ByteBuffer.allocate(encrypted.remaining()).put(encrypted).flip()
                        : NOTHING;
        records.give(encrypted);
        encrypted = begun;
    }

    private void giveBackIfEmpty() {
        if (!encrypted.hasRemaining() && encrypted.capacity() == Records.SIZE) {
            records.give(encrypted);
            encrypted = NOTHING;
        }
    }
}
