package veche.config;

import veche.name.ChannelName;

/// Which channels there are.
///
/// @param first the channel in which newcomers find themselves
public record Channels(ChannelName first) {

    static Channels from(Section section) {
        return new Channels(section.read("first", Kind.CHANNEL));
    }
}
