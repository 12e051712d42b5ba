package veche.client;

import java.util.Optional;

/// Reaches servers. How it went comes by the [Mailbox].
interface Dialer {

    /// Begins to connect. Never waits.
    ///
    /// @param pin the SHA-256 of the certificate that is trusted beside those that the JDK trusts
    /// @param only whether nothing else is trusted
    void dial(ServerAddress address, Optional<String> pin, boolean only);
}
