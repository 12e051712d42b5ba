package veche.certificate;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A certificate or its key cannot be used. The message names the file and is for the log;
/// [#trouble] is for those who put it into words.
public final class BadCertificate extends Exception {

    private static final long serialVersionUID = 1L;

    /// What a person can do something about.
    public enum Trouble {
        /// The file is not there, or may not be read.
        UNREADABLE("cannot be read"),
        /// There is no certificate in the file.
        NO_CERTIFICATE("has no certificate in PEM form"),
        /// There is no private key in the file.
        NO_KEY("has no private key in PEM form"),
        /// The key is encrypted, and nobody is here to type the passphrase.
        ENCRYPTED_KEY("is encrypted; decrypt it with: openssl pkcs8"),
        /// The key is in an older form than PKCS#8 (RFC 5958).
        OLD_KEY("is not in PKCS#8 form; convert it with: openssl pkcs8 -topk8 -nocrypt"),
        /// What the file holds is damaged, or of a kind that Java does not know.
        DAMAGED("is damaged, or of an unknown kind"),
        /// The key belongs to another certificate.
        MISMATCH("is not the key of the certificate"),
        /// A certificate that was made cannot be written.
        NOT_WRITABLE("cannot be written");

        private final String words;

        Trouble(String words) {
            this.words = words;
        }
    }

    private final Trouble trouble;
    private final transient Path file;

    BadCertificate(Trouble trouble, Path file) {
        this(trouble, file, null);
    }

    BadCertificate(Trouble trouble, Path file, @Nullable Throwable cause) {
        super(file + " " + trouble.words, cause);
        this.trouble = trouble;
        this.file = file;
    }

    public Trouble trouble() {
        return trouble;
    }

    /// The file with which something is wrong.
    public Path file() {
        return file;
    }
}
