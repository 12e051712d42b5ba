package veche.app;

import java.time.Duration;

/// Tells everyone who is here what will become of the server.
interface Announcer {

    /// Says nothing, where nobody would understand it.
    Announcer SILENT =
            new Announcer() {
                @Override
                public void stopsIn(Duration delay, String reason) {}

                @Override
                public void goesOn() {}
            };

    /// The server will stop.
    ///
    /// @param reason the operator's; may be empty
    void stopsIn(Duration delay, String reason);

    /// The server will not stop after all.
    void goesOn();
}
