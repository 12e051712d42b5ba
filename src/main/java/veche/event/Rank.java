package veche.event;

/// What somebody may do in a channel, from the least to the most.
public enum Rank {
    /// May speak where only some may.
    VOICE,
    /// May also keep order: remove members of no rank, give them a voice.
    HALF_OPERATOR,
    /// May also change what the channel is like, and who is of a lower rank.
    OPERATOR,
    /// May also make operators' ranks.
    ADMINISTRATOR,
    /// Whose channel it is.
    FOUNDER;

    public boolean isAtLeast(Rank other) {
        return compareTo(other) >= 0;
    }
}
