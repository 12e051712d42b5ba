package veche.net;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where clients of some protocol connect, whatever is spoken there. Safe for use by many threads.
///
/// It can be bound long before anybody accepts: who connects meanwhile waits, and is not refused.
public final class ListeningSocket implements AutoCloseable {

    /// How many may wait until they are accepted. The system may allow fewer.
    private static final int BACKLOG = 4096;

    private volatile InetSocketAddress address;
    private @Nullable ServerSocketChannel bound;

    /// Does not listen yet.
    ///
    /// @param address with port 0 the system chooses one when it is first bound
    public ListeningSocket(InetSocketAddress address) {
        this.address = address;
    }

    /// Where it listens, or did or will; the port is 0 only until one has been chosen.
    public InetSocketAddress address() {
        return address;
    }

    /// Listens from now on: who connects waits until somebody [takes][#take] it and accepts. Does
    /// nothing if they wait already.
    ///
    /// @throws BindException if the address is in use, is not one of this machine, or may not be
    ///   used; the message names it
    /// @throws IOException if the host has no address, or the system has no socket left
    public synchronized void bind() throws IOException {
        if (bound == null) {
            bound = open(address);
            address = (InetSocketAddress) bound.getLocalAddress();
        }
    }

    /// What listens, with those who wait there; whoever takes it closes it. After that it can be
    /// bound or taken again, on the same port.
    ///
    /// @throws IOException as [#bind]
    public synchronized ServerSocketChannel take() throws IOException {
        bind();
        var taken = Objects.requireNonNull(bound);
        bound = null;
        return taken;
    }

    private static ServerSocketChannel open(InetSocketAddress address) throws IOException {
        if (address.isUnresolved()) {
            throw new UnknownHostException(address.getHostString());
        }
        var socket = ServerSocketChannel.open();
        try {
            // Else the port stays taken for a minute by connections that are over.
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            return socket.bind(address, BACKLOG);
        } catch (IOException e) {
            socket.close();
            var refusal = new BindException(Addresses.text(address) + ": " + e.getMessage());
            refusal.initCause(e);
            throw refusal;
        }
    }

    /// Does not listen any more, if nobody has taken it.
    @Override
    public synchronized void close() throws IOException {
        if (bound != null) {
            bound.close();
            bound = null;
        }
    }
}
