package veche.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;

/// WebSocket (RFC 6455) with a line of IRC in each message, as
/// [IRCv3](https://ircv3.net/specs/extensions/websocket) wants it. Frames are masked with a key of
/// zeros, which leaves them as they are. All clients share the buffers.
final class WebSocketCodec implements Codec {

    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int LAST = 0x80;
    private static final int MASKED = 0x80;

    /// A length that says that two bytes follow which are the length; the next one, eight bytes.
    private static final int LENGTH_16 = 126;

    private static final int LENGTH_64 = 127;

    private final String host;
    private final ByteBuffer encoded;
    private final ByteBuffer frames;
    private byte[] beginning = {};
    private boolean open;

    /// @param host as it was written by who runs the benchmark
    WebSocketCodec(String host, TlsCodec.Buffers buffers) {
        this.host = host;
        this.encoded = buffers.encoded();
        this.frames = buffers.received();
    }

    @Override
    public ByteBuffer begin() {
        var request =
                """
                GET /ws HTTP/1.1
                Host: %s
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Key: dmVjaGUgYmVuY2htYXJrIQ==
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Protocol: text.ircv3.net

                """
                        .formatted(host)
                        .replace("\n", "\r\n");
        return ByteBuffer.wrap(request.getBytes(US_ASCII));
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public ByteBuffer encode(ByteBuffer lines) {
        encoded.clear();
        while (lines.hasRemaining()) {
            var length = 0;
            while (lines.get(lines.position() + length) != '\r') {
                length++;
            }
            head(TEXT, length);
            encoded.put(lines.slice(lines.position(), length));
            lines.position(lines.position() + length + 2);
        }
        return encoded.flip();
    }

    /// Begins a frame of less than 64 KiB.
    private void head(int kind, int length) {
        encoded.put((byte) (LAST | kind));
        if (length < LENGTH_16) {
            encoded.put((byte) (MASKED | length));
        } else {
            encoded.put((byte) (MASKED | LENGTH_16)).putShort((short) length);
        }
        encoded.putInt(0);
    }

    @Override
    public int decode(ByteBuffer received, byte[] lines, int at) throws IOException {
        frames.clear().put(beginning).put(received).flip();
        encoded.clear();
        if (!open) {
            readResponse();
        }
        var to = at;
        while (open && isComplete()) {
            to = frame(lines, to);
        }
        beginning = new byte[frames.remaining()];
        frames.get(beginning);
        return to;
    }

    private void readResponse() throws IOException {
        var text = ISO_8859_1.decode(frames.duplicate()).toString();
        var end = text.indexOf("\r\n\r\n");
        if (end >= 0) {
            if (!text.startsWith("HTTP/1.1 101 ")) {
                throw new IOException("no WebSocket: " + text.lines().findFirst().orElse(""));
            }
            open = true;
            frames.position(end + 4);
        }
    }

    private boolean isComplete() {
        var at = frames.position();
        var left = frames.remaining();
        if (left < 2) {
            return false;
        }
        return switch (frames.get(at + 1)) {
            case LENGTH_16 -> left >= 4 && left - 4 >= Short.toUnsignedInt(frames.getShort(at + 2));
            case LENGTH_64 -> left >= 10 && left - 10 >= frames.getLong(at + 2);
            default -> left - 2 >= frames.get(at + 1);
        };
    }

    /// Reads a frame.
    ///
    /// @param at where its line begins
    /// @return where it ends
    private int frame(byte[] lines, int at) throws IOException {
        var kind = frames.get() & 15;
        var length = (int) frames.get();
        if (length == LENGTH_16) {
            length = Short.toUnsignedInt(frames.getShort());
        } else if (length == LENGTH_64) {
            length = (int) frames.getLong();
        }
        switch (kind) {
            case TEXT, BINARY -> {
                frames.get(lines, at, length);
                lines[at + length] = '\r';
                lines[at + length + 1] = '\n';
                return at + length + 2;
            }
            case PING -> {
                head(PONG, length);
                encoded.put(frames.slice(frames.position(), length));
            }
            case CLOSE -> {
                var reason = UTF_8.decode(frames.slice(frames.position(), length)).toString();
                throw new IOException("WebSocket closed by the server: " + reason);
            }
            default -> {}
        }
        frames.position(frames.position() + length);
        return at;
    }

    @Override
    public ByteBuffer answer() {
        return encoded.flip();
    }
}
