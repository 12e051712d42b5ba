package veche.chat;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import veche.event.ChannelFlag;
import veche.event.Rank;
import veche.name.ChannelName;

/// Who is to be told of what. Runs on the hub's thread; an audience is shared and never changed.
final class Audiences {

    private final State state;

    Audiences(State state) {
        this.state = state;
    }

    /// All sessions of these people, each once.
    static Session[] of(Person... people) {
        var all = new LinkedHashSet<Session>();
        for (var person : people) {
            all.addAll(person.sessions());
        }
        return all.toArray(Session[]::new);
    }

    /// Everyone who is here.
    Session[] everyone() {
        return state.people().stream()
                .flatMap(person -> person.sessions().stream())
                .toArray(Session[]::new);
    }

    /// Everyone who sees what somebody does: those who share a channel with them, and themselves.
    Session[] neighbours(Person person) {
        var channels = channels(person);
        if (channels.size() == 1 && !isHidden(channels.getFirst(), person)) {
            var only = channels.getFirst().audience();
            return person.sessions().isEmpty() || contains(only, person)
                    ? only
                    : union(only, of(person));
        }
        var all = new LinkedHashSet<Session>();
        for (var channel : channels) {
            all.addAll(List.of(witnesses(channel, person)));
        }
        all.addAll(person.sessions());
        return all.toArray(Session[]::new);
    }

    private static boolean contains(Session[] audience, Person person) {
        return List.of(audience).containsAll(person.sessions());
    }

    /// Those in a channel who see who comes and goes there: all, or, in an auditorium, those who
    /// have a rank, and everyone sees those who have one.
    Session[] witnesses(Channel channel, Person person) {
        return isHidden(channel, person)
                ? union(ranking(channel, Rank.VOICE), of(person))
                : channel.audience();
    }

    private static boolean isHidden(Channel channel, Person person) {
        return channel.is(ChannelFlag.AUDITORIUM) && channel.ranks(person.id()).isEmpty();
    }

    /// Those in a channel who have at least a rank.
    Session[] ranking(Channel channel, Rank least) {
        return channel.members().stream()
                .filter(member -> channel.isAtLeast(member, least))
                .flatMap(member -> state.person(member).stream())
                .flatMap(person -> person.sessions().stream())
                .toArray(Session[]::new);
    }

    /// Everyone who sees what becomes of somebody: those who [see what they do][#neighbours], and
    /// those who watch for them.
    Session[] observers(Person person) {
        var neighbours = neighbours(person);
        var watchers = state.watchers().closelyOf(person.name());
        return watchers.length == 0 ? neighbours : union(neighbours, watchers);
    }

    static Set<Session> sessions(Person person) {
        return Set.copyOf(person.sessions());
    }

    /// An audience without some of its members.
    static Session[] without(Session[] audience, Set<Session> some) {
        return Arrays.stream(audience).filter(it -> !some.contains(it)).toArray(Session[]::new);
    }

    static Session[] union(Session[]... audiences) {
        var all = new LinkedHashSet<Session>();
        for (var audience : audiences) {
            all.addAll(List.of(audience));
        }
        return all.toArray(Session[]::new);
    }

    List<Channel> channels(Person person) {
        return person.channels().stream().map(this::channel).toList();
    }

    private Channel channel(ChannelName name) {
        return state.channels().find(name).orElseThrow();
    }
}
