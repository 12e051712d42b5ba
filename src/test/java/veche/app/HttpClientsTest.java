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
        var socket = new Socket();
        sockets.add(socket);
        socket.connect(address);
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

    @Test
    void whoeverSaysNothingKeepsNobodyOutForLong() throws IOException {
        for (var i = 0; i < MANY; i++) {
            send(REQUEST.substring(0, REQUEST.length() - 2));
        }
        assertThat(answer(send(REQUEST))).isEqualTo("HTTP/1.1 200 OK");
        assertThat(server.ctl("status").exit()).isZero();
    }
}
