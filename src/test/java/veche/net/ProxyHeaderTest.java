package veche.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyHeaderTest {

    private static final String SIGNATURE = "0d0a0d0a000d0a515549540a";
    private static final String V4 = "c0000201 c0000202 dc04 1a29";
    private static final String V6 =
            "20010db8000000000000000000000001 20010db8000000000000000000000002 dc04 1a29";
    private static final String MAPPED =
            "00000000000000000000ffffc0000201 00000000000000000000ffffc0000202 dc04 1a29";

    @ParameterizedTest
    @CsvSource({
        "PROXY TCP4 192.0.2.1 192.0.2.2 56324 6697,            192.0.2.1,   56324",
        "PROXY TCP4 255.255.255.255 255.255.255.255 65535 65535, 255.255.255.255, 65535",
        "PROXY TCP6 2001:db8::1 2001:db8::2 1 2,               2001:db8::1, 1",
        "PROXY TCP6 ::ffff:192.0.2.1 ::1 1 2,                  192.0.2.1,   1",
        "PROXY UNKNOWN,,",
        "PROXY UNKNOWN ffff::1 ffff::2 65535 65535,,",
        "PROXY UNKNOWN anything at all,,",
    })
    void aLineSaysWhereTheClientIs(String line, String host, Integer port) throws IOException {
        assertThat(read((line + "\r\n").getBytes(ISO_8859_1))).isEqualTo(header(host, port, false));
    }

    @ParameterizedTest
    @CsvSource({
        "2111, V4,                                   192.0.2.1,   56324, false",
        "2121, V6,                                   2001:db8::1, 56324, false",
        "2121, MAPPED,                               192.0.2.1,   56324, false",
        "2111, V4 03 0004 00000000 04 0001 00,       192.0.2.1,   56324, false",
        "2111, V4 20 0005 01 00000000,               192.0.2.1,   56324, true",
        "2111, V4 20 0005 00 00000000,               192.0.2.1,   56324, false",
        "2111, V4 20 0005 06 00000000,               192.0.2.1,   56324, false",
        "2111, V4 20 0000,                           192.0.2.1,   56324, false",
        "2121, V6 04 0000 20 000a 07 00000000 21 0002 3132, 2001:db8::1, 56324, true",
        "2011, V4,,,",
        "2000, '',,,",
        "2000, 010203,,,",
        "2100, '',,,",
        "2112, V4,,,",
        "2131, V6,,,",
    })
    void bytesSayWhereTheClientIs(
            String kind, String rest, String host, Integer port, Boolean secure)
            throws IOException {
        assertThat(read(bytes(kind, rest)))
                .isEqualTo(header(host, port, Boolean.TRUE.equals(secure)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PROXY TCP4 192.0.2.1 192.0.2.2 56324\r\n",
                "PROXY TCP4 192.0.2.1 192.0.2.2 56324 6697 7\r\n",
                "PROXY TCP4  192.0.2.1 192.0.2.2 56324 6697\r\n",
                "PROXY TCP4 192.0.2.1 192.0.2.2 56324 6697\n",
                "PROXY TCP4 192.0.2.1 192.0.2.2 65536 6697\r\n",
                "PROXY TCP4 192.0.2.1 192.0.2.2 56324 99999\r\n",
                "PROXY TCP4 192.0.2.1 192.0.2.2 -1 6697\r\n",
                "PROXY TCP4 192.0.2 192.0.2.2 1 6697\r\n",
                "PROXY TCP4 192.0.2.1 example.org 1 6697\r\n",
                "PROXY TCP4 2001:db8::1 2001:db8::2 1 2\r\n",
                "PROXY TCP6 192.0.2.1 192.0.2.2 1 2\r\n",
                "PROXY TCP6 fe80::1%eth0 ::1 1 2\r\n",
                "PROXY TCP5 192.0.2.1 192.0.2.2 1 2\r\n",
                "PROXY tcp4 192.0.2.1 192.0.2.2 1 2\r\n",
                "proxy TCP4 192.0.2.1 192.0.2.2 1 2\r\n",
                "PROXYTCP4 192.0.2.1 192.0.2.2 1 2\r\n",
                "PROXY \r\n\r\n\r\n\r\n\r\n",
                "NICK ann\r\nUSER ann 0 * :Ann\r\n",
                "GET / HTTP/1.1\r\n\r\n",
            })
    void aMalformedLineIsRefused(String line) {
        assertRefused(line.getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource({
        "2211, V4",
        "1111, V4",
        "0111, V4",
        "2113, V4",
        "2141, V4",
        "2111, c0000201",
        "2121, V4",
        "2111, V4 20",
        "2111, V4 20 0005 01",
    })
    void malformedBytesAreRefused(String kind, String rest) {
        assertRefused(bytes(kind, rest));
    }

    @Test
    void nothingIsReadWithoutEnd() {
        var line = "PROXY UNKNOWN " + "x".repeat(1_000);
        var input = new ByteArrayInputStream(line.getBytes(ISO_8859_1));
        assertThatThrownBy(() -> ProxyHeader.read(source(input)))
                .isInstanceOf(ProtocolException.class);
        assertThat(input.available()).isEqualTo(line.length() - 107);
        assertRefused(HexFormat.of().parseHex(SIGNATURE + "21111001" + "00".repeat(0x1001)));
    }

    @Test
    void whateverComesIsAHeaderOrIsRefused() throws IOException {
        var seed = 20261124L;
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++) {
            var bytes = garbage(random);
            var input = new ByteArrayInputStream(bytes);
            try {
                ProxyHeader.read(source(input));
            } catch (IOException refused) {
                // As it should be, most of the time.
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", turn " + i, e);
            }
            assertThat(bytes.length - input.available()).isLessThanOrEqualTo(16 + 4096);
        }
    }

    private static byte[] garbage(Random random) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var rest = new byte[random.nextInt(300)];
        random.nextBytes(rest);
        switch (random.nextInt(3)) {
            case 0 -> bytes.write("PROXY TCP4 ".getBytes(ISO_8859_1));
            case 1 -> {
                bytes.write(HexFormat.of().parseHex(SIGNATURE));
                bytes.write(0x20 + random.nextInt(3));
                bytes.write(0x11 * random.nextInt(4));
                bytes.write(0);
            }
            default -> {}
        }
        bytes.write(rest);
        return bytes.toByteArray();
    }

    private static ProxyHeader header(String host, Integer port, boolean secure) {
        return new ProxyHeader(
                Optional.ofNullable(host)
                        .map(it -> new InetSocketAddress(InetAddress.ofLiteral(it), port)),
                secure);
    }

    private static byte[] bytes(String kind, String rest) {
        var hex =
                rest.replace("MAPPED", MAPPED).replace("V4", V4).replace("V6", V6).replace(" ", "");
        var length = HexFormat.of().toHexDigits((short) (hex.length() / 2));
        return HexFormat.of().parseHex(SIGNATURE + kind + length + hex);
    }

    /// Reads a header from the front of a stream, and sees that all that follows is left.
    private static ProxyHeader read(byte[] bytes) throws IOException {
        var stream = new ByteArrayOutputStream();
        stream.write(bytes);
        stream.write("NICK ann\r\n".getBytes(ISO_8859_1));
        var input = new ByteArrayInputStream(stream.toByteArray());
        var header = ProxyHeader.read(source(input));
        assertThat(new String(input.readAllBytes(), ISO_8859_1)).isEqualTo("NICK ann\r\n");
        return header;
    }

    private static void assertRefused(byte[] bytes) {
        assertThatThrownBy(() -> ProxyHeader.read(source(new ByteArrayInputStream(bytes))))
                .isInstanceOf(ProtocolException.class);
    }

    /// Gives as little as a network may.
    private static ProxyHeader.Source source(InputStream input) {
        return (ByteBuffer bytes) -> {
            var next = input.read();
            if (next < 0) {
                return -1;
            }
            bytes.put((byte) next);
            return 1;
        };
    }
}
