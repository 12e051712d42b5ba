package veche.bench;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Makes what lies between lines and sockets, for the clients of one run.
final class Codecs {

    private final Target target;
    private final TlsCodec.Buffers buffers = new TlsCodec.Buffers();
    private final @Nullable SSLContext context;

    Codecs(Target target) {
        this.target = target;
        this.context =
                switch (target.door()) {
                    case TLS -> context(null);
                    case ANY_TLS -> context(new TrustManager[] {new Anybody()});
                    case PLAIN, WEBSOCKET -> null;
                };
    }

    /// For one more client; null if nothing lies between.
    @Nullable Codec make() {
        return switch (target.door()) {
            case PLAIN -> null;
            case WEBSOCKET -> new WebSocketCodec(target.name(), buffers);
            case TLS, ANY_TLS -> tls();
        };
    }

    private TlsCodec tls() {
        if (context == null) {
            throw new IllegalStateException("no TLS");
        }
        var address = target.address();
        var engine = context.createSSLEngine(address.getHostString(), address.getPort());
        if (target.door() == Target.Door.TLS) {
            var parameters = engine.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            engine.setSSLParameters(parameters);
        }
        return new TlsCodec(engine, buffers);
    }

    private static SSLContext context(TrustManager @Nullable [] trusted) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, trusted, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a Java without TLS", e);
        }
    }

    /// Believes every certificate: only speed is asked for.
    private static final class Anybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
