package veche.console;

import java.time.Duration;
import java.util.Optional;

/// The way to stop the server.
@FunctionalInterface
public interface Shutdown {

    /// Begins to stop, and returns at once. Whoever asks again changes how much time is left.
    /// Called by any thread.
    ///
    /// @param delay how much time people are given; zero is now
    /// @param reason what they are told, if anything
    void begin(Duration delay, Optional<String> reason);

    /// Takes back a stop that is still to come. Called by any thread.
    ///
    /// @return whether there was one; never, where every stop begins at once
    default boolean cancel() {
        return false;
    }
}
