package veche.config;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// How long what was said is kept. What is empty has no limit.
///
/// @param age how long at most
/// @param count how many messages at most in one conversation
public record Retention(Optional<Duration> age, OptionalLong count) {

    /// Keeps everything, for ever.
    public static final Retention EVERYTHING =
            new Retention(Optional.empty(), OptionalLong.empty());
}
