package veche.irc;

import java.util.Optional;
import veche.net.Connection;

/// Knows where clients can upload files.
@FunctionalInterface
public interface FileHost {

    /// The URL to which a client is to send its files; empty if it cannot. Any thread asks.
    Optional<String> url(Connection client);
}
