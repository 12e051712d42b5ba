package veche.net;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import veche.certificate.Certificates;
import veche.config.Network;

/// How clients of a listener come in, before their service begins.
///
/// @param certificates if there are any, clients must speak TLS
/// @param proxies from where a connection is a proxy's, who must say first for whom it speaks (the
///   PROXY protocol); everyone else speaks for themselves
/// @param gateways from where a connection may be a gateway's, who tells the service for whom it
///   speaks; who that is counts at the [Turnstile], and not the gateway
/// @param patience how long a client may take to come in
public record Entrance(
        Optional<Certificates> certificates,
        List<Network> proxies,
        List<Network> gateways,
        Duration patience) {

    /// What a client on a slow line may take for a handshake, which is some seven kilobytes in
    /// three or four turns.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /// Whoever connects is in.
    public static final Entrance OPEN =
            new Entrance(Optional.empty(), List.of(), List.of(), PATIENCE);

    public Entrance {
        proxies = List.copyOf(proxies);
        gateways = List.copyOf(gateways);
    }

    /// Whoever speaks TLS is in.
    public static Entrance tls(Certificates certificates) {
        return new Entrance(Optional.of(certificates), List.of(), List.of(), PATIENCE);
    }

    /// The same, also through proxies.
    public Entrance through(List<Network> proxies) {
        return new Entrance(certificates, proxies, gateways, patience);
    }

    /// The same, also for gateways.
    public Entrance with(List<Network> gateways) {
        return new Entrance(certificates, proxies, gateways, patience);
    }

    /// The same, with another patience.
    public Entrance within(Duration patience) {
        return new Entrance(certificates, proxies, gateways, patience);
    }

    /// Whether clients must speak TLS.
    public boolean isTls() {
        return certificates.isPresent();
    }

    /// Whether it is a proxy that connects from there.
    boolean isProxy(InetAddress address) {
        return isIn(proxies, address);
    }

    /// Whether somebody there speaks for themselves, as far as is known.
    boolean isClient(InetAddress address) {
        return !isProxy(address) && !isIn(gateways, address);
    }

    private static boolean isIn(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    Transport transport(SocketChannel channel, Connections all) throws IOException {
        var socket = new ClientSocket(channel, all.poller());
        return certificates.isPresent()
                ? new TlsTransport(socket, certificates.get().engine(), all.records())
                : new PlainTransport(socket);
    }
}
