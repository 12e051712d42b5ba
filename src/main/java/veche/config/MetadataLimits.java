package veche.config;

import java.time.Duration;

/// What people may say of themselves and of channels for programs. See
/// https://ircv3.net/specs/extensions/metadata
///
/// @param beforeConnect whether a client may do so before it has come in
/// @param subscriptions how many keys a client can follow; 1 to 1000
/// @param keys how many one person, or one channel, can have; 1 to 1000
/// @param valueBytes the longest value, in bytes of UTF-8; 1 to 350, so that it fits into a line
/// @param changes how many one person may make at a stretch; 1 to 10000
/// @param changesTime the time in which they may make so many more; a second to an hour
/// @param smallChannel how many members a channel may have of which a client learns at once what is
///   said there; 1 to 10000
public record MetadataLimits(
        boolean beforeConnect,
        int subscriptions,
        int keys,
        int valueBytes,
        int changes,
        Duration changesTime,
        int smallChannel) {

    public MetadataLimits {
        new Check()
                .within("subscriptions", subscriptions, 1, 1_000)
                .within("keys", keys, 1, 1_000)
                .within("value_bytes", valueBytes, 1, 350)
                .within("changes", changes, 1, 10_000)
                .within("changes_time", changesTime, Duration.ofSeconds(1), Duration.ofHours(1))
                .within("small_channel", smallChannel, 1, 10_000)
                .pass();
    }

    static MetadataLimits from(Section section) {
        return new MetadataLimits(
                section.read("before_connect", Kind.TRUTH),
                section.number("subscriptions"),
                section.number("keys"),
                section.number("value_bytes"),
                section.number("changes"),
                section.read("changes_time", Kind.TIMESPAN),
                section.number("small_channel"));
    }
}
