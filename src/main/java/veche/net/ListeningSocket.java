package veche.net;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;

/// How a socket that listens is opened, whatever is spoken there.
public final class ListeningSocket {

    /// How many may wait until they are accepted. The system may allow fewer.
    private static final int BACKLOG = 4096;

    private ListeningSocket() {}

    /// Listens from now on; somebody has to accept those who come.
    ///
    /// @param address with port 0 the system chooses one
    /// @throws BindException if the address is in use, is not one of this machine, or may not be
    ///   used; the message names it
    /// @throws IOException if the host has no address, or the system has no socket left
    public static ServerSocketChannel open(InetSocketAddress address) throws IOException {
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
}
