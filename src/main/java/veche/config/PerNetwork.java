package veche.config;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/// How many clients may come from one network.
///
/// @param connections how many at once, 1 to 1000000; empty for any number
/// @param newConnections how many new ones at a stretch, 1 to 1000000; empty for any number
/// @param window in which it may open as many again; a second to a day
/// @param ipv4Bits how many bits of an IPv4 address make its network; 8 to 32
/// @param ipv6Bits how many bits of an IPv6 address make its network; 16 to 128
/// @param exempt networks that are not counted
public record PerNetwork(
        OptionalInt connections,
        OptionalInt newConnections,
        Duration window,
        int ipv4Bits,
        int ipv6Bits,
        List<Network> exempt) {

    /// No network is counted.
    public static final PerNetwork UNLIMITED =
            new PerNetwork(
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Duration.ofDays(1),
                    32,
                    64,
                    List.of());

    private static final int MOST = 1_000_000;

    public PerNetwork {
        exempt = List.copyOf(exempt);
        var check =
                new Check()
                        .within("window", window, Duration.ofSeconds(1), Duration.ofDays(1))
                        .within("ipv4_bits", ipv4Bits, 8, 32)
                        .within("ipv6_bits", ipv6Bits, 16, 128);
        connections.ifPresent(most -> check.within("connections", most, 1, MOST));
        newConnections.ifPresent(most -> check.within("new_connections", most, 1, MOST));
        check.pass();
    }

    static PerNetwork from(Section section) {
        var numberOrUnlimited = Kind.NUMBER.or("unlimited", OptionalInt.empty(), OptionalInt::of);
        return new PerNetwork(
                section.read("connections", numberOrUnlimited),
                section.read("new_connections", numberOrUnlimited),
                section.read("window", Kind.TIMESPAN),
                section.number("ipv4_bits"),
                section.number("ipv6_bits"),
                section.list("exempt", Kind.NETWORK));
    }

    /// The network by which an address is counted.
    public Network networkOf(InetAddress address) {
        return Network.of(address, ipv4Bits, ipv6Bits);
    }

    /// Whether an address is not counted.
    public boolean exempts(InetAddress address) {
        return exempt.stream().anyMatch(network -> network.contains(address));
    }
}
