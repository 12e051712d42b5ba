package veche.console;

import java.time.Duration;
import java.util.Optional;

/// The way to stop the server.
@FunctionalInterface
public interface Shutdown {

    /// Begins to stop, and returns at once. Whoever asks again may bring the end nearer, and
    /// changes nothing else. Called by any thread.
    ///
    /// @param delay how much time people are given; zero is now
    /// @param reason what they are told, if anything
    void begin(Duration delay, Optional<String> reason);
}
