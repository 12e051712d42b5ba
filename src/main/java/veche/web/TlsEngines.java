package veche.web;

import java.net.InetSocketAddress;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import veche.certificate.Certificates;

/// Gives Jetty the server's certificates, as they are when a client comes.
final class TlsEngines extends SslContextFactory.Server {

    private final Certificates certificates;

    TlsEngines(Certificates certificates) {
        this.certificates = certificates;
        // Jetty wants one to begin with, and makes nothing with it.
        setSslContext(certificates.context());
    }

    @Override
    public SSLEngine newSSLEngine() {
        var engine = certificates.engine();
        // A browser would ask whoever looks at the page which certificate they want to show.
        engine.setWantClientAuth(false);
        return engine;
    }

    @Override
    public SSLEngine newSSLEngine(InetSocketAddress client) {
        return newSSLEngine();
    }

    @Override
    public SSLEngine newSSLEngine(String host, int port) {
        return newSSLEngine();
    }
}
