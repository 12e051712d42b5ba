package veche.event;

import veche.name.ChannelName;

/// Of what something is said for programs.
public sealed interface Subject {

    record Place(ChannelName channel) implements Subject {}

    record Somebody(Author who) implements Subject {}

    /// What it is called.
    default String name() {
        return switch (this) {
            case Place(var channel) -> channel.text();
            case Somebody(var who) -> who.name().text();
        };
    }
}
