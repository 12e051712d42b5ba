package veche.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/// Makes certificates for hosts.
public final class TestCertificates {

    private static final String PASSWORD = "correct horse";

    private TestCertificates() {}

    /// With a key on a curve, made by us.
    public static CertificateFiles curve(Path folder, String host) throws IOException {
        return write(folder, host, SelfSigned.make(host, Instant.now()));
    }

    /// With an RSA key, made by Java's own tool.
    public static CertificateFiles rsa(Path folder, String host) throws Exception {
        var store = folder.resolve("store");
        Files.deleteIfExists(store);
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process =
                new ProcessBuilder(
                                List.of(
                                        tool,
                                        "-genkeypair",
                                        "-alias",
                                        "it",
                                        "-keyalg",
                                        "RSA",
                                        "-keystore",
                                        store.toString(),
                                        "-storepass",
                                        PASSWORD,
                                        "-dname",
                                        "CN=" + host,
                                        "-ext",
                                        "san=dns:" + host))
                        .redirectErrorStream(true)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), US_ASCII);
        assertThat(process.waitFor()).as(output).isZero();
        return write(folder, host, read(store));
    }

    /// As a client keeps them.
    public static KeyStore store(CertificateFiles files, char[] password) throws Exception {
        var credential = files.load();
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var chain = credential.chain().toArray(X509Certificate[]::new);
        store.setKeyEntry("it", credential.key(), password, chain);
        return store;
    }

    private static Credential read(Path store) throws GeneralSecurityException, IOException {
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        var chain = List.of((X509Certificate) keys.getCertificate("it"));
        return new Credential(chain, (PrivateKey) keys.getKey("it", PASSWORD.toCharArray()));
    }

    private static CertificateFiles write(Path folder, String host, Credential credential)
            throws IOException {
        var files = new CertificateFiles(folder.resolve(host), folder.resolve(host + ".key"));
        overwrite(files, credential);
        return files;
    }

    /// As somebody would who has got a new certificate.
    public static void renew(CertificateFiles files, String host) throws IOException {
        overwrite(files, SelfSigned.make(host, Instant.now()));
    }

    private static void overwrite(CertificateFiles files, Credential credential)
            throws IOException {
        Files.writeString(
                files.key(), new Pem("PRIVATE KEY", credential.key().getEncoded()).text());
        try {
            var certificate = new Pem("CERTIFICATE", credential.certificate().getEncoded());
            Files.writeString(files.chain(), certificate.text());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
