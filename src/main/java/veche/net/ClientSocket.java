package veche.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// A client's socket, at which nobody waits who does not say so. A client that is silent has
/// neither a buffer nor a thread because of that, and one thread can write to all.
///
/// One thread reads at a time, and one writes.
final class ClientSocket implements ReadableByteChannel {

    /// Where what nobody wants is read into: by many at once, since nobody looks at it.
    private static final ByteBuffer FORGOTTEN = ByteBuffer.allocateDirect(Buffers.SIZE);

    private final SocketChannel channel;
    private final Poller poller;

    /// Of the [Poller]; null until somebody waits here.
    volatile @Nullable SelectionKey key;

    // Guarded by this. What is to be done when the socket is ready.
    private @Nullable Runnable onReadable;
    private @Nullable Runnable onWritable;
    private boolean closed;
    private boolean outputShut;

    /// Whether reading finds the end, though there may be more. Written under this.
    private volatile boolean cut;

    ClientSocket(SocketChannel channel, Poller poller) throws IOException {
        this.channel = channel;
        this.poller = poller;
        channel.configureBlocking(false);
    }

    /// Reads what there is. Never waits.
    ///
    /// @return how many bytes, which may be none; -1 at the end
    int readNow(ByteBuffer bytes) throws IOException {
        return cut ? -1 : channel.read(bytes);
    }

    /// Reads what there is, and waits until there is something. Closing ends that.
    @Override
    public int read(ByteBuffer bytes) throws IOException {
        var count = readNow(bytes);
        while (count == 0 && bytes.hasRemaining()) {
            Waiting.until(this::whenReadable);
            count = readNow(bytes);
        }
        return count;
    }

    /// Has something done, once, when there is something to read, or the end, or the socket is
    /// closed. May be sooner.
    ///
    /// @param action must not block; runs on any thread, perhaps at once
    void whenReadable(Runnable action) {
        when(SelectionKey.OP_READ, action);
    }

    /// Has something done without waiting for the socket, but after others have had their turn.
    ///
    /// @param action as of [#whenReadable]
    void soon(Runnable action) {
        try {
            poller.soon(action);
        } catch (IOException e) {
            action.run();
        }
    }

    /// Reads on, and forgets what it reads, until the end. The thread waits before each time, so
    /// that a client that sends without end keeps no processor.
    void drain() throws IOException {
        var unread = FORGOTTEN.duplicate();
        do {
            Waiting.until(this::whenReadable);
        } while (channel.read(unread.clear()) >= 0);
    }

    /// Writes as much as the kernel takes, which may be nothing. Never waits.
    ///
    /// @return whether it took all
    boolean write(ByteBuffer bytes) throws IOException {
        channel.write(bytes);
        return !bytes.hasRemaining();
    }

    /// Has something done, once, when the kernel takes more, or the socket is closed. May be
    /// sooner.
    ///
    /// @param action as of [#whenReadable]
    void whenWritable(Runnable action) {
        when(SelectionKey.OP_WRITE, action);
    }

    private void when(int op, Runnable action) {
        synchronized (this) {
            if (isAwaited(op, action)) {
                return;
            }
        }
        action.run();
    }

    private boolean isAwaited(int op, Runnable action) {
        if (closed || (cut && op == SelectionKey.OP_READ)) {
            return false;
        }
        try {
            poller.await(this, channel, op);
        } catch (IOException e) {
            return false; // it is closed, as whoever goes on will find
        }
        if (op == SelectionKey.OP_READ) {
            onReadable = action;
        } else {
            onWritable = both(onWritable, action);
        }
        return true;
    }

    private static Runnable both(@Nullable Runnable first, Runnable second) {
        return first == null
                ? second
                : () -> {
                    first.run();
                    second.run();
                };
    }

    /// Runs on the poller's thread.
    void ready(int ops) {
        if ((ops & SelectionKey.OP_READ) != 0) {
            run(readAction());
        }
        if ((ops & SelectionKey.OP_WRITE) != 0) {
            run(writeAction());
        }
    }

    private static void run(@Nullable Runnable action) {
        if (action != null) {
            action.run();
        }
    }

    private synchronized @Nullable Runnable readAction() {
        var action = onReadable;
        onReadable = null;
        return action;
    }

    private synchronized @Nullable Runnable writeAction() {
        var action = onWritable;
        onWritable = null;
        return action;
    }

    /// From now on reading finds the end, until [#shutdownOutput]. The kernel is not told: with its
    /// input shut down, nobody could take what the client still sends, and a socket closed over
    /// that is reset, with all that was on its way to the client.
    void cut() {
        synchronized (this) {
            cut = !outputShut;
        }
        run(readAction());
    }

    /// The other side reads the end behind what was written. What that still sends can be read.
    void shutdownOutput() throws IOException {
        synchronized (this) {
            outputShut = true;
            cut = false;
        }
        channel.shutdownOutput();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
        }
        try {
            channel.close();
        } finally {
            var waitedFor = key;
            if (waitedFor != null) {
                // The kernel gets the socket back when the poller has let go of it.
                waitedFor.selector().wakeup();
            }
            run(readAction());
            run(writeAction());
        }
    }
}
