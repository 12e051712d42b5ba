package veche.web;

import java.util.Locale;

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

    /// Such as `paused`.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
