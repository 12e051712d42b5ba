package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What becomes of HTTP when more want something than can be served at once.
class HttpClientsTest {

    /// More than there are places.
    private static final int MANY = 150;

    private static final String REQUEST = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static final String UPGRADE =
            """
            GET /ws HTTP/1.1\r
            Host: localhost\r
            Connection: Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Protocol: text.ircv3.net\r
            \r
            """;

    /// Without anything in it; the client's is masked (RFC 6455, section 5).
    private static final byte[] PING = {(byte) 0x89, (byte) 0x80, 0, 0, 0, 0};

    private static final byte[] PONG = {(byte) 0x8A, 0};

    private final ChatServer server = ChatServer.start("[http]\nlisten = [\"127.0.0.1:0\"]\n");
    private final InetSocketAddress address = server.httpAddresses().getFirst();
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
        server.close();
    }

    private Socket send(String text) throws IOException {
        return send("127.0.0.1", address, text);
    }

    private Socket send(String from, InetSocketAddress to, String text) throws IOException {
        var socket = new Socket();
        sockets.add(socket);
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(to);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(text.getBytes(UTF_8));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return String.valueOf(
                new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))
                        .readLine());
    }

    /// Browsers keep their connections for a while.
    @Test
    void whoeverStaysAfterTheAnswerKeepsNobodyOut() throws IOException {
        for (var i = 0; i < MANY; i++) {
            assertThat(answer(send(REQUEST))).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void whoeverComesInACrowdIsAnswered() throws IOException {
        for (var i = 0; i < MANY; i++) {
            send(REQUEST);
        }
        for (var socket : List.copyOf(sockets)) {
            assertThat(answer(socket)).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    /// Who has become a WebSocket is no client of HTTP any more, and makes room for nobody.
    @Test
    void whoeverComesByWebSocketInACrowdStays() throws IOException {
        for (var i = 0; i < 2 * MANY; i++) {
            send(UPGRADE);
        }
        for (var socket : List.copyOf(sockets)) {
            assertThat(header(socket)).startsWith("HTTP/1.1 101 ");
        }
        for (var socket : List.copyOf(sockets)) {
            socket.getOutputStream().write(PING);
            assertThat(socket.getInputStream().readNBytes(PONG.length)).isEqualTo(PONG);
        }
    }

    private static String header(Socket socket) throws IOException {
        var header = new StringBuilder();
        while (header.indexOf("\r\n\r\n") < 0) {
            var next = socket.getInputStream().readNBytes(1);
            assertThat(next).hasSize(1);
            header.append((char) next[0]);
        }
        return header.toString();
    }

    /// Long before what it waits for would be given up.
    @Test
    void whoeverIsDeclinedIsToldThoughTheFileNeverComes() throws IOException {
        var announced =
                """
                POST /files HTTP/1.1\r
                Host: localhost\r
                Content-Type: image/png\r
                Content-Length: 100\r
                \r
                """;
        assertThat(answer(send(announced))).startsWith("HTTP/1.1 401 ");
    }

    /// Whoever came first would have to go first, were they one of the crowd.
    @Test
    void aCrowdFromOneNetworkMakesRoomBeforeOthersDo() throws IOException {
        var nobodyIsExempt =
                "[http]\nlisten = [\"127.0.0.1:0\"]\n[limits.per_network]\nexempt = []\n";
        try (var crowded = ChatServer.start(nobodyIsExempt)) {
            var place = crowded.httpAddresses().getFirst();
            var begun = REQUEST.substring(0, REQUEST.length() - 2);
            var ann = send("127.0.0.2", place, begun);
            var crowd = send("127.0.0.1", place, begun);
            for (var i = 0; i < MANY; i++) {
                send("127.0.0.1", place, begun);
            }
            assertThat(crowd.getInputStream().read()).isEqualTo(-1);
            ann.getOutputStream().write("\r\n".getBytes(UTF_8));
            assertThat(answer(ann)).isEqualTo("HTTP/1.1 200 OK");
            assertThat(answer(send("127.0.0.3", place, REQUEST))).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void whoeverSaysNothingKeepsNobodyOutForLong() throws IOException {
        for (var i = 0; i < MANY; i++) {
            send(REQUEST.substring(0, REQUEST.length() - 2));
        }
        assertThat(answer(send(REQUEST))).isEqualTo("HTTP/1.1 200 OK");
        assertThat(server.ctl("status").exit()).isZero();
    }
}
