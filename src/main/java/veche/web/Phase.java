package veche.web;

import java.util.Locale;
import java.util.Optional;
import veche.net.Reason;

/// What the server as a whole is doing.
public enum Phase {
    /// It does not let anybody in yet.
    STARTING,
    /// It lets people in.
    SERVING,
    /// The operator has it let nobody in.
    PAUSED,
    /// It lets people go, and ends.
    STOPPING;

    /// Why nobody is let in now; empty if they are.
    Optional<Reason> refusal() {
        return switch (this) {
            case SERVING -> Optional.empty();
            case STARTING, PAUSED -> Optional.of(Reason.PAUSED);
            case STOPPING -> Optional.of(Reason.SHUTDOWN);
        };
    }

    /// Such as `paused`.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
