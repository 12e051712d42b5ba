package veche.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;

/// Bytes that travel as they are.
record PlainTransport(ClientSocket socket) implements Transport {

    @Override
    public void open() {
        // There is nothing to agree on.
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        return socket.readNow(bytes);
    }

    @Override
    public void whenReadable(Runnable action) {
        socket.whenReadable(action);
    }

    @Override
    public boolean write(ByteBuffer bytes) throws IOException {
        return socket.write(bytes);
    }

    @Override
    public void whenWritable(Runnable action) {
        socket.whenWritable(action);
    }

    @Override
    public void stopReading() {
        socket.cut();
    }

    @Override
    public void stopWriting() throws IOException {
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
        return false;
    }

    @Override
    public Optional<String> certificate() {
        return Optional.empty();
    }
}
