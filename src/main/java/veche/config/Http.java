package veche.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/// What browsers and programs that look after the server can ask of it.
///
/// @param listen where HTTP is spoken; none if nowhere
/// @param tlsListen where HTTPS is spoken; none if nowhere
/// @param proxies from where proxies connect, which say first for whom (X-Forwarded-For)
/// @param origins pages elsewhere whose WebSockets are let in, each as `https://example.org`, or
///   `*` for all
public record Http(
        List<Address> listen,
        List<Address> tlsListen,
        List<Network> proxies,
        List<String> origins) {

    private static final String ANY = "*";

    public Http {
        listen = List.copyOf(listen);
        tlsListen = List.copyOf(tlsListen);
        proxies = List.copyOf(proxies);
        origins = List.copyOf(origins);
    }

    static Http from(Section section) {
        return new Http(
                section.list("listen", Kind.ADDRESS),
                section.list("tls_listen", Kind.ADDRESS),
                section.list("proxies", Kind.NETWORK),
                section.list("origins", Kind.ORIGIN));
    }

    /// An origin as a browser says it (RFC 6454, section 6.2), or `*`.
    static Optional<String> origin(String text) {
        return text.equals(ANY) || isOrigin(text) ? Optional.of(text) : Optional.empty();
    }

    private static boolean isOrigin(String text) {
        try {
            var uri = new URI(text);
            return uri.getScheme() != null
                    && uri.getHost() != null
                    && text.equals(uri.getScheme() + "://" + uri.getRawAuthority());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
