package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.protocols.IProtocol;
import org.java_websocket.protocols.Protocol;
import org.jspecify.annotations.Nullable;
import veche.net.TlsClient;

/// IRC over WebSocket, as IRC clients in the browser speak it, in the shape of a socket: lines go
/// in and out, each of which is a message. The WebSocket is somebody else's work.
final class WebSocketSocket extends Socket {

    /// Empty when there will be no more.
    private final BlockingQueue<Optional<String>> messages = new LinkedBlockingQueue<>();

    private final Browser browser;
    private final boolean isText;
    private int timeout;

    private final class Browser extends WebSocketClient {

        Browser(URI url, List<String> subprotocols, Map<String, String> headers) {
            super(
                    url,
                    new Draft_6455(
                            List.of(),
                            subprotocols.stream().<IProtocol>map(Protocol::new).toList()),
                    headers,
                    PATIENCE_MILLIS);
        }

        @Override
        protected void onSetSSLParameters(SSLParameters parameters) {
            // It would check the name in the certificate.
        }

        @Override
        public void onOpen(ServerHandshake handshake) {}

        @Override
        public void onMessage(String message) {
            messages.add(Optional.of(isText ? message : "text! " + message));
        }

        @Override
        public void onMessage(ByteBuffer bytes) {
            var message = UTF_8.decode(bytes).toString();
            messages.add(Optional.of(isText ? "binary! " + message : message));
        }

        @Override
        public void onClose(int status, String reason, boolean byServer) {
            messages.add(Optional.empty());
        }

        @Override
        public void onError(Exception cause) {
            messages.add(Optional.empty());
        }
    }

    private static final int PATIENCE_MILLIS = 20_000;

    private WebSocketSocket(URI url, List<String> subprotocols, Map<String, String> headers) {
        isText = !subprotocols.getFirst().startsWith("binary");
        browser = new Browser(url, subprotocols, headers);
    }

    /// Connects.
    ///
    /// @param subprotocols in the order of preference
    static WebSocketSocket connect(URI url, List<String> subprotocols, Map<String, String> headers)
            throws IOException, InterruptedException {
        return new WebSocketSocket(url, subprotocols, headers).connect();
    }

    /// Connects by TLS, whoever the server is.
    static WebSocketSocket connectBlindly(URI url, List<String> subprotocols)
            throws IOException, InterruptedException {
        var socket = new WebSocketSocket(url, subprotocols, Map.of());
        socket.browser.setSocketFactory(TlsClient.sockets());
        return socket.connect();
    }

    private WebSocketSocket connect() throws IOException, InterruptedException {
        if (!browser.connectBlocking(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new IOException("no WebSocket");
        }
        return this;
    }

    /// What the server has chosen.
    String subprotocol() {
        return browser.getProtocol().getProvidedProtocol();
    }

    /// Sends bytes in a message of the other kind than is agreed.
    void sendOtherKind(String line) {
        if (isText) {
            browser.send(line.getBytes(UTF_8));
        } else {
            browser.send(line);
        }
    }

    @Override
    public void setSoTimeout(int millis) {
        timeout = millis;
    }

    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public InputStream getInputStream() {
        return new Lines();
    }

    @Override
    public OutputStream getOutputStream() {
        return new Messages();
    }

    @Override
    public void close() {
        try {
            browser.closeBlocking();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Each message, with an end of line.
    private final class Lines extends InputStream {

        private @Nullable ByteBuffer line;

        @Override
        public int read() throws IOException {
            var single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0];
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (line == null || !line.hasRemaining()) {
                line = next();
            }
            if (!line.hasRemaining()) {
                return -1;
            }
            var count = Math.min(length, line.remaining());
            line.get(target, offset, count);
            return count;
        }

        private ByteBuffer next() throws IOException {
            try {
                var message = messages.poll(timeout, TimeUnit.MILLISECONDS);
                if (message == null) {
                    throw new SocketTimeoutException("no message");
                }
                return UTF_8.encode(message.map(line -> line + "\r\n").orElse(""));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    /// Each line, without its end.
    private final class Messages extends OutputStream {

        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public void write(int next) {
            if (next == '\n') {
                var message = line.toString(UTF_8);
                if (isText) {
                    browser.send(message);
                } else {
                    browser.send(message.getBytes(UTF_8));
                }
                line.reset();
            } else if (next != '\r') {
                line.write(next);
            }
        }
    }
}
