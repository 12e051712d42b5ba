package veche.net;

import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import veche.certificate.Certificates;

/// How clients of a listener come in, before their service begins.
///
/// @param certificates if there are any, clients must speak TLS
/// @param patience how long a client may take to come in
public record Entrance(Optional<Certificates> certificates, Duration patience) {

    /// What a client on a slow line may take for a handshake, which is some seven kilobytes in
    /// three or four turns.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /// Whoever connects is in.
    public static final Entrance OPEN = new Entrance(Optional.empty(), PATIENCE);

    /// Whoever speaks TLS is in.
    public static Entrance tls(Certificates certificates) {
        return new Entrance(Optional.of(certificates), PATIENCE);
    }

    /// The same, with another patience.
    public Entrance within(Duration patience) {
        return new Entrance(certificates, patience);
    }

    /// Whether clients must speak TLS.
    public boolean isTls() {
        return certificates.isPresent();
    }

    /// Whether nothing is asked of a client.
    boolean isOpen() {
        return !isTls();
    }

    Transport transport(SocketChannel channel, Records records) {
        return certificates
                .<Transport>map(some -> new TlsTransport(channel, some.engine(), records))
                .orElseGet(() -> new PlainTransport(channel));
    }
}
