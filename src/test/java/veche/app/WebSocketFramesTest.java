package veche.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of those whose frames are not as RFC 6455 has them: they are told by a status why
/// they have to go, and nobody else notices.
class WebSocketFramesTest {

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final ChatServer server = ChatServer.start("[http]\nlisten = [\"127.0.0.1:0\"]\n");
    private final Socket socket = new Socket();

    @BeforeEach
    void shakeHands() throws IOException {
        socket.connect(server.httpAddresses().getFirst());
        socket.setSoTimeout(20_000);
        write(
                """
                GET /ws HTTP/1.1
                Host: 127.0.0.1
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

                """
                        .replace("\n", "\r\n")
                        .getBytes(UTF_8));
        var answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) socket.getInputStream().read());
        }
        // The answer to that key is the example of RFC 6455, section 1.3.
        assertThat(answer).contains("101 ").contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    @AfterEach
    void stop() throws IOException {
        socket.close();
        server.close();
    }

    private void write(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /// A frame as a client sends it, with a mask that changes nothing.
    private void frame(int first, byte... payload) throws IOException {
        var frame = new ByteArrayOutputStream();
        var data = new DataOutputStream(frame);
        data.write(first);
        header(data, payload.length);
        data.write(payload);
        write(frame.toByteArray());
    }

    private static void header(DataOutputStream data, long length) throws IOException {
        if (length < 126) {
            data.write(MASKED | (int) length);
        } else if (length < 65_536) {
            data.write(MASKED | 126);
            data.writeShort((int) length);
        } else {
            data.write(MASKED | 127);
            data.writeLong(length);
        }
        data.writeInt(0);
    }

    private void text(String line) throws IOException {
        frame(FINAL | TEXT, line.getBytes(UTF_8));
    }

    /// @param status of a frame that closes, or 0
    private record Frame(int opcode, String text, int status) {}

    private Frame read() throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        var opcode = in.readUnsignedByte() & 0xF;
        var length = in.readUnsignedByte();
        var bytes = new byte[length == 126 ? in.readUnsignedShort() : length];
        in.readFully(bytes);
        var status = opcode == CLOSE ? ByteBuffer.wrap(bytes).getShort() : 0;
        return new Frame(opcode, new String(bytes, UTF_8), status);
    }

    private void assertClosed(int status) throws IOException {
        var frame = read();
        while (frame.opcode() != CLOSE) {
            frame = read();
        }
        assertThat(frame.status()).isEqualTo(status);
        frame(FINAL | CLOSE, (byte) (status >> 8), (byte) status);
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }

    private void assertSays(String end) throws IOException {
        var frame = read();
        assertThat(frame.opcode()).isEqualTo(TEXT);
        assertThat(frame.text()).endsWith(end);
    }

    @Test
    void aMessageMayComeInPieces() throws IOException {
        var bytes = "PING :чай".getBytes(UTF_8);
        frame(TEXT, Arrays.copyOf(bytes, 7)); // in the middle of a letter
        frame(FINAL | PING, "are you there?".getBytes(UTF_8));
        for (var i = 7; i < bytes.length; i++) {
            frame(CONTINUATION, bytes[i]);
        }
        frame(FINAL | CONTINUATION);
        var pong = read();
        assertThat(pong.opcode()).isEqualTo(PONG);
        assertThat(pong.text()).isEqualTo("are you there?");
        assertSays("PONG veche.local чай");
    }

    @Test
    void emptyMessagesAndEndsOfLinesDoNoHarm() throws IOException {
        text("");
        text("PING one\r\n");
        text("\n\n");
        text("PING two");
        assertSays("PONG veche.local one");
        assertSays("PONG veche.local two");
    }

    @Test
    void aLineThatIsTooLongForIrcIsRefusedAndTheClientStays() throws IOException {
        text("PING " + "x".repeat(30_000));
        assertSays("417 * :Input line was too long");
        text("PING still-here");
        assertSays("PONG veche.local still-here");
    }

    @Test
    void whoSendsTooLongAFrameIsLetGo() throws IOException {
        var data = new DataOutputStream(socket.getOutputStream());
        data.write(FINAL | TEXT);
        header(data, 1L << 40);
        assertClosed(1009);
    }

    @Test
    void whoSendsAMessageWithoutEndIsLetGo() throws IOException {
        frame(TEXT, new byte[40_000]);
        frame(CONTINUATION, new byte[40_000]);
        assertClosed(1009);
    }

    @Test
    void textThatIsNotUtf8EndsTheConnection() throws IOException {
        frame(FINAL | TEXT, "PING :caf\u00e9".getBytes(ISO_8859_1));
        assertClosed(1007);
    }

    @Test
    void textThatEndsInTheMiddleOfALetterEndsTheConnection() throws IOException {
        frame(TEXT, (byte) 0xD1);
        frame(FINAL | CONTINUATION);
        assertClosed(1007);
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedAsInAnyIrc() throws IOException {
        frame(FINAL | BINARY, "PING :caf\u00e9".getBytes(ISO_8859_1));
        assertSays("FAIL * INVALID_UTF8 :Message rejected: it is not UTF-8");
        text("PING still-here");
        assertSays("PONG veche.local still-here");
    }

    @ParameterizedTest
    @ValueSource(ints = {FINAL | CONTINUATION, FINAL | 3, FINAL | 11, FINAL | 0x40 | TEXT, PING})
    void framesThatMeanNothingEndTheConnection(int first) throws IOException {
        frame(first, (byte) 'x');
        assertClosed(1002);
    }

    @Test
    void framesWithoutAMaskEndTheConnection() throws IOException {
        write((byte) (FINAL | TEXT), (byte) 1, (byte) 'x');
        assertClosed(1002);
    }

    @Test
    void whoBreaksOffInTheMiddleHarmsNobody() throws Exception {
        frame(TEXT, "PING :ha".getBytes(UTF_8));
        socket.setSoLinger(true, 0); // closing is a reset now
        socket.close();
        server.irc("bob +\nbob > PING x\nbob < PONG veche.local x\n");
    }

    @Test
    void aClientThatClosesIsAnsweredInKind() throws IOException {
        frame(FINAL | CLOSE, (byte) 3, (byte) 0xE8);
        assertClosedByBoth(1000);
    }

    private void assertClosedByBoth(int status) throws IOException {
        var frame = read();
        assertThat(frame.opcode()).isEqualTo(CLOSE);
        assertThat(frame.status()).isEqualTo(status);
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
}
