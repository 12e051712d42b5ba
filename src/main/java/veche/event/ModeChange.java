package veche.event;

import java.util.Optional;
import java.util.OptionalInt;
import veche.name.ChannelName;

/// One change to what a channel is like.
public sealed interface ModeChange {

    /// Something begins or ceases to hold.
    record Flagged(ChannelFlag flag, boolean set) implements ModeChange {}

    /// Somebody is given a rank, or loses it.
    record Ranked(Author who, Rank rank, boolean given) implements ModeChange {}

    /// A mask is put on a list, or taken off it.
    ///
    /// @param mask as it is kept: a full mask, or an extended ban
    record Listed(ChannelList list, String mask, boolean added) implements ModeChange {}

    /// Who comes in must know this word; empty if nobody need know one any more.
    record Keyed(Optional<String> key) implements ModeChange {}

    /// How many members there may be; empty for any number.
    record Limited(OptionalInt limit) implements ModeChange {}

    /// Who may not come in goes here instead; empty if nowhere.
    record Forwarded(Optional<ChannelName> channel) implements ModeChange {}
}
