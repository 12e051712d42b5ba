package veche.certificate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a certificate is recognised by: the SHA-256 of its bytes.
public final class Fingerprint {

    private static final Pattern FORM =
            Pattern.compile("\\p{XDigit}{64}|\\p{XDigit}{2}(:\\p{XDigit}{2}){31}");

    private Fingerprint() {}

    /// Reads one that somebody wrote, in small letters or capitals, with colons between its bytes
    /// or without.
    public static Optional<String> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(text.replace(":", "").toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /// 64 hexadecimal digits, in small letters.
    public static String of(X509Certificate certificate) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("every Java can do this", e);
        }
    }
}
