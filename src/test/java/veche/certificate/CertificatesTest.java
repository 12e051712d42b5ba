package veche.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import veche.certificate.BadCertificate.Trouble;

class CertificatesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir private Path folder;

    @Test
    void aServerMakesItsOwnCertificateOnce() throws Exception {
        var first = Certificates.own(folder.resolve("tls"), "chat.example.org", CLOCK);
        var second = Certificates.own(folder.resolve("tls"), "another.example.org", CLOCK);
        assertThat(first.fingerprints()).hasSize(1).isEqualTo(second.fingerprints());
        assertThat(first.fingerprints().getFirst()).matches("[0-9a-f]{64}");
        assertThat(first.expires())
                .isBetween(NOW.plusSeconds(3650L * 86400), NOW.plusSeconds(3653L * 86400));
    }

    @Test
    void itsKeyIsForNobodyElse() throws Exception {
        Certificates.own(folder.resolve("tls"), "chat.example.org", CLOCK);
        assertThat(folder.resolve("tls")).isDirectoryContaining("glob:**/certificate.pem");
        assertThat(permissions("tls")).isEqualTo("rwx------");
        assertThat(permissions("tls/key.pem")).isEqualTo("rw-------");
        try (var files = Files.list(folder.resolve("tls"))) {
            assertThat(files).hasSize(2);
        }
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }

    @Test
    void itIsForTheServersNameAndForThisMachine() throws Exception {
        var certificate = SelfSigned.make("чат.example.org", NOW).certificate();
        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity(Date.from(NOW));
        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("EC");
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=чат.example.org");
        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(
                        List.of(2, "xn--80a0bn.example.org"),
                        List.of(2, "localhost"),
                        List.of(7, "127.0.0.1"),
                        List.of(7, "0:0:0:0:0:0:0:1"));
    }

    @Test
    void aCertificateMayBeGoodUntilAfter2049() {
        var certificate = SelfSigned.make("a.example", Instant.parse("2045-06-01T00:00:00Z"));
        assertThat(certificate.certificate().getNotAfter().toInstant())
                .isEqualTo("2055-05-31T00:00:00Z");
    }

    @Test
    void keysMayBeOfSeveralKindsAndBothMayBeInOneFile() throws Exception {
        var rsa = TestCertificates.rsa(folder, "rsa.example.org");
        var curve = TestCertificates.curve(folder, "curve.example.org");
        var both = folder.resolve("both.pem");
        Files.writeString(
                both,
                "Bag Attributes\r\n"
                        + Files.readString(curve.key()).replace("\n", "\r\n")
                        + "subject=curve\r\n"
                        + Files.readString(curve.chain()).replace("\n", "\r\n")
                        + Files.readString(rsa.chain()));
        var certificates = new Certificates(List.of(rsa, curve, new CertificateFiles(both, both)));
        assertThat(certificates.fingerprints()).hasSize(3);
        assertThat(certificates.fingerprints().get(1))
                .isEqualTo(certificates.fingerprints().get(2))
                .isNotEqualTo(certificates.fingerprints().getFirst());
        assertThat(new CertificateFiles(both, both).load().chain())
                .extracting(X509Certificate::getSubjectX500Principal)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsWrongWithAFileIsSaid() throws Exception {
        var good = TestCertificates.curve(folder, "good.example.org");
        var other = TestCertificates.curve(folder, "other.example.org");
        var rsa = TestCertificates.rsa(folder, "rsa.example.org");
        assertBad(Trouble.UNREADABLE, new CertificateFiles(folder.resolve("nothing"), good.key()));
        assertBad(
                Trouble.UNREADABLE, new CertificateFiles(good.chain(), folder.resolve("nothing")));
        assertBad(Trouble.UNREADABLE, new CertificateFiles(good.chain(), folder));
        assertBad(Trouble.NO_CERTIFICATE, new CertificateFiles(good.key(), good.key()));
        assertBad(Trouble.NO_KEY, new CertificateFiles(good.chain(), good.chain()));
        assertBad(Trouble.MISMATCH, new CertificateFiles(good.chain(), other.key()));
        assertBad(Trouble.MISMATCH, new CertificateFiles(good.chain(), rsa.key()));
        assertBad(Trouble.MISMATCH, new CertificateFiles(rsa.chain(), good.key()));
        assertBad(Trouble.ENCRYPTED_KEY, keyOf(good, block("ENCRYPTED PRIVATE KEY", "AAAA")));
        assertBad(Trouble.OLD_KEY, keyOf(good, block("EC PRIVATE KEY", "AAAA")));
        assertBad(
                Trouble.OLD_KEY,
                keyOf(good, block("RSA PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\n\nAAAA")));
        assertBad(Trouble.DAMAGED, keyOf(good, block("PRIVATE KEY", "AAAA")));
        assertBad(Trouble.DAMAGED, keyOf(good, block("PRIVATE KEY", "A")));
        assertBad(
                Trouble.DAMAGED,
                new CertificateFiles(write(block("CERTIFICATE", "AAAA")), good.key()));
        assertBad(Trouble.NO_KEY, keyOf(good, "\0\u00ff"));
    }

    @Test
    void whatCannotBeMadeIsSaid() throws Exception {
        var file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Certificates.own(file.resolve("tls"), "a.example", CLOCK))
                .isInstanceOfSatisfying(
                        BadCertificate.class,
                        e -> assertThat(e.trouble()).isEqualTo(Trouble.NOT_WRITABLE));
    }

    @Test
    void afterABadFileTheOldCertificatesAreUsedOn() throws Exception {
        var files = TestCertificates.curve(folder, "a.example.org");
        var certificates = new Certificates(List.of(files));
        var before = certificates.fingerprints();
        Files.writeString(files.chain(), "oops");
        assertThatThrownBy(certificates::reload)
                .isInstanceOf(BadCertificate.class)
                .hasMessage(files.chain() + " has no certificate in PEM form");
        assertThat(certificates.fingerprints()).isEqualTo(before);
        TestCertificates.renew(files, "a.example.org");
        certificates.reload();
        assertThat(certificates.fingerprints()).hasSize(1).isNotEqualTo(before);
    }

    @Test
    void aPatternIsForOneLabel() throws Exception {
        var credential = SelfSigned.make("*.Example.org", NOW);
        assertThat(credential.isFor("chat.example.ORG")).isTrue();
        assertThat(credential.isFor("localhost")).isTrue();
        assertThat(credential.isFor("example.org")).isFalse();
        assertThat(credential.isFor("a.chat.example.org")).isFalse();
        assertThat(credential.isFor("chat.example.com")).isFalse();
        assertThat(credential.isFor("")).isFalse();
    }

    private CertificateFiles keyOf(CertificateFiles good, String content) throws IOException {
        return new CertificateFiles(good.chain(), write(content));
    }

    private Path write(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "", ".pem"), content, ISO_8859_1);
    }

    private static String block(String label, String body) {
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    private static void assertBad(Trouble trouble, CertificateFiles files) {
        assertThatThrownBy(() -> new Certificates(List.of(files)))
                .isInstanceOfSatisfying(
                        BadCertificate.class,
                        e -> {
                            assertThat(e.trouble()).isEqualTo(trouble);
                            assertThat(e).hasMessageStartingWith(e.file().toString());
                        });
    }
}
