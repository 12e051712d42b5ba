package veche.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import veche.certificate.Certificates;
import veche.config.Network;
import veche.net.Addresses;
import veche.net.ListeningSocket;

/// Where HTTP is answered, or HTTPS.
///
/// @param at where
/// @param certificates for HTTPS; none for HTTP
public record WebListener(ListeningSocket at, Optional<Certificates> certificates) {

    /// Threads, virtual ones: one accepts, and one waits for those who are in. The name of a file
    /// may have a percent sign, which stands as `%25` in its address. Jetty would refuse that, for
    /// those who decode a path twice.
    private static final UriCompliance URIS =
            UriCompliance.DEFAULT.with(
                    "percent signs", UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING);

    private static final int ACCEPTORS = 1;

    private static final int SELECTORS = 1;

    /// How long a client may do nothing, in milliseconds.
    private static final long IDLE = 30_000;

    /// Listens, and is answered by nobody yet.
    ///
    /// @throws IOException as [ListeningSocket#bind]
    Opened open() throws IOException {
        return new Opened(at.take(), at.address(), certificates);
    }

    /// One that listens.
    ///
    /// @param address where
    record Opened(
            ServerSocketChannel socket,
            InetSocketAddress address,
            Optional<Certificates> certificates) {

        String protocol() {
            return certificates.isPresent() ? "https" : "http";
        }

        /// As it stands before a path.
        String url() {
            return protocol() + "://" + Addresses.text(address);
        }

        /// @param most how many may speak HTTP here at once
        /// @param networks as [HttpClients] asks for them
        ServerConnector connector(
                Server jetty, int most, Function<InetAddress, Optional<Network>> networks)
                throws IOException {
            var connector = new ServerConnector(jetty, ACCEPTORS, SELECTORS, factories());
            connector.setIdleTimeout(IDLE);
            connector.addBean(new HttpClients(most, connector, networks));
            connector.open(socket);
            return connector;
        }

        private ConnectionFactory[] factories() {
            var settings = new HttpConfiguration();
            settings.setSendServerVersion(false);
            settings.setUriCompliance(URIS);
            var http = new HttpConnectionFactory(settings);
            var factories = new ArrayList<ConnectionFactory>();
            certificates.ifPresent(all -> {
                // Whose name is on the certificate, browsers see for themselves.
                settings.addCustomizer(new SecureRequestCustomizer(false));
                factories.add(
                        new SslConnectionFactory(
                                new TlsEngines(all), HttpVersion.HTTP_1_1.asString()));
            });
            factories.add(http);
            return factories.toArray(ConnectionFactory[]::new);
        }
    }

    /// All of them listen afterwards, or none does.
    static List<Opened> open(List<WebListener> all) throws IOException {
        var opened = new ArrayList<Opened>();
        try {
            for (var one : all) {
                opened.add(one.open());
            }
        } catch (IOException e) {
            for (var one : opened) {
                one.socket().close();
            }
            throw e;
        }
        return List.copyOf(opened);
    }
}
