package veche.chat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import veche.account.Account;
import veche.chat.Command.RenameChannel;
import veche.chat.Command.SetAccess;
import veche.event.Author;
import veche.event.Event.AccessSet;
import veche.event.Event.ChannelRegistered;
import veche.event.Event.ChannelReleased;
import veche.event.Event.ChannelRenamed;
import veche.event.Event.ModeChanged;
import veche.event.ModeChange;
import veche.event.Rank;
import veche.event.Refusal.AccessFull;
import veche.event.Refusal.ChannelNameTaken;
import veche.event.Refusal.ChannelNotOwned;
import veche.event.Refusal.ChannelTaken;
import veche.event.Refusal.MayNotRename;
import veche.event.Refusal.NotFounder;
import veche.event.Refused;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;

/// Whose channels are, what they are called, and to whom they give which rank. Runs on the hub's
/// thread.
final class Ownership {

    private final State state;
    private final Ledger ledger;
    private final Requirements requirements;
    private final Memberships memberships;

    Ownership(State state, Ledger ledger, Requirements requirements, Memberships memberships) {
        this.state = state;
        this.ledger = ledger;
        this.requirements = requirements;
        this.memberships = memberships;
    }

    /// Makes a channel somebody's own.
    void register(Person by, ChannelName name) throws Refused {
        var channel = requirements.membership(by, name);
        requirements.rank(channel, by, Rank.OPERATOR);
        Requirements.that(
                channel.founder().isEmpty() && !memberships.isOperators(name),
                new ChannelTaken(name));
        ledger.record(new ChannelRegistered(channel.name(), requirements.owner(by).author()));
        rank(by, channel, by, Rank.FOUNDER, true);
    }

    /// Gives somebody's channel to somebody else, or to nobody.
    void transfer(Person by, ChannelName name, Optional<Nickname> to) throws Refused {
        var channel = requirements.channel(name);
        var before = channel.founder().map(Author::person);
        Requirements.that(
                isFounder(by, channel)
                        || ((before.isPresent() || to.isPresent()) && requirements.overrules(name)),
                new NotFounder(name));
        if (to.isEmpty()) {
            release(channel);
            memberships.closeIfForgotten(channel.name());
            return;
        }
        give(by, channel, requirements.account(to.get()));
    }

    /// Takes a channel from its founder, who wants to give it.
    void take(Person by, ChannelName name, PersonId from, Account to) throws Refused {
        var channel = requirements.channel(name);
        Requirements.that(
                channel.founder().map(Author::person).equals(Optional.of(from)),
                new NotFounder(name));
        give(by, channel, to);
    }

    private void give(Person by, Channel channel, Account after) {
        var before = channel.founder().map(Author::person);
        if (!before.equals(Optional.of(after.id()))) {
            ledger.record(new ChannelRegistered(channel.name(), after.author()));
            rank(by, channel, after.id(), Rank.FOUNDER, true);
            before.ifPresent(it -> rank(by, channel, it, Rank.FOUNDER, false));
        }
    }

    /// Calls a channel something else: one that is somebody's own at their wish alone, any other at
    /// the wish of those who keep order there. The one that the settings name keeps its name.
    void rename(Person by, RenameChannel command) throws Refused {
        var channel =
                command.anyway()
                        ? requirements.channel(command.channel())
                        : requirements.membership(by, command.channel());
        var next = command.next();
        if (!command.anyway()) {
            requirements.rank(channel, by, Rank.OPERATOR);
        }
        var isOwn = channel.founder().isEmpty() || isFounder(by, channel);
        Requirements.that(
                (isOwn || command.anyway())
                        && !memberships.isOperators(channel.name())
                        && !memberships.isOperators(next)
                        && state.purges().find(next).isEmpty(),
                new MayNotRename(channel.name(), next));
        var isFree =
                channel.name().equals(next)
                        ? !channel.name().text().equals(next.text())
                        : state.channels().find(next).isEmpty();
        Requirements.that(isFree, new ChannelNameTaken(channel.name(), next));
        ledger.record(
                new ChannelRenamed(channel.name(), next, by.author(), command.why()),
                channel.audience());
    }

    private static boolean isFounder(Person by, Channel channel) {
        var founder = channel.founder().map(Author::person);
        return founder.isPresent()
                && founder.equals(by.author().login().map(Author.Login::account));
    }

    /// Says which rank an account is given whenever it comes, and gives it to its owner who is
    /// there.
    void setAccess(Person by, SetAccess command) throws Refused {
        var channel = requirements.channel(command.channel());
        Requirements.that(channel.founder().isPresent(), new ChannelNotOwned(channel.name()));
        var account = requirements.account(command.account());
        var before = channel.access().get(account.id());
        var after = command.rank().orElse(null);
        requireMayGive(by, channel, before);
        requireMayGive(by, channel, after);
        if (before == after) {
            return;
        }
        Requirements.that(
                before != null || channel.access().size() < Rules.MASKS,
                new AccessFull(channel.name()));
        ledger.record(new AccessSet(channel.name(), by.author(), account.author(), command.rank()));
        rank(by, channel, account.id(), after, true);
        rank(by, channel, account.id(), before, false);
    }

    private void requireMayGive(Person by, Channel channel, @Nullable Rank rank) throws Refused {
        if (!isFounder(by, channel)) {
            requirements.rank(channel, by, rank == null ? Rank.OPERATOR : Moderation.needed(rank));
        }
    }

    /// Gives somebody the rank that they are given whenever they come.
    void claim(Person by, ChannelName name) throws Refused {
        var channel = requirements.membership(by, name);
        var due = channel.due(by.author()).orElseThrow(() -> new Refused(new NotFounder(name)));
        rank(by, channel, by, due, true);
    }

    /// Gives a rank to, or takes it from, those members who are logged in to an account.
    private void rank(
            Person by, Channel channel, PersonId account, @Nullable Rank rank, boolean given) {
        if (rank == null) {
            return;
        }
        for (var id : List.copyOf(channel.members())) {
            var member = state.person(id).orElseThrow();
            if (member.author().login().filter(it -> it.account().equals(account)).isPresent()) {
                rank(by, channel, member, rank, given);
            }
        }
    }

    private void rank(Person by, Channel channel, Person member, Rank rank, boolean given) {
        if (channel.ranks(member.id()).contains(rank) != given) {
            var change = new ModeChange.Ranked(member.author(), rank, given);
            ledger.record(new ModeChanged(channel.name(), by.author(), change), channel.audience());
        }
    }

    /// An owner of an account gives up all that channels gave to it.
    void giveUp(Person owner) {
        for (var channel : state.channels().all()) {
            if (channel.access().containsKey(owner.id())) {
                end(channel, owner.id());
            }
            if (channel.founder().filter(it -> it.person().equals(owner.id())).isPresent()) {
                release(channel);
                memberships.closeIfForgotten(channel.name());
            }
        }
    }

    /// All owners of accounts do.
    void giveUpAll() {
        for (var channel : state.channels().all()) {
            List.copyOf(channel.access().keySet()).forEach(account -> end(channel, account));
            if (channel.founder().isPresent()) {
                release(channel);
            }
        }
    }

    private void end(Channel channel, PersonId account) {
        var author = state.person(account).orElseThrow().author();
        ledger.record(new AccessSet(channel.name(), author, author, Optional.empty()));
    }

    private void release(Channel channel) {
        ledger.record(new ChannelReleased(channel.name()));
    }
}
