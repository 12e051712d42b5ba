package veche.net;

import java.net.InetSocketAddress;
import java.util.Optional;

/// Where a client is, and whether others can read along on its way: as far as we see it, and as a
/// proxy or a gateway tells that speaks for it. The client's own thread changes it; any thread may
/// read it.
final class Origin {

    private final Transport transport;
    private volatile InetSocketAddress remote;
    private volatile boolean secure;
    private volatile boolean isGateway;
    private volatile Optional<String> toldCertificate = Optional.empty();

    /// @param remote where the other end of the connection is
    /// @param transport how the bytes travel from there
    Origin(InetSocketAddress remote, Transport transport) {
        this.remote = remote;
        this.transport = transport;
        this.secure = transport.isSecure();
    }

    /// Believes a proxy.
    void tells(ProxyHeader header) {
        header.client().ifPresent(client -> remote = client);
        secure |= header.secure();
    }

    /// Believes a gateway, but for what it cannot know: how it has come to us.
    ///
    /// @param certificate the fingerprint of the client's own, if it has shown one to the gateway
    void tells(InetSocketAddress client, boolean secure, Optional<String> certificate) {
        this.remote = client;
        this.secure &= secure;
        this.toldCertificate = certificate.filter(_ -> this.secure);
        this.isGateway = true;
    }

    InetSocketAddress remote() {
        return remote;
    }

    boolean isSecure() {
        return secure;
    }

    /// Whether a gateway has said where the client is.
    boolean isGateway() {
        return isGateway;
    }

    /// The [fingerprint][veche.certificate.Fingerprint] of the client's own certificate.
    Optional<String> certificate() {
        return isGateway ? toldCertificate : transport.certificate();
    }
}
