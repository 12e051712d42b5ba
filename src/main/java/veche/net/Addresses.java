package veche.net;

import java.net.Inet6Address;
import java.net.InetSocketAddress;

/// How addresses are written for people: `127.0.0.1:5050`, IPv6 in brackets.
public final class Addresses {

    private Addresses() {}

    /// Host and port. Never asks a name server; a name that has no address stays as it was written.
    public static String text(InetSocketAddress address) {
        var host = address.getAddress();
        if (host == null) {
            return address.getHostString() + ":" + address.getPort();
        }
        var text = host.getHostAddress();
        return (host instanceof Inet6Address ? "[" + text + "]" : text) + ":" + address.getPort();
    }
}
