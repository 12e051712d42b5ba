package veche.event;

import veche.name.ChannelName;
import veche.name.PersonId;

/// What has a history of its own: a channel, or the private messages of two people.
public sealed interface Conversation {

    /// What is said in a channel.
    record InChannel(ChannelName channel) implements Conversation {}

    /// The private messages of two people.
    ///
    /// @param first the smaller id of the two, or the same as `second` for somebody's notes to
    ///   themselves
    record Between(PersonId first, PersonId second) implements Conversation {

        public Between {
            if (first.compareTo(second) > 0) {
                throw new IllegalArgumentException(
                        "the smaller id comes first: " + first + ", " + second);
            }
        }

        /// The conversation of two people, in whichever order they are named.
        public static Between of(PersonId one, PersonId other) {
            return one.compareTo(other) <= 0 ? new Between(one, other) : new Between(other, one);
        }
    }
}
