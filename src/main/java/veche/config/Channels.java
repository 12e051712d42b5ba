package veche.config;

import veche.name.ChannelName;

/// Which channels there are, and who may open more.
///
/// @param first the channel in which newcomers find themselves
/// @param creation who may open a channel
public record Channels(ChannelName first, Creation creation) {

    /// Who may open a channel that is not there yet.
    public enum Creation {
        /// Anyone, by joining it.
        ANYONE,
        /// Only the operator.
        OPERATOR
    }

    static Channels from(Section section) {
        return new Channels(
                section.read("first", Kind.CHANNEL), section.choice("creation", Creation.class));
    }
}
