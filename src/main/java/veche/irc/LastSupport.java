package veche.irc;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import veche.name.CaseMapping;

/// Keeps the [Support] that was asked for last: making it is most of the work of welcoming
/// somebody, and nearly everyone is told the same. Any thread.
final class LastSupport {

    /// What was made, and of what.
    private record Made(Settings settings, Optional<String> fileHost, Support support) {}

    private final CaseMapping names;
    private volatile @Nullable Made last;

    /// @param names how they are read here
    LastSupport(CaseMapping names) {
        this.names = names;
    }

    /// @param fileHost where the client can upload files
    Support of(Settings settings, Optional<String> fileHost) {
        var made = last;
        if (made == null || !made.settings.equals(settings) || !made.fileHost.equals(fileHost)) {
            made = new Made(settings, fileHost, Support.of(settings, names, fileHost));
            last = made;
        }
        return made.support;
    }
}
