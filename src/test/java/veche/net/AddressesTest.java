package veche.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class AddressesTest {

    @Test
    void anAddressIsWrittenAsPeopleWriteIt() throws UnknownHostException {
        assertThat(text("127.0.0.1")).isEqualTo("127.0.0.1:5050");
        assertThat(text("::1")).isEqualTo("[0:0:0:0:0:0:0:1]:5050");
        assertThat(Addresses.text(InetSocketAddress.createUnresolved("nowhere.invalid", 5050)))
                .isEqualTo("nowhere.invalid:5050");
    }

    private static String text(String host) throws UnknownHostException {
        return Addresses.text(new InetSocketAddress(InetAddress.getByName(host), 5050));
    }
}
