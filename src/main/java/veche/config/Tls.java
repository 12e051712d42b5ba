package veche.config;

import java.nio.file.Path;
import java.util.List;

/// Who the server says it is to clients that come by TLS.
///
/// @param certificates the first one is for clients that ask for none of the others; none to have
///   the server make one for itself
public record Tls(List<Certificate> certificates) {

    /// Where a certificate and its key are, both in PEM form. It may be one file.
    ///
    /// @param chain the certificate, and behind it those that vouch for it
    /// @param key its private key
    public record Certificate(Path chain, Path key) {}

    public Tls {
        certificates = List.copyOf(certificates);
    }

    static Tls from(Section section) {
        return new Tls(section.list("certificates", Kind.CERTIFICATE));
    }
}
