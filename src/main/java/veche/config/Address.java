package veche.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where to listen: `127.0.0.1:5050`, `[::1]:5050`, `localhost:0`.
///
/// @param host a host's name or address, an IPv6 address without its brackets; not looked up yet
/// @param port 0 to 65535; [#ANY_FREE] is any free one
public record Address(String host, int port) {

    /// The port that stands for any free one.
    public static final int ANY_FREE = 0;

    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(?:\\[(?<v6>[0-9A-Fa-f:.]+)]|(?<host>[^\\s:/\\[\\]]+)):(?<port>\\d{1,5})");

    private static final Pattern DOTTED_NUMBERS = Pattern.compile("[0-9.]+");

    public Address {
        if (!isHost(host) || port < 0 || port > 65_535) {
            throw new IllegalArgumentException("not an address: " + host + ", port " + port);
        }
    }

    /// Reads `HOST:PORT` as an operator wrote it. No name is looked up.
    public static Optional<Address> parse(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        var host = written.group("v6") != null ? written.group("v6") : written.group("host");
        var port = Integer.parseInt(written.group("port"));
        return isHost(host) && port <= 65_535
                ? Optional.of(new Address(host, port))
                : Optional.empty();
    }

    private static boolean isHost(String host) {
        var literal = host.indexOf(':') >= 0 || DOTTED_NUMBERS.matcher(host).matches();
        return literal ? isLiteral(host) : !host.isBlank();
    }

    private static boolean isLiteral(String host) {
        try {
            return !InetAddress.ofLiteral(host).getHostAddress().isEmpty();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    /// The address to bind to. Looks the host's name up, which may take seconds; is unresolved if
    /// there is no such host.
    public InetSocketAddress resolve() {
        return new InetSocketAddress(host, port);
    }

    /// As records are equal. What Java makes for them it makes when it is first needed, which would
    /// delay each start by 30 milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Address(var itsHost, var itsPort)
                && host.equals(itsHost)
                && port == itsPort;
    }

    @Override
    public int hashCode() {
        return 31 * host.hashCode() + port;
    }

    /// As an operator writes it.
    @Override
    public String toString() {
        return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
    }
}
