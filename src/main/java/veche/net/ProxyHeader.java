package veche.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// What a proxy says of the client for whom it speaks, before anything of the client's: version 1
/// (a line) or 2 (bytes) of the [PROXY
/// protocol](https://www.haproxy.org/download/3.2/doc/proxy-protocol.txt).
///
/// @param client where the client is; empty if the proxy speaks for itself, or does not know
/// @param secure whether the proxy says that the client has come by TLS
record ProxyHeader(Optional<InetSocketAddress> client, boolean secure) {

    /// Nobody but the proxy itself is there.
    private static final ProxyHeader OWN = new ProxyHeader(Optional.empty(), false);

    private static final byte[] LINE = "PROXY ".getBytes(ISO_8859_1);
    private static final byte[] SIGNATURE = "\r\n\r\n\0\r\nQUIT\n".getBytes(ISO_8859_1);

    /// How long a line may be, with its end (2.1).
    private static final int LONGEST_LINE = 107;

    /// How long what follows the first 16 bytes may be: many times what proxies send.
    private static final int LONGEST_REST = 4096;

    /// Where a header comes from.
    @FunctionalInterface
    interface Source {
        /// Waits for at least one byte; -1 at the end.
        int read(ByteBuffer bytes) throws IOException;
    }

    /// Reads a header, and not one byte more. Waits for it.
    ///
    /// @throws ProtocolException if it is malformed
    /// @throws IOException if the connection broke or ended
    static ProxyHeader read(Source source) throws IOException {
        // Each header has at least as many bytes as the signature.
        var start = read(source, SIGNATURE.length);
        if (Arrays.equals(start, SIGNATURE)) {
            return readBytes(source);
        }
        if (Arrays.equals(Arrays.copyOf(start, LINE.length), LINE)) {
            return parse(readLine(source, start));
        }
        throw new ProtocolException("no proxy header");
    }

    private static byte[] read(Source source, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (source.read(bytes) < 0) {
                throw new EOFException("the proxy left during its header");
            }
        }
        return bytes.array();
    }

    private static String readLine(Source source, byte[] start) throws IOException {
        var line = new StringBuilder(new String(start, ISO_8859_1));
        while (line.length() < LONGEST_LINE) {
            line.append((char) (read(source, 1)[0] & 0xff));
            if (line.charAt(line.length() - 1) == '\n') {
                return line.toString();
            }
        }
        throw new ProtocolException("the line of a proxy is too long");
    }

    /// `PROXY TCP4 192.0.2.1 192.0.2.2 56324 6697`: from where, to where (2.1).
    private static ProxyHeader parse(String line) throws ProtocolException {
        if (!line.endsWith("\r\n")) {
            throw new ProtocolException("the line of a proxy has no end");
        }
        var words = line.substring(0, line.length() - 2).split(" ", -1);
        if (words[1].equals("UNKNOWN")) {
            return OWN;
        }
        if (words.length != 6 || !words[1].matches("TCP[46]")) {
            throw malformed(line);
        }
        parse(words[1], words[3], words[5]);
        return new ProxyHeader(Optional.of(parse(words[1], words[2], words[4])), false);
    }

    private static InetSocketAddress parse(String family, String host, String port)
            throws ProtocolException {
        var address = Addresses.parse(host).orElseThrow(() -> malformed(host));
        if (family.equals("TCP4") != (host.indexOf(':') < 0) || !port.matches("[0-9]{1,5}")) {
            throw malformed(host + " " + port);
        }
        return new InetSocketAddress(address, port(Integer.parseInt(port)));
    }

    private static int port(int number) throws ProtocolException {
        if (number > 0xffff) {
            throw malformed(Integer.toString(number));
        }
        return number;
    }

    /// After the signature come version and command, family, and the length of the rest (2.2).
    private static ProxyHeader readBytes(Source source) throws IOException {
        var head = ByteBuffer.wrap(read(source, 4));
        var command = head.get();
        var family = head.get();
        var length = head.getShort() & 0xffff;
        if (length > LONGEST_REST) {
            throw new ProtocolException("the header of a proxy is too long");
        }
        var rest = ByteBuffer.wrap(read(source, length));
        return switch (command) {
            case 0x20 -> OWN;
            case 0x21 -> parse(family, rest);
            default -> throw malformed("command " + command);
        };
    }

    private static ProxyHeader parse(byte family, ByteBuffer rest) throws ProtocolException {
        return switch (family) {
            case 0x11 -> parse(rest, 4);
            case 0x21 -> parse(rest, 16);
            // Unspecified, datagrams, and sockets of one machine.
            case 0x00, 0x12, 0x22, 0x31, 0x32 -> OWN;
            default -> throw malformed("family " + family);
        };
    }

    /// Two addresses, two ports, and what else there is to say.
    private static ProxyHeader parse(ByteBuffer rest, int length) throws ProtocolException {
        if (rest.remaining() < 2 * length + 4) {
            throw malformed("too short");
        }
        var host = new byte[length];
        rest.get(host).position(2 * length);
        var port = rest.getShort() & 0xffff;
        rest.position(2 * length + 4);
        var client = new InetSocketAddress(Addresses.of(host), port);
        return new ProxyHeader(Optional.of(client), saysSecure(rest));
    }

    /// Of what else there may be, only `PP2_TYPE_SSL` counts, and of that only whether the client
    /// has come by TLS (2.2.6).
    private static boolean saysSecure(ByteBuffer rest) throws ProtocolException {
        var secure = false;
        while (rest.hasRemaining()) {
            if (rest.remaining() < 3) {
                throw malformed("too short");
            }
            var kind = rest.get();
            var length = rest.getShort() & 0xffff;
            if (rest.remaining() < length) {
                throw malformed("too short");
            }
            secure |= kind == 0x20 && length > 0 && (rest.get(rest.position()) & 1) == 1;
            rest.position(rest.position() + length);
        }
        return secure;
    }

    private static ProtocolException malformed(String what) {
        return new ProtocolException("malformed proxy header: " + what.strip());
    }
}
