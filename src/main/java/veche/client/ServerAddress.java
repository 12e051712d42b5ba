package veche.client;

import java.util.Optional;

/// Where a server is.
///
/// @param host a name or an address; never empty
/// @param port 1 to 65535
/// @param tls whether it is spoken to by TLS
record ServerAddress(String host, int port, boolean tls) {

    /// Where Veche listens if nothing else is set.
    static final ServerAddress USUAL = new ServerAddress("127.0.0.1", 6667, false);

    private static final int TLS_PORT = 6697;

    /// Reads `host`, `host:port`, `[::1]` or `[::1]:port`. Port 6697 is TLS, and TLS without a port
    /// is 6697.
    static Optional<ServerAddress> parse(String text, boolean tls) {
        var bracket = text.startsWith("[") ? text.indexOf(']') : -1;
        var colon = text.indexOf(':', Math.max(0, bracket));
        if (bracket < 0 && colon != text.lastIndexOf(':')) {
            colon = -1; // an address of IPv6 without brackets
        }
        var host = colon < 0 ? text : text.substring(0, colon);
        var bare =
                host.startsWith("[") && host.endsWith("]")
                        ? host.substring(1, host.length() - 1)
                        : host;
        if (bare.isEmpty()
                || bare.chars().anyMatch(c -> c <= ' ' || c == '/' || c == '[' || c == ']')) {
            return Optional.empty();
        }
        if (colon < 0) {
            return Optional.of(new ServerAddress(bare, tls ? TLS_PORT : USUAL.port, tls));
        }
        return port(text.substring(colon + 1)).map(port -> at(bare, port, tls));
    }

    /// A port of a host. Port 6697 is TLS.
    static ServerAddress at(String host, int port, boolean tls) {
        return new ServerAddress(host, port, tls || port == TLS_PORT);
    }

    static Optional<Integer> port(String text) {
        return text.matches("[0-9]{1,5}")
                ? Optional.of(Integer.parseInt(text)).filter(port -> port >= 1 && port <= 65535)
                : Optional.empty();
    }

    /// `host:port`, as it is written and kept.
    String text() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
