package veche.certificate;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;

/// The certificates of a server, and the TLS that is made with them. Safe for use by many threads.
///
/// TLS 1.2 and 1.3 are spoken. A client is asked for a certificate of its own, and need not have
/// one; any is accepted.
public final class Certificates {

    /// How many sessions of clients that cannot keep them themselves are kept, to be resumed.
    private static final int SESSIONS = 1000;

    private record Loaded(List<Credential> credentials, SSLContext context) {}

    private final List<CertificateFiles> files;
    private volatile Loaded loaded;

    /// Loads certificates. A client gets the one for the host that it asks for, or else the first.
    ///
    /// @param files at least one
    /// @throws BadCertificate if one of them cannot be used
    public Certificates(List<CertificateFiles> files) throws BadCertificate {
        this(files, load(files));
    }

    private Certificates(List<CertificateFiles> files, List<Credential> credentials) {
        this.files = List.copyOf(files);
        this.loaded = new Loaded(List.copyOf(credentials), context(credentials));
    }

    /// The certificate that the server has made for itself. Makes it, if there is none yet.
    ///
    /// @param folder where it is kept, as `certificate.pem` and `key.pem`; is made if it is not
    ///   there
    /// @param host the name of the server, such as `chat.example.org`
    /// @throws BadCertificate if it cannot be read, or be made
    public static Certificates own(Path folder, String host, Clock clock) throws BadCertificate {
        var files = OwnCertificate.in(folder, host, clock.instant());
        return new Certificates(List.of(files), List.of(files.read()));
    }

    /// Loads all files again. Connections go on with what they have; new ones get what is in the
    /// files now.
    ///
    /// @throws BadCertificate if one of them cannot be used; then new connections get what they got
    ///   before
    public void reload() throws BadCertificate {
        var credentials = load(files);
        loaded = new Loaded(credentials, context(credentials));
    }

    private static List<Credential> load(List<CertificateFiles> files) throws BadCertificate {
        var credentials = new ArrayList<Credential>();
        for (var pair : files) {
            credentials.add(pair.load());
        }
        return List.copyOf(credentials);
    }

    private static SSLContext context(List<Credential> credentials) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(
                    new KeyManager[] {new ServerKeys(credentials)},
                    new TrustManager[] {new AnyClient()},
                    null);
            context.getServerSessionContext().setSessionCacheSize(SESSIONS);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java can do this", e);
        }
    }

    /// By what clients recognise the server: the [Fingerprint] of each certificate, in the order of
    /// the files.
    public List<String> fingerprints() {
        return loaded.credentials().stream()
                .map(credential -> Fingerprint.of(credential.certificate()))
                .toList();
    }

    /// When the first of the certificates is no longer good. It is used nevertheless.
    public Instant expires() {
        return loaded.credentials().stream()
                .map(credential -> credential.certificate().getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /// What TLS is made with now.
    public SSLContext context() {
        return loaded.context();
    }

    /// The server's side of one connection; the handshake has not begun.
    public SSLEngine engine() {
        var engine = loaded.context().createSSLEngine();
        engine.setUseClientMode(false);
        var parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        parameters.setUseCipherSuitesOrder(true);
        parameters.setWantClientAuth(true);
        engine.setSSLParameters(parameters);
        return engine;
    }
}
