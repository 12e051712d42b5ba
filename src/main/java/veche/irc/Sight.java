package veche.irc;

import java.util.List;
import java.util.Optional;
import veche.chat.Channel;
import veche.chat.Person;
import veche.config.Privilege;
import veche.event.ChannelFlag;
import veche.event.PersonFlag;
import veche.name.PersonId;

/// What one client may see of others, when it asks. On the client's own thread.
final class Sight {

    private final Client client;

    Sight(Client client) {
        this.client = client;
    }

    /// Whether a client may know of a channel: of a secret one only members may, and operators who
    /// see who cannot be seen, or keep all channels.
    boolean sees(Channel channel) {
        return !channel.is(ChannelFlag.SECRET) || isMember(channel) || isKeeper();
    }

    private boolean isMember(Channel channel) {
        return me().filter(person -> channel.isMember(person.id())).isPresent();
    }

    private Optional<Person> me() {
        return client.session().person();
    }

    private boolean isOperator() {
        return Operators.may(client, Privilege.SEE_ADDRESSES);
    }

    private boolean isKeeper() {
        return isOperator() || Operators.may(client, Privilege.MANAGE_CHANNELS);
    }

    boolean isMe(Person person) {
        return me().filter(person::equals).isPresent();
    }

    /// Whether the client may know of somebody what others may not, such as where they come from.
    boolean seesInside(Person person) {
        return isMe(person) || isOperator();
    }

    /// Whether the client is told that somebody is a member of a channel which it may know of: in
    /// an auditorium those without a rank do not see each other.
    boolean sees(Channel channel, PersonId member) {
        return !channel.is(ChannelFlag.AUDITORIUM)
                || !channel.ranks(member).isEmpty()
                || me().filter(it -> it.id().equals(member) || hasRank(channel, it)).isPresent();
    }

    private static boolean hasRank(Channel channel, Person person) {
        return !channel.ranks(person.id()).isEmpty();
    }

    /// Whether the client is told of all members of a channel.
    boolean seesAll(Channel channel) {
        return !channel.is(ChannelFlag.AUDITORIUM) && isMember(channel);
    }

    /// The members of a channel whom the client may see there, by name.
    List<Person> members(Channel channel) {
        var all = client.house().state().roster(channel).people();
        if (seesAll(channel)) {
            return all;
        }
        var isMember = isMember(channel);
        return all.stream()
                .filter(person -> sees(channel, person.id()))
                .filter(person -> isMember || !isInvisible(person))
                .toList();
    }

    /// Whether somebody does not want to be found by those who share no channel with them.
    private boolean isInvisible(Person person) {
        return person.is(PersonFlag.INVISIBLE) && !seesInside(person);
    }

    /// The first channel of somebody's in which the client sees them as a member of it.
    Optional<Channel> common(Person person) {
        return channels(person).stream().filter(this::isMember).findFirst();
    }

    /// The channels in which the client may see somebody, in the order in which they joined them.
    List<Channel> channels(Person person) {
        return person.channels().stream()
                .flatMap(name -> client.house().state().channels().find(name).stream())
                .filter(channel -> sees(channel) && sees(channel, person.id()))
                .filter(channel -> isMember(channel) || !isInvisible(person))
                .toList();
    }

    /// Whether the client finds somebody whose nickname it does not know.
    boolean finds(Person person) {
        return People.isPresent(person) && (!isInvisible(person) || common(person).isPresent());
    }
}
