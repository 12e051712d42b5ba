package veche.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    private static Network network(String text) {
        return Network.parse(text).orElseThrow();
    }

    private static InetAddress address(String text) {
        return InetAddress.ofLiteral(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.0/24",
                "192.0.2.1",
                "0.0.0.0/0",
                "0.0.0.0",
                "255.255.255.255",
                "10.0.0.0/8",
                "128.0.0.0/1",
                "192.0.2.254/31",
                "::/0",
                "::",
                "::1",
                "1::",
                "2001:db8::/32",
                "2001:db8:0:1::/64",
                "2001:db8::1",
                "fe80::/10",
                "1:2:3:4:5:6:7:8"
            })
    void aNetworkReadsAsItIsWritten(String text) {
        assertThat(network(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7/24, 192.0.2.0/24",
        "192.0.2.7/32, 192.0.2.7",
        "192.0.2.255/29, 192.0.2.248/29",
        "2001:DB8::1/64, 2001:db8::/64",
        "2001:db8::1/128, 2001:db8::1",
        "2001:db8:ffff::/33, 2001:db8:8000::/33",
        "::ffff:192.0.2.7, 192.0.2.7",
        "::FFFF:c000:0207, 192.0.2.7",
        "::ffff:192.0.2.7/120, 192.0.2.0/24",
        "::ffff:0:0/96, 0.0.0.0/0"
    })
    void aNetworkIsShownByItsFirstAddressAndFamily(String written, String shown) {
        assertThat(network(written)).hasToString(shown).isEqualTo(network(shown));
        assertThat(network(written)).hasSameHashCodeAs(network(shown));
    }

    /// RFC 5952 section 4.
    @ParameterizedTest
    @CsvSource({
        "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "0:1:2:3:4:5:6:7, 0:1:2:3:4:5:6:7",
        "1:0:3:4:5:6:7:8, 1:0:3:4:5:6:7:8",
        "0:0:1:0:0:0:0:0, 0:0:1::",
        "10:0:0:10:100:1000:0:0, 10::10:100:1000:0:0",
        "0:0:0:0:0:0:0:0, ::",
        "::192.0.2.1, ::c000:201"
    })
    void anAddressIsShownInItsShortForm(String written, String shown) {
        assertThat(network(written)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/",
                "/24",
                "192.0.2.0/",
                "192.0.2.0/33",
                "192.0.2.0/-1",
                "192.0.2.0/+8",
                "192.0.2.0/08",
                "192.0.2.0/8/8",
                "192.0.2.0/ 8",
                "192.0.2.0/255.255.255.0",
                "192.0.2.0/99999999999",
                // Texts that other programs take for addresses.
                "10/8",
                "10.1",
                "167772161",
                "0x0a.0.0.1",
                "010.0.0.1",
                "256.0.0.1",
                "192.0.2.1.",
                "1.2.3.4.5",
                "192.0.2.*",
                "192.0.2.1:80",
                "::1/129",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "12345::",
                "::g",
                "[::1]",
                "[::1]/64",
                "fe80::1%eth0",
                "fe80::1%1/64",
                "::ffff:192.0.2.0/95",
                "::ffff:192.0.2.0/24",
                "localhost",
                "example.org",
                "dead",
                "١٩٢.0.2.1"
            })
    void whatIsNoNetworkIsRefused(String text) {
        assertThat(Network.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.0, true",
        "192.0.2.0/24, 192.0.2.255, true",
        "192.0.2.0/24, 192.0.3.0, false",
        "192.0.2.0/24, 192.0.1.255, false",
        "192.0.2.0/25, 192.0.2.128, false",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "127.0.0.0/8, 127.255.0.1, true",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, ::1, false",
        "::/0, 2001:db8::1, true",
        "::/0, 192.0.2.1, false",
        "::/0, ::ffff:192.0.2.1, false",
        "192.0.2.0/24, ::ffff:192.0.2.1, true",
        "::ffff:192.0.2.0/120, 192.0.2.1, true",
        "2001:db8::/32, 2001:db8:ffff:ffff::, true",
        "2001:db8::/32, 2001:db9::, false",
        "2001:db8::/33, 2001:db8:8000::, false",
        "fe80::/10, fe80::1%1, true"
    })
    void anAddressIsInANetworkIfItBeginsLikeIt(String network, String address, boolean isIn) {
        assertThat(network(network).contains(address(address))).isEqualTo(isIn);
    }

    @Test
    void anAddressIsCountedByItsNetwork() {
        assertThat(Network.of(address("192.0.2.7"), 32, 64)).hasToString("192.0.2.7");
        assertThat(Network.of(address("192.0.2.7"), 24, 64)).hasToString("192.0.2.0/24");
        assertThat(Network.of(address("::ffff:192.0.2.7"), 32, 64)).hasToString("192.0.2.7");
        assertThat(Network.of(address("2001:db8::1:2:3:4"), 32, 64)).hasToString("2001:db8::/64");
        assertThat(Network.of(address("2001:db8::1"))).hasToString("2001:db8::1");
        assertThat(Network.of(address("192.0.2.7"))).hasToString("192.0.2.7");
    }

    @Test
    void byWhichInterfaceAnAddressIsReachedMakesNoDifference() throws UnknownHostException {
        var bytes = address("fe80::1").getAddress();
        var scoped = Inet6Address.getByAddress(null, bytes, 3);
        assertThat(Network.of(scoped)).hasToString("fe80::1").isEqualTo(network("fe80::1"));
        assertThat(network("fe80::1").contains(scoped)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1, 33", "192.0.2.1, -1", "::1, 129", "::ffff:192.0.2.1, 64"})
    void aNetworkThatCannotBeIsNotMade(String first, int bits) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Network(address(first), bits));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyNetworkIsReadBackTheSameAndHasWhatItIsMadeOf(long seed) throws UnknownHostException {
        var random = new Random(seed);
        for (var i = 0; i < 2_000; i++) {
            var bytes = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bytes);
            for (var zeros = random.nextInt(bytes.length); zeros > 0; zeros--) {
                bytes[random.nextInt(bytes.length)] = 0;
            }
            var address = InetAddress.getByAddress(bytes);
            var bits = random.nextInt(bytes.length * 8 + 1);
            var network = new Network(address, bits);
            assertThat(network(network.toString())).isEqualTo(network);
            assertThat(network(network.first().getHostAddress() + "/" + bits)).isEqualTo(network);
            assertThat(network.contains(address)).isTrue();
            assertThat(network.contains(network.first())).isTrue();
            if (bits > 0) {
                var other = address.getAddress();
                var bit = random.nextInt(bits);
                other[bit / 8] ^= (byte) (0x80 >> bit % 8);
                assertThat(network.contains(InetAddress.getByAddress(other))).isFalse();
            }
        }
    }
}
