package veche.client;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Whether a server is who it says: somebody whom the JDK trusts vouches for its certificate and
/// its name, or the certificate is the one that is known by its fingerprint.
final class Trust extends X509ExtendedTrustManager {

    private final Optional<String> pin;
    private final boolean only;
    private final X509ExtendedTrustManager usual;

    /// @param only whether nothing but the pin is trusted
    Trust(Optional<String> pin, boolean only) throws GeneralSecurityException {
        this.pin = pin;
        this.only = only;
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((@Nullable KeyStore) null);
        usual =
                Arrays.stream(factory.getTrustManagers())
                        .filter(X509ExtendedTrustManager.class::isInstance)
                        .map(X509ExtendedTrustManager.class::cast)
                        .findFirst()
                        .orElseThrow();
    }

    /// A check that may fail.
    private interface Check {
        void run() throws CertificateException;
    }

    private void check(X509Certificate[] chain, Check vouched) throws CertificateException {
        var fingerprint = fingerprint(chain[0]);
        if (pin.filter(fingerprint::equals).isPresent()) {
            return;
        }
        if (only) {
            throw new Untrusted(fingerprint);
        }
        try {
            vouched.run();
        } catch (CertificateException e) {
            var untrusted = new Untrusted(fingerprint);
            untrusted.addSuppressed(e);
            throw untrusted;
        }
    }

    private static String fingerprint(X509Certificate certificate) throws CertificateException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new CertificateException(e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        check(chain, () -> usual.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        check(chain, () -> usual.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        check(chain, () -> usual.checkServerTrusted(chain, type));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        usual.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        usual.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        usual.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return usual.getAcceptedIssuers();
    }
}
