package veche.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import veche.config.Network;

/// Whose request it is.
///
/// @param address where they are, as far as is known
/// @param secure whether nobody on the way can read along
record Caller(InetSocketAddress address, boolean secure) {

    private static final String FORWARDED_PROTOCOL = "X-Forwarded-Proto";

    /// What comes from a proxy that we trust is from whom it says. Each proxy on the way adds to
    /// the end of X-Forwarded-For whom it has it from; what stands before the first that we do not
    /// trust anybody may have written.
    static Caller of(Request request, List<Network> proxies) {
        var address = (InetSocketAddress) request.getConnectionMetaData().getRemoteSocketAddress();
        var secure = request.isSecure();
        if (!isIn(proxies, address.getAddress())) {
            return new Caller(address, secure);
        }
        var headers = request.getHeaders();
        var path = headers.getCSV(HttpHeader.X_FORWARDED_FOR, false);
        for (var told : path.reversed()) {
            var next = parse(told);
            if (next.isEmpty()) {
                break;
            }
            address = new InetSocketAddress(next.get(), 0);
            if (!isIn(proxies, next.get())) {
                break;
            }
        }
        var protocol = headers.get(FORWARDED_PROTOCOL);
        return new Caller(address, secure || "https".equalsIgnoreCase(protocol));
    }

    /// By what they reach us, as it stands before a path: `https://chat.example.org`.
    String site(Request request) {
        var host = request.getHttpURI().getAuthority();
        return (secure ? "https://" : "http://") + host;
    }

    static boolean isIn(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /// An address as digits, an IPv6 one also in brackets; never a name, which somebody would have
    /// to be asked for.
    private static Optional<InetAddress> parse(String text) {
        var bare =
                text.startsWith("[") && text.endsWith("]")
                        ? text.substring(1, text.length() - 1)
                        : text;
        try {
            return Optional.of(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
