package veche.chat;

import java.util.Optional;
import veche.chat.Command.ChangeModes;
import veche.chat.Command.Wish;
import veche.event.Event.ModeChanged;
import veche.event.ModeChange;
import veche.event.Rank;
import veche.event.Refusal.BadMode;
import veche.event.Refusal.ListFull;
import veche.event.Refusal.OtherNotMember;
import veche.event.Refused;
import veche.name.ChannelName;

/// Who makes a channel what it is like. Runs on the hub's thread.
final class Moderation {

    private final Ledger ledger;
    private final Requirements requirements;

    Moderation(Ledger ledger, Requirements requirements) {
        this.ledger = ledger;
        this.requirements = requirements;
    }

    /// Does what may be done of what somebody wants, and refuses the rest. What is so already is
    /// neither.
    void change(Person by, ChangeModes command) throws Refused {
        var channel = requirements.channel(command.channel());
        for (var wish : command.wishes()) {
            try {
                var change = decide(by, channel, wish);
                if (change.isPresent()) {
                    var changed = new ModeChanged(channel.name(), by.author(), change.get());
                    ledger.record(changed, channel.audience());
                }
            } catch (Refused refused) {
                ledger.refuse(refused.refusal());
            }
        }
    }

    private Optional<ModeChange> decide(Person by, Channel channel, Wish wish) throws Refused {
        if (wish instanceof Wish.Ranking(var who, var rank, var given)) {
            return rank(by, channel, new Wish.Ranking(who, rank, given));
        }
        requirements.rank(channel, by, Rank.OPERATOR);
        return switch (wish) {
            case Wish.Flag(var flag, var set) ->
                    channel.is(flag) == set
                            ? Optional.empty()
                            : Optional.of(new ModeChange.Flagged(flag, set));
            case Wish.Listing listing -> list(channel, listing);
            case Wish.Key(var key) -> key(channel, key);
            case Wish.Limit(var limit) ->
                    channel.limit().equals(limit)
                            ? Optional.empty()
                            : Optional.of(new ModeChange.Limited(limit));
            case Wish.Forward(var other) -> forward(by, channel, other);
            case Wish.Ranking ranking -> rank(by, channel, ranking);
        };
    }

    private Optional<ModeChange> rank(Person by, Channel channel, Wish.Ranking wish)
            throws Refused {
        var whom = requirements.somebody(wish.who());
        var givesUp = !wish.given() && whom == by;
        if (!givesUp) {
            // First: who is a member may be a secret.
            requirements.rank(channel, by, needed(wish.rank()));
        }
        Requirements.that(
                channel.isMember(whom.id()), new OtherNotMember(channel.name(), wish.who()));
        return channel.ranks(whom.id()).contains(wish.rank()) == wish.given()
                ? Optional.empty()
                : Optional.of(new ModeChange.Ranked(whom.author(), wish.rank(), wish.given()));
    }

    /// Which rank it takes to give this one, or to take it away.
    static Rank needed(Rank rank) {
        return switch (rank) {
            case VOICE -> Rank.HALF_OPERATOR;
            case HALF_OPERATOR, OPERATOR -> Rank.OPERATOR;
            case ADMINISTRATOR, FOUNDER -> Rank.FOUNDER;
        };
    }

    private static Optional<ModeChange> list(Channel channel, Wish.Listing wish) throws Refused {
        var mask =
                PersonMask.parse(wish.mask(), channel.name().mapping())
                        .orElseThrow(() -> new Refused(bad(channel, wish)));
        var list = channel.list(wish.list());
        if (list.contains(mask.text()) == wish.added()) {
            return Optional.empty();
        }
        Requirements.that(
                !wish.added() || list.items().size() < Rules.MASKS,
                new ListFull(channel.name(), wish.list(), mask.text()));
        return Optional.of(new ModeChange.Listed(wish.list(), mask.text(), wish.added()));
    }

    private static BadMode bad(Channel channel, Wish.Listing wish) {
        return new BadMode(channel.name(), Optional.of(wish.list()), wish.mask());
    }

    private static Optional<ModeChange> key(Channel channel, Optional<String> key) throws Refused {
        if (key.isPresent()) {
            Requirements.that(
                    Rules.isKey(key.get()),
                    new BadMode(channel.name(), Optional.empty(), key.get()));
        }
        return channel.key().equals(key)
                ? Optional.empty()
                : Optional.of(new ModeChange.Keyed(key));
    }

    private Optional<ModeChange> forward(Person by, Channel channel, Optional<ChannelName> other)
            throws Refused {
        if (other.isPresent()) {
            requirements.rank(requirements.channel(other.get()), by, Rank.OPERATOR);
        }
        return channel.forward().equals(other)
                ? Optional.empty()
                : Optional.of(new ModeChange.Forwarded(other));
    }
}
