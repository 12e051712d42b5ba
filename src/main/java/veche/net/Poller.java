package veche.net;

import java.io.IOError;
import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that waits for all clients at once: for those who are silent, and for those whose
/// socket is full. It does nothing for them but say so, and each time it has to be asked again.
///
/// A daemon thread that is there only while there are clients.
final class Poller {

    private static final Logger log = LoggerFactory.getLogger(Poller.class);

    /// How long it waits for another client when there is none, in milliseconds.
    private static final long IDLE = 10_000;

    /// What is to be done without waiting for a socket.
    private final BlockingQueue<Runnable> due = new LinkedBlockingQueue<>();

    private @Nullable Selector selector;

    /// Has [ClientSocket#ready] called when a socket is ready. Any thread; never waits.
    ///
    /// @param ops as [SelectionKey] has them
    /// @throws ClosedChannelException if the socket is closed
    void await(ClientSocket socket, SocketChannel channel, int ops) throws IOException {
        var key = socket.key;
        if (key == null) {
            socket.key = register(socket, channel, ops);
        } else {
            try {
                key.interestOpsOr(ops);
            } catch (CancelledKeyException closed) {
                throw new ClosedChannelException();
            }
            key.selector().wakeup();
        }
    }

    /// Has something done when those whose sockets are ready have had their turn. Any thread; never
    /// waits.
    ///
    /// @param action must not block
    synchronized void soon(Runnable action) throws IOException {
        var all = open();
        due.add(action);
        all.wakeup();
    }

    private synchronized SelectionKey register(ClientSocket socket, SocketChannel channel, int ops)
            throws IOException {
        var all = open();
        var key = channel.register(all, ops, socket);
        all.wakeup();
        return key;
    }

    private synchronized Selector open() throws IOException {
        if (selector == null) {
            var opened = Selector.open();
            Thread.ofPlatform().daemon().name("poller").start(() -> poll(opened));
            selector = opened;
            return opened;
        }
        return selector;
    }

    private void poll(Selector all) {
        try (all) {
            var since = System.nanoTime();
            while (!isOver(all, since)) {
                if (all.select(Poller::ready, IDLE) > 0 || !all.keys().isEmpty()) {
                    since = System.nanoTime();
                }
                doWhatIsDue();
            }
        } catch (IOException e) {
            // The kernel cannot wait for files any more: nothing can go on.
            throw new IOError(e);
        }
    }

    /// What comes meanwhile is done the next time.
    private void doWhatIsDue() {
        if (due.isEmpty()) {
            return;
        }
        var actions = new ArrayList<Runnable>();
        due.drainTo(actions);
        for (var action : actions) {
            try {
                action.run();
            } catch (RuntimeException e) {
                log.atError().setCause(e).log("a client cannot be served on");
            }
        }
    }

    private synchronized boolean isOver(Selector all, long since) {
        var idle = System.nanoTime() - since;
        if (idle < IDLE * 1_000_000 || !all.keys().isEmpty() || !due.isEmpty()) {
            return false;
        }
        selector = null;
        return true;
    }

    private static void ready(SelectionKey key) {
        try {
            var ops = key.readyOps();
            key.interestOpsAnd(~ops);
            ((ClientSocket) key.attachment()).ready(ops);
        } catch (CancelledKeyException closed) {
            // Whoever closed it tells those who wait.
        } catch (RuntimeException e) {
            // A bug. All others wait here as well.
            log.atError().setCause(e).log("a client cannot be served on");
        }
    }
}
