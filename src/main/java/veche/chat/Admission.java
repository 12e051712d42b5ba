package veche.chat;

import java.util.Optional;
import veche.event.ChannelFlag;
import veche.event.ChannelList;
import veche.event.Rank;
import veche.event.Refusal;
import veche.event.Refusal.Barrier;
import veche.event.Refusal.MayNotJoin;
import veche.event.Refusal.MayNotSpeak;
import veche.event.Refusal.NotMember;
import veche.event.Refusal.Silence;

/// Who may come into a channel, and who may speak there. Has no state; changes nothing.
final class Admission {

    private Admission() {}

    /// Why somebody may not come in; empty if they may.
    static Optional<Refusal> barrier(Channel channel, Person person, Optional<String> key) {
        return whyNot(channel, person, key).map(why -> new MayNotJoin(channel.name(), why));
    }

    private static Optional<Barrier> whyNot(Channel channel, Person person, Optional<String> key) {
        var founder = channel.founder().map(it -> it.person());
        if (founder.isPresent() && founder.get().equals(person.author().correspondent())) {
            return Optional.empty();
        }
        var invited = channel.isInvited(person.id());
        if (channel.key().isPresent() && !invited && !channel.key().equals(key)) {
            return Optional.of(Barrier.KEY);
        }
        if (isFull(channel) && !invited) {
            return Optional.of(Barrier.FULL);
        }
        if (channel.is(ChannelFlag.INVITE_ONLY)
                && !invited
                && !PersonMask.anyMatches(channel.list(ChannelList.INVITE_EXCEPTION), person)) {
            return Optional.of(Barrier.INVITE_ONLY);
        }
        if (channel.is(ChannelFlag.ACCOUNTS_ONLY)
                && !invited
                && person.author().login().isEmpty()) {
            return Optional.of(Barrier.ACCOUNTS_ONLY);
        }
        return !invited && isBanned(channel, person)
                ? Optional.of(Barrier.BANNED)
                : Optional.empty();
    }

    private static boolean isFull(Channel channel) {
        return channel.limit().isPresent()
                && channel.members().size() >= channel.limit().getAsInt();
    }

    /// Whether somebody is kept out by name.
    static boolean isBanned(Channel channel, Person person) {
        return PersonMask.anyMatches(channel.list(ChannelList.BAN), person)
                && !PersonMask.anyMatches(channel.list(ChannelList.BAN_EXCEPTION), person);
    }

    private static boolean isMuted(Channel channel, Person person) {
        return PersonMask.anyMutes(channel.list(ChannelList.BAN), person)
                && !PersonMask.anyMutes(channel.list(ChannelList.BAN_EXCEPTION), person)
                && !PersonMask.anyMatches(channel.list(ChannelList.BAN_EXCEPTION), person);
    }

    /// Why somebody may not speak; empty if they may.
    ///
    /// @param command whether it is a command to the programs of others (CTCP)
    static Optional<Refusal> silence(Channel channel, Person person, boolean command) {
        if (channel.is(ChannelFlag.NO_EXTERNAL) && !channel.isMember(person.id())) {
            return Optional.of(new NotMember(channel.name()));
        }
        return whySilent(channel, person, command).map(why -> new MayNotSpeak(channel.name(), why));
    }

    private static Optional<Silence> whySilent(Channel channel, Person person, boolean command) {
        if (command && channel.is(ChannelFlag.NO_CTCP)) {
            return Optional.of(Silence.NO_CTCP);
        }
        if (channel.isAtLeast(person.id(), Rank.VOICE)) {
            return Optional.empty();
        }
        if (channel.is(ChannelFlag.MODERATED)) {
            return Optional.of(Silence.MODERATED);
        }
        if (channel.is(ChannelFlag.ACCOUNTS_SPEAK) && person.author().login().isEmpty()) {
            return Optional.of(Silence.ACCOUNTS_ONLY);
        }
        return isMuted(channel, person) || isBanned(channel, person)
                ? Optional.of(Silence.BANNED)
                : Optional.empty();
    }
}
