package veche.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/// Reaches servers by TCP, and by TLS on top of it, on a virtual thread for each attempt, which
/// takes ten seconds at most for each of the two.
final class SocketDialer implements Dialer {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Mailbox mailbox;

    SocketDialer(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public void dial(ServerAddress address, Optional<String> pin, boolean only) {
        Thread.ofVirtual()
                .name("dialer")
                .start(() -> {
                    try {
                        new Link(connect(address, pin, only), mailbox).start();
                    } catch (IOException | GeneralSecurityException | RuntimeException e) {
                        // The last of them for names that no resolver takes.
                        mailbox.put(new Mail.Failed(e));
                    }
                });
    }

    private static Socket connect(ServerAddress address, Optional<String> pin, boolean only)
            throws IOException, GeneralSecurityException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(address.host(), address.port()), PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            return address.tls() ? secure(socket, address, new Trust(pin, only)) : socket;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static SSLSocket secure(Socket socket, ServerAddress address, Trust trust)
            throws IOException, GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {trust}, new SecureRandom());
        var secure =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(socket, address.host(), address.port(), true);
        var parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.setSoTimeout(PATIENCE_MILLIS);
        secure.startHandshake();
        secure.setSoTimeout(0);
        return secure;
    }
}
