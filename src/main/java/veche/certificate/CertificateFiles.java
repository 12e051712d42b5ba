package veche.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import veche.certificate.BadCertificate.Trouble;

/// Where a certificate and its key are, both in PEM form. It may be one file.
///
/// @param chain the server's certificate first, then those that vouch for it
/// @param key the private key, in PKCS#8 form, not encrypted
public record CertificateFiles(Path chain, Path key) {

    /// Reads both, and sees whether they belong together.
    Credential load() throws BadCertificate {
        var credential = read();
        if (!credential.isWhole()) {
            throw new BadCertificate(Trouble.MISMATCH, key);
        }
        return credential;
    }

    /// Reads both, which are known to belong together: to see that, Java signs something and
    /// verifies it, and needs longer for the first time than for all the rest of a start.
    Credential read() throws BadCertificate {
        var certificates = certificates();
        return new Credential(certificates, privateKey(certificates.getFirst()));
    }

    private List<X509Certificate> certificates() throws BadCertificate {
        var certificates = new ArrayList<X509Certificate>();
        for (var block : blocks(chain)) {
            if (block.label().equals("CERTIFICATE")) {
                certificates.add(certificate(block));
            }
        }
        if (certificates.isEmpty()) {
            throw new BadCertificate(Trouble.NO_CERTIFICATE, chain);
        }
        return certificates;
    }

    private X509Certificate certificate(Pem block) throws BadCertificate {
        try {
            var bytes = new ByteArrayInputStream(block.bytes());
            var factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(bytes);
        } catch (GeneralSecurityException e) {
            throw new BadCertificate(Trouble.DAMAGED, chain, e);
        }
    }

    /// The certificate says of which kind its key is.
    private PrivateKey privateKey(X509Certificate certificate) throws BadCertificate {
        for (var block : blocks(key)) {
            switch (block.label()) {
                case "PRIVATE KEY" -> {
                    return privateKey(block, certificate.getPublicKey().getAlgorithm());
                }
                case "ENCRYPTED PRIVATE KEY" ->
                        throw new BadCertificate(Trouble.ENCRYPTED_KEY, key);
                case "RSA PRIVATE KEY", "EC PRIVATE KEY" ->
                        throw new BadCertificate(Trouble.OLD_KEY, key);
                default -> {
                    // A certificate, most likely, or the parameters of a curve.
                }
            }
        }
        throw new BadCertificate(Trouble.NO_KEY, key);
    }

    private PrivateKey privateKey(Pem block, String algorithm) throws BadCertificate {
        var bytes = new PKCS8EncodedKeySpec(block.bytes());
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(bytes);
        } catch (GeneralSecurityException e) {
            // Sound, but of another kind?
            for (var other : List.of("RSA", "EC", "EdDSA")) {
                try {
                    KeyFactory.getInstance(other).generatePrivate(bytes);
                    throw new BadCertificate(Trouble.MISMATCH, key, e);
                } catch (GeneralSecurityException notThatOne) {
                    // The next one.
                }
            }
            throw new BadCertificate(Trouble.DAMAGED, key, e);
        }
    }

    private static List<Pem> blocks(Path file) throws BadCertificate {
        try {
            return Pem.parse(Files.readString(file, ISO_8859_1));
        } catch (IOException e) {
            throw new BadCertificate(Trouble.UNREADABLE, file, e);
        } catch (IllegalArgumentException e) {
            throw new BadCertificate(Trouble.DAMAGED, file, e);
        }
    }
}
