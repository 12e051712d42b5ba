package veche.config;

import java.util.Optional;
import veche.name.CaseMapping;
import veche.name.ChannelName;

/// Which channels there are.
///
/// @param first the channel in which newcomers find themselves; empty if in none
/// @param most how many channels one person may be in; 1 to 10000
/// @param defaultModes what a new channel is like: `+` and letters of modes, or nothing
public record Channels(Optional<ChannelName> first, int most, String defaultModes) {

    private static final Kind<String> MODES =
            Kind.text("(\\+[CMRUimnstu]+)?", Words.of("must.channel-modes"));

    public Channels {
        new Check().within("most", most, 1, 10_000).pass();
    }

    /// @param mapping by which the name of a channel is read
    static Channels from(Section section, CaseMapping mapping) {
        return new Channels(
                section.read(
                        "first", Kind.channel(mapping).or("none", Optional.empty(), Optional::of)),
                section.number("most"),
                section.read("default_modes", MODES));
    }
}
