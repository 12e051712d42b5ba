package veche.irc;

import java.util.Map;
import java.util.Optional;
import veche.event.MetadataKey;
import veche.event.Refused;

/// Something of which a client asks, or says, what is said of it for programs
/// (https://ircv3.net/specs/extensions/metadata). Belongs to the client's own thread.
sealed interface Described permits DescribedHere, DescribedEarly {

    /// As answers name it.
    String name();

    /// Whether the client may know what is said of it.
    boolean isVisible();

    /// All that is said of it.
    Map<MetadataKey, String> all();

    /// Says something of it, or takes it back, and waits until that is done.
    ///
    /// @param value empty to take it back
    void set(MetadataKey key, Optional<String> value) throws Refused, InterruptedException;

    /// Takes all back.
    ///
    /// @return what was said
    Map<MetadataKey, String> clear() throws Refused, InterruptedException;
}
