package veche.app;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import veche.certificate.BadCertificate;
import veche.certificate.CertificateFiles;
import veche.certificate.Certificates;
import veche.config.Config;
import veche.console.CertificatesCommand;
import veche.net.Connections;
import veche.net.Entrance;
import veche.net.Listener;
import veche.net.Listeners;
import veche.net.ListeningSocket;
import veche.net.Service;
import veche.web.WebListener;

/// Where people come in, how, and by which certificates they recognise the server.
final class Doors {

    private static final Logger log = LoggerFactory.getLogger(Doors.class);

    private final Config config;
    private final Sockets sockets;
    private final Connections connections;
    private final Optional<Certificates> certificates;

    /// Loads the certificates, or makes one, if anybody is to come by TLS.
    ///
    /// @throws CannotStart if there is one that cannot be used
    Doors(Config config, Sockets sockets, Connections connections, DataFolder data, Clock clock)
            throws CannotStart {
        this.config = config;
        this.sockets = sockets;
        this.connections = connections;
        try {
            this.certificates =
                    config.irc().tlsListen().isEmpty() && config.http().tlsListen().isEmpty()
                            ? Optional.empty()
                            : Optional.of(certificates(config, data, clock));
        } catch (BadCertificate bad) {
            throw new CannotStart("failed", CertificatesCommand.failure(bad).in(config.language()));
        }
        certificates.ifPresent(all -> note(all, clock));
    }

    /// A certificate that is over is used nevertheless, but clients may not like it.
    private static void note(Certificates all, Clock clock) {
        var isOver = all.expires().isBefore(clock.instant());
        log.atLevel(isOver ? Level.WARN : Level.INFO)
                .addKeyValue("fingerprints", all.fingerprints())
                .addKeyValue("expires", all.expires())
                .log(isOver ? "a certificate is over" : "certificates loaded");
    }

    /// Those of the settings, or else the server's own.
    private static Certificates certificates(Config config, DataFolder data, Clock clock)
            throws BadCertificate {
        var chosen =
                config.tls().certificates().stream()
                        .map(it -> new CertificateFiles(it.chain(), it.key()))
                        .toList();
        return chosen.isEmpty()
                ? Certificates.own(data.file("tls"), config.server().name(), clock)
                : new Certificates(chosen);
    }

    /// None if nobody is to come by TLS.
    Optional<Certificates> certificates() {
        return certificates;
    }

    /// By what clients that come by TLS recognise the server; none if they cannot come so.
    List<String> fingerprints() {
        return certificates.map(Certificates::fingerprints).orElse(List.of());
    }

    /// What `status` says of the certificates.
    Map<String, Object> figures() {
        var figures = new LinkedHashMap<String, Object>();
        certificates.ifPresent(all -> {
            figures.put("certificates", String.join(", ", all.fingerprints()));
            figures.put("certificates_expire", all.expires().toString());
        });
        return figures;
    }

    /// All listeners, in the order of the settings. Nobody is accepted by them yet.
    Listeners listeners(Service line, Service irc) {
        return new Listeners(Stream.concat(line(line), irc(irc)).toList());
    }

    /// Where HTTP and HTTPS are to be answered, in the order of the settings.
    List<WebListener> webListeners() {
        var plain = sockets.http().stream().map(it -> new WebListener(it, Optional.empty()));
        var secure = sockets.https().stream().map(it -> new WebListener(it, certificates));
        return Stream.concat(plain, secure).toList();
    }

    private Stream<Listener> line(Service service) {
        var entrance = Entrance.OPEN.through(config.line().proxies());
        return listeners("line", sockets.line(), entrance, service);
    }

    private Stream<Listener> irc(Service service) {
        var plain = listeners("irc", sockets.irc(), irc(Entrance.OPEN), service);
        var secure =
                certificates.stream()
                        .map(it -> irc(Entrance.tls(it)))
                        .flatMap(it -> listeners("irc", sockets.ircTls(), it, service));
        return Stream.concat(plain, secure);
    }

    private Entrance irc(Entrance entrance) {
        var gateways = config.irc().gateways().stream().flatMap(it -> it.networks().stream());
        return entrance.through(config.irc().proxies()).with(gateways.toList());
    }

    private Stream<Listener> listeners(
            String protocol, List<ListeningSocket> at, Entrance entrance, Service service) {
        return at.stream()
                .map(socket -> new Listener(protocol, socket, entrance, service, connections));
    }
}
