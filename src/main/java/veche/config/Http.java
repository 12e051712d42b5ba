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
/// @param origins pages elsewhere that may connect and send files, each as `https://example.org`,
///   or `*` for all
/// @param url where people reach it from elsewhere, as `https://example.org`; empty if that is not
///   known
/// @param files which files people may upload
public record Http(
        List<Address> listen,
        List<Address> tlsListen,
        List<Network> proxies,
        List<String> origins,
        Optional<String> url,
        FileHosting files) {

    private static final String ANY = "*";

    private static final Kind<String> URL =
            Kind.text(
                    "https?://(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?",
                    Words.of("must.site"));

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
                section.list("origins", Kind.ORIGIN),
                section.read("url", URL.or("", Optional.empty(), Optional::of)),
                section.section("files", FileHosting::from));
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
