package veche.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/// Bytes that travel as they are.
record PlainTransport(SocketChannel channel) implements Transport {

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
        return channel.read(bytes);
    }

    @Override
    public boolean write(ByteBuffer bytes) throws IOException {
        channel.write(bytes);
        return !bytes.hasRemaining();
    }

    @Override
    public void complete() {
        // What is taken, the kernel has.
    }

    @Override
    public void stopReading() throws IOException {
        channel.shutdownInput();
    }

    @Override
    public void stopWriting() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public ReadableByteChannel ground() {
        return channel;
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
