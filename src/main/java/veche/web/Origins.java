package veche.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/// Whose pages may send us something in the name of whoever looks at them (RFC 6454).
///
/// @param others those besides our own, each as a browser says it, or `*` for any
record Origins(List<String> others) {

    private static final String ANY = "*";

    /// Of which page the request is; empty if it is of none, but of a program that is no browser.
    static Optional<String> of(Request request) {
        return Optional.ofNullable(request.getHeaders().get(HttpHeader.ORIGIN));
    }

    /// Whether such a page may: one that comes from where the request goes, or one of the others.
    boolean admit(String origin, Request request) {
        var host = request.getHeaders().get(HttpHeader.HOST);
        return isOther(origin)
                || authority(origin).filter(ours -> ours.equalsIgnoreCase(host)).isPresent();
    }

    private boolean isOther(String origin) {
        return others.contains(ANY) || others.stream().anyMatch(origin::equalsIgnoreCase);
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(new URI(origin).getRawAuthority());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
