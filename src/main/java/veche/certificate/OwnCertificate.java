package veche.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import veche.certificate.BadCertificate.Trouble;

/// Keeps the certificate that a server has made for itself. It is made once: clients may know the
/// server by its fingerprint.
final class OwnCertificate {

    private OwnCertificate() {}

    /// Where they are. Makes them if there is no certificate.
    ///
    /// @param folder is made if it is not there, for its owner only
    static CertificateFiles in(Path folder, String host, Instant now) throws BadCertificate {
        var files =
                new CertificateFiles(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
        if (!Files.exists(files.chain())) {
            try {
                write(files, SelfSigned.make(host, now));
            } catch (IOException e) {
                throw new BadCertificate(Trouble.NOT_WRITABLE, folder, e);
            }
        }
        return files;
    }

    /// The certificate comes last, so that where there is one, there is its key.
    private static void write(CertificateFiles files, Credential made) throws IOException {
        var folder = files.chain().toAbsolutePath().getParent();
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        write(files.key(), new Pem("PRIVATE KEY", made.key().getEncoded()));
        try {
            write(files.chain(), new Pem("CERTIFICATE", made.certificate().getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("it was made of bytes", e);
        }
    }

    /// No crash leaves half of it.
    private static void write(Path file, Pem content) throws IOException {
        // Java makes temporary files for their owner only.
        var unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), ".", ".pem");
        try {
            var bytes = ByteBuffer.wrap(content.text().getBytes(US_ASCII));
            try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
