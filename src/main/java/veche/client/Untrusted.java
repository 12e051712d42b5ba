package veche.client;

import java.security.cert.CertificateException;
import java.util.Optional;

/// Nobody vouches for a server's certificate, and it is not the one that is known.
final class Untrusted extends CertificateException {

    private static final long serialVersionUID = 1L;

    private final String fingerprint;

    Untrusted(String fingerprint) {
        super("the certificate with the fingerprint " + fingerprint + " is not trusted");
        this.fingerprint = fingerprint;
    }

    /// SHA-256 of the certificate, in hexadecimal digits.
    String fingerprint() {
        return fingerprint;
    }

    /// Finds it among the causes of a failed handshake.
    static Optional<Untrusted> among(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Untrusted untrusted) {
                return Optional.of(untrusted);
            }
        }
        return Optional.empty();
    }
}
