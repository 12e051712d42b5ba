package veche.web;

import java.util.List;
import java.util.function.Supplier;
import veche.config.Network;
import veche.net.Connections;
import veche.net.Service;

/// What WebSockets lead to, and for whom.
///
/// @param service what is spoken in them
/// @param connections where who comes by them counts
/// @param phase whether anybody is let in now
/// @param proxies from where proxies connect, which say for whom
/// @param origins pages of others that may connect, besides our own, each as a browser says it (RFC
///   6454, section 6.2), or `*` for any
public record Chat(
        Service service,
        Connections connections,
        Supplier<Phase> phase,
        List<Network> proxies,
        List<String> origins) {

    /// For operators and the log.
    public static final String PROTOCOL = "websocket";

    public Chat {
        proxies = List.copyOf(proxies);
        origins = List.copyOf(origins);
    }
}
