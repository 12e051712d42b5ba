package veche.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.IDN;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Makes a certificate that nobody vouches for, for a server that has none yet: an X.509
/// certificate ([RFC 5280](https://www.rfc-editor.org/rfc/rfc5280)) with a key on the curve P-256,
/// good for ten years.
final class SelfSigned {

    private static final Duration VALIDITY = Duration.ofDays(3652);

    /// A client's clock may be behind.
    private static final Duration EARLIER = Duration.ofDays(1);

    private static final byte[] COMMON_NAME = Der.identifier(2, 5, 4, 3);
    private static final byte[] ALTERNATIVE_NAMES = Der.identifier(2, 5, 29, 17);
    private static final byte[] ECDSA_WITH_SHA256 =
            Der.sequence(Der.identifier(1, 2, 840, 10045, 4, 3, 2));

    // What a name may be (RFC 5280, 4.2.1.6).
    private static final int DNS_NAME = 2;
    private static final int ADDRESS = 7;

    private SelfSigned() {}

    /// Also for `localhost` and its addresses.
    ///
    /// @param host the server's name, such as `chat.example.org`
    static Credential make(String host, Instant now) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var keys = generator.generateKeyPair();
            return new Credential(List.of(certificate(host, now, keys)), keys.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java can do this", e);
        }
    }

    private static X509Certificate certificate(String host, Instant now, KeyPair keys)
            throws GeneralSecurityException {
        var content = content(host, now, keys);
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(content);
        var bytes = Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(bytes));
    }

    /// What is signed (RFC 5280, 4.1.2).
    private static byte[] content(String host, Instant now, KeyPair keys) {
        var version3 = Der.explicit(0, Der.integer(BigInteger.TWO));
        var serial = Der.integer(new BigInteger(127, new SecureRandom()).setBit(126));
        var name = Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.text(host))));
        var validity =
                Der.sequence(
                        Der.time(now.minus(EARLIER)), Der.time(now.minus(EARLIER).plus(VALIDITY)));
        var extensions =
                Der.sequence(Der.sequence(ALTERNATIVE_NAMES, Der.octets(alternativeNames(host))));
        return Der.sequence(
                version3,
                serial,
                ECDSA_WITH_SHA256,
                name,
                validity,
                name,
                keys.getPublic().getEncoded(),
                Der.explicit(3, extensions));
    }

    private static byte[] alternativeNames(String host) {
        return Der.sequence(
                Der.implicit(DNS_NAME, ascii(host)),
                Der.implicit(DNS_NAME, ascii("localhost")),
                Der.implicit(ADDRESS, new byte[] {127, 0, 0, 1}),
                Der.implicit(ADDRESS, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}));
    }

    private static byte[] ascii(String host) {
        return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).getBytes(US_ASCII);
    }
}
