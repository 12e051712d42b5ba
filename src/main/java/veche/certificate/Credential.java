package veche.certificate;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;

/// A certificate that the server can prove to be its own.
///
/// @param chain the certificate first, then those that vouch for it; at least one
record Credential(List<X509Certificate> chain, PrivateKey key) {

    /// The kind of a name of a host (RFC 5280, 4.2.1.6).
    private static final int DNS_NAME = 2;

    private static final byte[] PROBE = {'v', 'e', 'c', 'h', 'e'};

    Credential {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    /// Whether the key is the certificate's.
    boolean isWhole() {
        var algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                };
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(PROBE);
            var signed = signature.sign();
            signature.initVerify(certificate().getPublicKey());
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /// Whether the certificate is for this host: it has the name, or a pattern for it, `*.` and the
    /// rest (RFC 9525, 6.3).
    boolean isFor(String host) {
        var wanted = host.toLowerCase(Locale.ROOT);
        var dot = wanted.indexOf('.');
        var pattern = dot < 0 ? wanted : "*" + wanted.substring(dot);
        return names().stream().anyMatch(name -> name.equals(wanted) || name.equals(pattern));
    }

    private List<String> names() {
        try {
            var names = certificate().getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> name.getFirst().equals(DNS_NAME))
                            .map(name -> name.get(1).toString().toLowerCase(Locale.ROOT))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
