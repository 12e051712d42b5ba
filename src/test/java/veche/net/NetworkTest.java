package veche.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,          10.1.2.3,         true",
        "10.0.0.0/8,          11.0.0.0,         false",
        "10.1.2.3/8,          10.255.255.255,   true",
        "192.0.2.128/25,      192.0.2.128,      true",
        "192.0.2.128/25,      192.0.2.127,      false",
        "192.0.2.1,           192.0.2.1,        true",
        "192.0.2.1,           192.0.2.2,        false",
        "0.0.0.0/0,           255.255.255.255,  true",
        "0.0.0.0/0,           ::1,              false",
        "::/0,                2001:db8::1,      true",
        "::/0,                10.0.0.1,         false",
        "2001:db8::/33,       2001:db8:7fff::1, true",
        "2001:db8::/33,       2001:db8:8000::1, false",
        "::1,                 ::1,              true",
        "::ffff:10.0.0.0/104, 10.1.2.3,         true",
        "::ffff:10.0.0.0/104, 11.1.2.3,         false",
        "::ffff:10.1.2.3,     10.1.2.3,         true",
        "10.0.0.0/8,          ::ffff:10.1.2.3,  true",
    })
    void anAddressBelongsToItIfItBeginsTheSame(String network, String address, boolean belongs) {
        assertThat(Network.parse(network).orElseThrow().contains(InetAddress.ofLiteral(address)))
                .isEqualTo(belongs);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/8",
                "10/8",
                "10.0.0/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "10.0.0.0/+8",
                "10.0.0.256",
                "010.0.0.0",
                "::1/129",
                "[::1]",
                "::1%lo",
                "localhost",
                "::ffff:10.0.0.0/95",
                "1:2:3",
                "10.0.0.0 /8"
            })
    void whatIsNoNetworkIsRefused(String text) {
        assertThat(Network.parse(text)).isEmpty();
    }

    @Test
    void whatIsReadIsWrittenWithoutWhatDoesNotCount() {
        assertThat(Network.parse("10.1.2.3/8")).map(Network::toString).contains("10.0.0.0/8");
        assertThat(Network.parse("10.1.2.3/8")).isEqualTo(Network.parse("10.0.0.0/8"));
        assertThatThrownBy(() -> new Network(InetAddress.ofLiteral("10.0.0.0"), 33))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
