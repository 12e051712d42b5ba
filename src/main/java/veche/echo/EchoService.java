package veche.echo;

import java.io.IOException;
import java.nio.ByteBuffer;
import veche.net.BlockingService;
import veche.net.Connection;

/// Sends back what a client sends, byte for byte, until the client has closed its side and has got
/// everything.
///
/// A client that sends and does not read waits for itself: nothing is read from it while what it
/// has sent cannot be written back.
public final class EchoService implements BlockingService {

    /// For a client that sends little or nothing.
    private static final int SMALL = 512;

    /// For one that sends much.
    private static final int LARGE = 64 * 1024;

    @Override
    public void serve(Connection connection) throws IOException {
        var buffer = ByteBuffer.allocate(SMALL);
        while (connection.read(buffer) >= 0) {
            connection.write(buffer.flip());
            buffer = emptied(buffer);
        }
    }

    /// A buffer for the next read: a larger one if this one was full, a small one if much of it was
    /// not needed, else the same.
    private static ByteBuffer emptied(ByteBuffer buffer) {
        var size = buffer.capacity();
        if (buffer.limit() == size && size < LARGE) {
            return ByteBuffer.allocate(Math.min(4 * size, LARGE));
        }
        if (buffer.limit() < size / 4) {
            return ByteBuffer.allocate(SMALL);
        }
        return buffer.clear();
    }
}
