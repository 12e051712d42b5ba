package veche.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import veche.event.ChannelFlag;
import veche.event.PersonFlag;
import veche.name.ChannelName;
import veche.net.Rate;

/// What the operator lets people do.
///
/// @param first the channel that newcomers find themselves in; empty if in none
/// @param openRegistration whether anybody may register, or only the operator makes accounts
/// @param persistence whether the owner of an account stays in their channels while they are away,
///   unless they have chosen otherwise
/// @param ownName whether whoever is logged in to an account is called by its name
/// @param most how much there may be of something
/// @param beginnings what those are like who come, and what begins
public record Rules(
        Optional<ChannelName> first,
        boolean openRegistration,
        boolean persistence,
        boolean ownName,
        Most most,
        Beginnings beginnings) {

    /// How many masks one channel may have on its lists.
    public static final int MASKS = 100;

    /// The longest key of a channel, in UTF-8 bytes.
    public static final int LONGEST_KEY = 50;

    /// How much there may be of something.
    ///
    /// @param channels how many channels one person may be a member of; at least 1
    /// @param certificates how many certificates of clients an account may have; at least 1
    /// @param metadata how many keys somebody or a channel may have under which something is said
    ///   for programs; at least 1
    /// @param changes how often somebody may say something for programs
    /// @param pipeline how many commands of one session may be on their way at once; at least 1
    public record Most(int channels, int certificates, int metadata, Rate changes, int pipeline) {}

    /// What those are like who come, and what begins.
    ///
    /// @param people what they are like when they come
    /// @param channels what a new one is like; of the first one, only that nobody speaks from
    ///   outside, since nobody could open it
    public record Beginnings(Set<PersonFlag> people, Set<ChannelFlag> channels) {

        public Beginnings {
            people = Set.copyOf(people);
            channels = Set.copyOf(channels);
        }
    }

    /// Whether something can be the key of a channel: one word, and no list of words.
    public static boolean isKey(String key) {
        return !key.isEmpty()
                && key.getBytes(UTF_8).length <= LONGEST_KEY
                && !key.startsWith(":")
                && key.chars().noneMatch(c -> c <= ' ' || c == ',' || c == 0x7F);
    }

    /// How the server is if its operator changes nothing.
    public static Rules usual(ChannelName first) {
        var changes = Rate.of(10, 10, Duration.ofMinutes(2));
        var channels = Set.of(ChannelFlag.NO_EXTERNAL, ChannelFlag.TOPIC_LOCKED);
        return new Rules(
                Optional.of(first),
                true,
                true,
                true,
                new Most(100, 10, 100, changes, 64),
                new Beginnings(Set.of(), channels));
    }
}
