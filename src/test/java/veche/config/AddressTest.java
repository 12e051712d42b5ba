package veche.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:5050",
                "[::1]:5050",
                "[::]:0",
                "localhost:65535",
                "chat.example.org:1",
                "пример.рф:5050"
            })
    void anAddressReadsAsItIsWritten(String text) {
        assertThat(Address.parse(text)).hasValueSatisfying(it -> assertThat(it).hasToString(text));
    }

    @Test
    void anAddressIsItsHostAndItsPort() {
        var address = new Address("localhost", 5050);

        assertThat(address)
                .isEqualTo(new Address("localhost", 5050))
                .hasSameHashCodeAs(new Address("localhost", 5050))
                .isNotEqualTo(new Address("localhost", 5051))
                .isNotEqualTo(new Address("127.0.0.1", 5050))
                .isNotEqualTo("localhost:5050");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5050",
                ":5050",
                "localhost",
                "localhost:",
                "localhost:65536",
                "localhost:-1",
                "localhost:123456",
                "::1:5050",
                "[::1]",
                "[::g]:1",
                "[127.0.0.1]:1:1",
                "256.0.0.1:5050",
                "a b:1",
                "http://localhost:1",
                " localhost:1"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThat(Address.parse(text)).isEmpty();
    }

    @Test
    void theLoopbackAddressCanBeBoundTo() {
        assertThat(new Address("::1", 5050).resolve().getAddress().isLoopbackAddress()).isTrue();
    }

    @Test
    void anAddressThatCannotBeIsNotMade() {
        assertThatThrownBy(() -> new Address("localhost", 70_000))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
