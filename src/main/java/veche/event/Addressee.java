package veche.event;

import veche.name.ChannelName;

/// To whom something is said.
public sealed interface Addressee {

    /// Everyone in a channel.
    record Everyone(ChannelName channel) implements Addressee {}

    /// Those in a channel who have at least a rank.
    record Ranking(ChannelName channel, Rank least) implements Addressee {}

    /// One person.
    record One(Author to) implements Addressee {}
}
