package veche.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import veche.certificate.Fingerprint;

/// Java's own TLS client, which trusts anybody.
public final class TlsClient {

    private static final TrustManager ANYBODY =
            new X509TrustManager() {
                @Override
                public void checkClientTrusted(X509Certificate[] chain, String kind) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void checkServerTrusted(X509Certificate[] chain, String kind) {
                    // Whoever it is.
                }

                @Override
                public X509Certificate[] getAcceptedIssuers() {
                    return new X509Certificate[0];
                }
            };

    private final SSLContext context;

    /// Without a certificate of its own.
    TlsClient() throws GeneralSecurityException {
        this(new KeyManager[0]);
    }

    /// With the one that is in a store.
    TlsClient(KeyStore keys, char[] password) throws GeneralSecurityException {
        this(managers(keys, password));
    }

    private TlsClient(KeyManager[] keys) throws GeneralSecurityException {
        context = SSLContext.getInstance("TLS");
        context.init(keys, new TrustManager[] {ANYBODY}, null);
    }

    private static KeyManager[] managers(KeyStore keys, char[] password)
            throws GeneralSecurityException {
        var factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(keys, password);
        return factory.getKeyManagers();
    }

    /// Makes sockets for whoever wants no certificate of their own.
    public static SSLSocketFactory sockets() {
        try {
            return new TlsClient().context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /// Speaks TLS over a connection. The first read or write shakes hands.
    ///
    /// @param versions those that it speaks; all that Java has, if there are none
    SSLSocket over(Socket socket, String... versions) throws IOException {
        var host = socket.getInetAddress().getHostAddress();
        var secure =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(socket, host, socket.getPort(), true);
        if (versions.length > 0) {
            secure.setEnabledProtocols(versions);
        }
        return secure;
    }

    /// A client who connects, and has shaken hands.
    public static SSLSocket connect(InetSocketAddress address)
            throws GeneralSecurityException, IOException {
        var secure = new TlsClient().over(new Socket(address.getAddress(), address.getPort()));
        secure.startHandshake();
        return secure;
    }

    /// A client who connects with a certificate of its own, and has shaken hands.
    public static SSLSocket connect(InetSocketAddress address, KeyStore keys, char[] password)
            throws GeneralSecurityException, IOException {
        var socket = new Socket(address.getAddress(), address.getPort());
        var secure = new TlsClient(keys, password).over(socket);
        secure.startHandshake();
        return secure;
    }

    /// The fingerprint of the certificate that the server shows to a new client who asks for a
    /// host.
    public static String asks(Socket socket, String host)
            throws GeneralSecurityException, IOException {
        try (var secure = new TlsClient().over(socket)) {
            var parameters = secure.getSSLParameters();
            parameters.setServerNames(List.<SNIServerName>of(new SNIHostName(host)));
            secure.setSSLParameters(parameters);
            return shown(secure);
        }
    }

    /// The fingerprint of the certificate that the server shows.
    public static String shown(SSLSocket client) throws IOException {
        client.startHandshake();
        var certificate = (X509Certificate) client.getSession().getPeerCertificates()[0];
        return Fingerprint.of(certificate);
    }
}
