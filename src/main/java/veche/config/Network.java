package veche.config;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Addresses that begin alike: `192.0.2.0/24`, `2001:db8::/32`, or a single one. An IPv4 address
/// that is written as an IPv6 one (`::ffff:192.0.2.1`) is an IPv4 address; `::/0` has none of them.
///
/// @param first the first address in it; made so, whichever of its addresses is given
/// @param bits how many bits of its addresses are alike: 0 to 32, or to 128 for IPv6
public record Network(InetAddress first, int bits) {

    /// A part of an IPv4 address has no zeros before it, since some read it as octal then.
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");

    /// No brackets and no `%`: where an interface of this machine leads is not part of a network.
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private static final Pattern BITS = Pattern.compile("0|[1-9]\\d{0,2}");

    /// Groups of an IPv6 address that are zero, at least two in a row.
    private static final Pattern ZEROS = Pattern.compile("\\b0(?::0)+\\b");

    /// How many bits of an IPv6 address stand before the IPv4 address in it.
    private static final int MAPPED = 96;

    /// @throws IllegalArgumentException if an address has not so many bits
    public Network {
        if (bits < 0 || bits > size(first)) {
            throw new IllegalArgumentException(first + " has no " + bits + " bits");
        }
        first = address(masked(first.getAddress(), bits));
    }

    /// Reads `ADDRESS/BITS` or `ADDRESS`, which need not be the first one of the network. No name
    /// is looked up.
    public static Optional<Network> parse(String text) {
        var slash = text.indexOf('/');
        var literal = slash < 0 ? text : text.substring(0, slash);
        var address = literal(literal);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        var first = address.get();
        var isMapped = first instanceof Inet4Address && literal.indexOf(':') >= 0;
        var bits =
                slash < 0
                        ? OptionalInt.of(size(first))
                        : bits(text.substring(slash + 1), isMapped ? MAPPED : 0);
        return bits.isPresent() && bits.getAsInt() >= 0 && bits.getAsInt() <= size(first)
                ? Optional.of(new Network(first, bits.getAsInt()))
                : Optional.empty();
    }

    private static Optional<InetAddress> literal(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static OptionalInt bits(String text, int before) {
        return BITS.matcher(text).matches()
                ? OptionalInt.of(Integer.parseInt(text) - before)
                : OptionalInt.empty();
    }

    /// A single address.
    public static Network of(InetAddress address) {
        return new Network(address, size(address));
    }

    /// The network by which an address is counted. Whoever has one IPv6 address usually has the
    /// 2^64 beside it, too (RFC 6177).
    ///
    /// @param ipv4Bits of an IPv4 address; 0 to 32
    /// @param ipv6Bits of an IPv6 address; 0 to 128
    public static Network of(InetAddress address, int ipv4Bits, int ipv6Bits) {
        return new Network(address, address instanceof Inet4Address ? ipv4Bits : ipv6Bits);
    }

    /// Whether an address is in it. One of the other family never is.
    public boolean contains(InetAddress address) {
        return size(address) == size(first)
                && Arrays.equals(masked(address.getAddress(), bits), first.getAddress());
    }

    private static int size(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    /// The bytes with all bits but the first ones cleared.
    private static byte[] masked(byte[] bytes, int bits) {
        for (var i = 0; i < bytes.length; i++) {
            var kept = Math.clamp(bits - (long) i * Byte.SIZE, 0, Byte.SIZE);
            bytes[i] &= (byte) (0xFF << (Byte.SIZE - kept));
        }
        return bytes;
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /// As an operator writes it, an IPv6 address in its short form (RFC 5952 section 4); a single
    /// address without its bits.
    @Override
    public String toString() {
        var address = first instanceof Inet4Address ? first.getHostAddress() : shortened();
        return bits == size(first) ? address : address + "/" + bits;
    }

    /// With `::` for the longest run of zeros, the first of several; one zero alone is no run.
    private String shortened() {
        var groups = groups();
        return ZEROS.matcher(groups)
                .results()
                .max(Comparator.comparingInt(run -> run.group().length()))
                .map(run -> {
                    var before = groups.substring(0, run.start());
                    var after = groups.substring(run.end());
                    return (before.isEmpty() ? ":" : before) + (after.isEmpty() ? ":" : after);
                })
                .orElse(groups);
    }

    private String groups() {
        var hex = HexFormat.of().formatHex(first.getAddress());
        var groups = new StringBuilder();
        for (var i = 0; i < hex.length(); i += 4) {
            groups.append(i == 0 ? "" : ":")
                    .append(Integer.toHexString(Integer.parseInt(hex, i, i + 4, 16)));
        }
        return groups.toString();
    }
}
