package veche.event;

import veche.name.AccountId;
import veche.name.ChannelName;

/// What has a history of its own: a channel, or the private messages of two people.
public sealed interface Conversation {

    /// What is said in a channel.
    record InChannel(ChannelName channel) implements Conversation {}

    /// The private messages of two people.
    ///
    /// @param first the smaller id of the two, or the same as `second` for somebody's notes to
    ///   themselves
    record Between(AccountId first, AccountId second) implements Conversation {

        public Between {
            if (first.compareTo(second) > 0) {
                throw new IllegalArgumentException(
                        "the smaller id comes first: " + first + ", " + second);
            }
        }

        /// The conversation of two people, in whichever order they are named.
        public static Between of(AccountId one, AccountId other) {
            return one.compareTo(other) <= 0 ? new Between(one, other) : new Between(other, one);
        }
    }
}
