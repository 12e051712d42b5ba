package veche.chat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Supplier;
import veche.chat.Command.Invite;
import veche.chat.Command.Join;
import veche.chat.Command.Kick;
import veche.event.ChannelFlag;
import veche.event.Event.AwaySet;
import veche.event.Event.ChannelClosed;
import veche.event.Event.ChannelMade;
import veche.event.Event.Invited;
import veche.event.Event.Joined;
import veche.event.Event.Kicked;
import veche.event.Event.ModeChanged;
import veche.event.Event.Parted;
import veche.event.Event.TopicSet;
import veche.event.ModeChange;
import veche.event.Rank;
import veche.event.Refusal.OtherIsMember;
import veche.event.Refusal.OtherNotMember;
import veche.event.Refusal.Purged;
import veche.event.Refusal.SentElsewhere;
import veche.event.Refusal.TooManyChannels;
import veche.event.Refused;
import veche.event.Text;
import veche.name.ChannelName;

/// Who is in which channel, and whose a channel is. Runs on the hub's thread.
final class Memberships {

    /// How many channels wait for those who can come in. At one more, the one ends that has waited
    /// for longest, unless it has a topic.
    private static final int MOST_SHUT = 1_000;

    private final Supplier<Rules> rules;
    private final State state;
    private final Ledger ledger;
    private final Audiences audiences;
    private final Requirements requirements;

    /// Channels that wait for those who can come in, or did; who waits for longest is the first.
    private final SequencedSet<ChannelName> shut = new LinkedHashSet<>();

    Memberships(
            Supplier<Rules> rules,
            State state,
            Ledger ledger,
            Audiences audiences,
            Requirements requirements) {
        this.rules = rules;
        this.state = state;
        this.ledger = ledger;
        this.audiences = audiences;
        this.requirements = requirements;
    }

    void join(Person by, Join command) throws Refused {
        var purge = state.purges().find(command.channel());
        if (purge.isPresent()) {
            throw new Refused(new Purged(command.channel(), purge.get().why()));
        }
        var channel = state.channels().find(command.channel());
        if (channel.isEmpty()) {
            requireRoom(by, command.channel());
            enter(by, command.channel());
        } else if (!channel.get().isMember(by.id())) {
            requireRoom(by, command.channel());
            join(by, channel.get(), command);
        }
    }

    private void requireRoom(Person by, ChannelName channel) throws Refused {
        Requirements.that(
                by.channels().size() < rules.get().most().channels(), new TooManyChannels(channel));
    }

    private void join(Person by, Channel channel, Join command) throws Refused {
        var barrier = Admission.barrier(channel, by, command.key());
        if (barrier.isEmpty() || requirements.overrules(channel.name())) {
            enter(by, channel.name());
            return;
        }
        if (isAbandoned(channel)) {
            if (channel.isPrivate()) {
                endPast(by, channel);
            }
            enter(by, channel.name());
            return;
        }
        var other = channel.forward().flatMap(state.channels()::find);
        if (other.isEmpty() || Admission.barrier(other.get(), by, command.key()).isPresent()) {
            throw new Refused(barrier.get());
        }
        ledger.refuse(new SentElsewhere(channel.name(), other.get().name()));
        if (!other.get().isMember(by.id())) {
            enter(by, other.get().name());
        }
    }

    /// Whether a channel is nobody's, and only its topic and what it is like are left of it. Nobody
    /// is there who could open it to others.
    private boolean isAbandoned(Channel channel) {
        return channel.members().isEmpty()
                && channel.founder().isEmpty()
                && !isOperators(channel.name());
    }

    /// Whether a channel waits for those who can come in though nobody is there.
    private boolean isShut(Channel channel) {
        return channel.isPrivate() && isAbandoned(channel);
    }

    /// Does what changes a channel, perhaps so that it is open from now on to those who were kept
    /// out.
    ///
    /// @param change may refuse
    void change(Person by, ChannelName name, Change change) throws Refused {
        var shut = state.channels().find(name).filter(this::isShut);
        change.run();
        shut.filter(channel -> !channel.isPrivate()).ifPresent(channel -> endPast(by, channel));
    }

    /// Something that may be refused.
    @FunctionalInterface
    interface Change {
        void run() throws Refused;
    }

    /// What was said where strangers were kept out is not for one who comes in since nobody is
    /// there any more. If the channel has a topic, that and its modes go on, but for the key, which
    /// they are not to know either.
    private void endPast(Person by, Channel channel) {
        var topic = channel.topic();
        var modes = channel.modes();
        ledger.record(new ChannelClosed(channel.name(), true));
        if (topic.isPresent()) {
            var whose = topic.get().by();
            ledger.record(new ChannelMade(channel.name(), by.author()));
            ledger.record(new TopicSet(channel.name(), whose, Optional.of(topic.get().text())));
            modes.stream()
                    .filter(mode -> !(mode instanceof ModeChange.Keyed))
                    .forEach(mode -> ledger.record(new ModeChanged(channel.name(), whose, mode)));
        }
    }

    /// Makes somebody a member who may be one. Does nothing if they are.
    void enter(Person by, ChannelName wanted) {
        enter(by, wanted, Set.of());
    }

    /// The same, without telling those sessions whose clients are in it as they see it.
    void enter(Person by, ChannelName wanted, Set<Session> aware) {
        var known = state.channels().find(wanted);
        if (known.isPresent() && known.get().isMember(by.id())) {
            return;
        }
        var isFirst = known.isEmpty() || known.get().members().isEmpty();
        var name = known.map(Channel::name).orElse(wanted);
        if (known.isEmpty()) {
            make(by, name);
        }
        ledger.record(
                new Joined(name, by.author()),
                () -> {
                    var channel = state.channels().find(name).orElseThrow();
                    by.sessions().forEach(channel::enter);
                    var witnesses = audiences.witnesses(channel, by);
                    return aware.isEmpty() ? witnesses : Audiences.without(witnesses, aware);
                });
        var channel = state.channels().find(name).orElseThrow();
        tellIfAway(by, channel);
        rank(by, channel, isFirst);
    }

    /// Those who were there learn of whoever comes that they are away
    /// (https://ircv3.net/specs/extensions/away-notify).
    private void tellIfAway(Person by, Channel channel) {
        if (by.away().isPresent()) {
            var others =
                    Audiences.without(audiences.witnesses(channel, by), Audiences.sessions(by));
            ledger.record(new AwaySet(by.author(), by.away()), others);
        }
    }

    private void make(Person by, ChannelName name) {
        ledger.record(new ChannelMade(name, by.author()));
        for (var flag : ChannelFlag.values()) {
            var isWanted = rules.get().beginnings().channels().contains(flag);
            if (isWanted && (flag == ChannelFlag.NO_EXTERNAL || !isOperators(name))) {
                flag(by, name, flag);
            }
        }
    }

    private void flag(Person by, ChannelName name, ChannelFlag flag) {
        var set = new ModeChange.Flagged(flag, true);
        ledger.record(new ModeChanged(name, by.author(), set));
    }

    /// Whoever comes first keeps order in a channel that is nobody's; in one that is somebody's,
    /// those to whom it gives a rank.
    private void rank(Person by, Channel channel, boolean isFirst) {
        var due = channel.due(by.author());
        if (due.isPresent()) {
            rank(by, channel, due.get(), channel.audience());
        } else if (isFirst && channel.founder().isEmpty() && !isOperators(channel.name())) {
            rank(by, channel, Rank.OPERATOR, Ledger.NOBODY);
        }
    }

    /// The channel in which newcomers find themselves is the operator's of the server.
    boolean isOperators(ChannelName name) {
        return rules.get().first().filter(name::equals).isPresent();
    }

    /// A member has certain ranks from now on, and those that they have.
    void promote(Person member, ChannelName name, Set<Rank> ranks) {
        var channel = state.channels().find(name).orElseThrow();
        ranks.stream()
                .filter(rank -> !channel.ranks(member.id()).contains(rank))
                .forEach(rank -> rank(member, channel, rank, channel.audience()));
    }

    private void rank(Person by, Channel channel, Rank rank, Session[] audience) {
        var given = new ModeChange.Ranked(by.author(), rank, true);
        ledger.record(new ModeChanged(channel.name(), by.author(), given), audience);
    }

    void part(Person by, ChannelName name, Optional<Text> words) throws Refused {
        var channel = requirements.membership(by, name);
        var audience = audiences.witnesses(channel, by);
        ledger.record(new Parted(channel.name(), by.author(), words), audience);
        by.sessions().forEach(channel::leave);
        closeIfForgotten(name);
    }

    void kick(Person by, Kick command) throws Refused {
        var channel = requirements.membership(by, command.channel());
        requirements.rank(channel, by, Rank.HALF_OPERATOR);
        var whom = requirements.somebody(command.whom());
        Requirements.that(
                channel.isMember(whom.id()), new OtherNotMember(channel.name(), whom.name()));
        var highest = channel.highest(whom.id()).orElse(Rank.VOICE);
        requirements.rank(channel, by, highest);
        remove(by, channel, whom, command.why());
        closeIfForgotten(channel.name());
    }

    /// Puts a member out.
    void remove(Person by, Channel channel, Person whom, Optional<Text> why) {
        ledger.record(
                new Kicked(channel.name(), by.author(), whom.author(), why), channel.audience());
        whom.sessions().forEach(channel::leave);
    }

    void invite(Person by, Invite command) throws Refused {
        var whom = requirements.somebody(command.whom());
        requirements.channel(command.channel());
        var channel = requirements.membership(by, command.channel());
        if (channel.is(ChannelFlag.INVITE_ONLY)) {
            requirements.rank(channel, by, Rank.HALF_OPERATOR);
        }
        Requirements.that(
                !channel.isMember(whom.id()), new OtherIsMember(channel.name(), whom.name()));
        var audience =
                Audiences.union(
                        Audiences.of(whom, by), audiences.ranking(channel, Rank.HALF_OPERATOR));
        ledger.record(new Invited(channel.name(), by.author(), whom.author()), audience);
    }

    /// Notes that a channel is no more, if that is so.
    void closeIfForgotten(ChannelName name) {
        var channel = state.channels().find(name);
        if (channel.isEmpty() || Channels.isForgotten(channel.get())) {
            ledger.record(new ChannelClosed(name, false));
        } else if (isShut(channel.get())) {
            shut.remove(name);
            shut.addLast(name);
            endLongestShut();
        }
    }

    /// Channels that nobody has given a topic do not wait without number.
    private void endLongestShut() {
        while (shut.size() > MOST_SHUT) {
            state.channels()
                    .find(shut.removeFirst())
                    .filter(channel -> channel.topic().isEmpty() && isShut(channel))
                    .ifPresent(this::close);
        }
    }

    /// Notes that a channel is no more in which nobody is.
    void close(Channel channel) {
        ledger.record(new ChannelClosed(channel.name(), channel.isPrivate()));
    }

    /// Notes of all channels that nobody remembers that they are no more.
    void closeForgotten() {
        for (var channel : List.copyOf(state.channels().all())) {
            closeIfForgotten(channel.name());
        }
    }
}
