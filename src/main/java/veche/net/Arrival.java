package veche.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/// Somebody who has just connected.
///
/// @param protocol what is spoken where they came in, for operators and the log
/// @param remote where they are, as far as is known
/// @param port ours, by which they came
/// @param transport how their bytes travel; not open yet
public record Arrival(String protocol, InetSocketAddress remote, int port, Transport transport) {

    /// By a listener of ours.
    static Arrival of(String protocol, SocketChannel channel, Transport transport)
            throws IOException {
        var remote = (InetSocketAddress) channel.getRemoteAddress();
        var local = (InetSocketAddress) channel.getLocalAddress();
        return new Arrival(protocol, remote, local.getPort(), transport);
    }
}
