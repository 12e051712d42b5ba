package veche.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import sun.nio.ch.Net;
import sun.nio.ch.SelChImpl;

/// A client's socket, at which one waits only by saying so. Whoever waits has no buffer meanwhile:
/// that is what makes ten thousand silent clients small, and lets one thread write to all.
///
/// The JDK has no public way to let a virtual thread wait until a socket is ready. This is the only
/// class that uses the one that its own sockets use (`docs/decisions/0010-one-writer.md`).
///
/// One thread reads; any number write, and keep out of each other's way themselves.
final class ClientSocket implements ReadableByteChannel {

    private final SocketChannel channel;
    private int waiting;
    private boolean closed;

    ClientSocket(SocketChannel channel) throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
    }

    /// Reads what there is. Never waits.
    ///
    /// @return how many bytes, which may be none; -1 at the end
    int readNow(ByteBuffer bytes) throws IOException {
        return channel.read(bytes);
    }

    /// Reads what there is, and waits until there is something. Closing ends that.
    @Override
    public int read(ByteBuffer bytes) throws IOException {
        var count = channel.read(bytes);
        while (count == 0 && bytes.hasRemaining()) {
            awaitReadable();
            count = channel.read(bytes);
        }
        return count;
    }

    /// Waits until there is something to read, or the end. May return sooner. Closing ends it.
    void awaitReadable() throws IOException {
        await(Net.POLLIN);
    }

    /// Writes as much as the kernel takes, which may be nothing. Never waits.
    ///
    /// @return whether it took all
    boolean write(ByteBuffer bytes) throws IOException {
        channel.write(bytes);
        return !bytes.hasRemaining();
    }

    /// Waits until the kernel takes more. May return sooner. Closing ends it.
    void awaitWritable() throws IOException {
        await(Net.POLLOUT);
    }

    /// From now on reading finds the end.
    void shutdownInput() throws IOException {
        channel.shutdownInput();
    }

    /// The other side reads the end behind what was written.
    void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    /// The kernel forgets those who wait at a socket when it is closed, and would never wake them.
    /// So they are woken by shutting it down, and the last of them closes it.
    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
            if (waiting > 0 && channel.isOpen()) {
                channel.shutdownInput();
                channel.shutdownOutput();
                return;
            }
        }
        channel.close();
    }

    private void await(int event) throws IOException {
        synchronized (this) {
            if (closed) {
                throw new ClosedChannelException();
            }
            waiting++;
        }
        try {
            ((SelChImpl) channel).park(event);
        } finally {
            doneWaiting();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException();
        }
    }

    private void doneWaiting() throws IOException {
        synchronized (this) {
            waiting--;
            if (!closed || waiting > 0) {
                return;
            }
        }
        channel.close();
    }
}
