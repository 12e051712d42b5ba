package veche.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/// The addresses that begin with the same bits, as `10.0.0.0/8` or `2001:db8::/32` ([RFC
/// 4632](https://www.rfc-editor.org/rfc/rfc4632), [RFC
/// 4291](https://www.rfc-editor.org/rfc/rfc4291), 2.3). An IPv4 address that is written as an IPv6
/// one (`::ffff:10.0.0.1`) is the same address.
///
/// @param address its first address; the bits behind the prefix are 0
/// @param prefix how many bits are the same
public record Network(InetAddress address, int prefix) {

    /// How many bits come before an IPv4 address that is written as an IPv6 one.
    private static final int MAPPED = 96;

    public Network {
        if (prefix < 0 || prefix > 8 * address.getAddress().length) {
            throw new IllegalArgumentException("no prefix: " + prefix);
        }
        address = Addresses.of(first(address.getAddress(), prefix));
    }

    /// Reads an address, or an address, a slash and the length of the prefix.
    public static Optional<Network> parse(String text) {
        var slash = text.indexOf('/');
        var host = slash < 0 ? text : text.substring(0, slash);
        return Addresses.parse(host)
                .flatMap(address -> {
                    var bits = 8 * address.getAddress().length;
                    if (slash < 0) {
                        return Optional.of(new Network(address, bits));
                    }
                    var mapped = address instanceof Inet4Address && host.indexOf(':') >= 0;
                    return length(text.substring(slash + 1))
                            .map(length -> mapped ? length - MAPPED : length)
                            .filter(length -> length >= 0 && length <= bits)
                            .map(length -> new Network(address, length));
                });
    }

    private static Optional<Integer> length(String text) {
        return text.matches("[0-9]{1,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /// Whether an address belongs to it.
    public boolean contains(InetAddress other) {
        var bytes = other.getAddress();
        return bytes.length == address.getAddress().length
                && Arrays.equals(first(bytes, prefix), address.getAddress());
    }

    private static byte[] first(byte[] bytes, int prefix) {
        for (var i = 0; i < bytes.length; i++) {
            var kept = Math.clamp(prefix - 8L * i, 0, 8);
            bytes[i] &= (byte) (0xff00 >>> kept);
        }
        return bytes;
    }

    /// As [#parse] reads it.
    @Override
    public String toString() {
        return address.getHostAddress() + "/" + prefix;
    }
}
