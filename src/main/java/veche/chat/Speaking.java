package veche.chat;

import java.util.Optional;
import veche.chat.Command.Accept;
import veche.chat.Command.Forget;
import veche.chat.Command.Redact;
import veche.chat.Command.Relay;
import veche.chat.Command.Say;
import veche.chat.Command.SayToRank;
import veche.chat.Command.Signal;
import veche.chat.Command.Target;
import veche.chat.Command.Tell;
import veche.event.Addressee;
import veche.event.ChannelFlag;
import veche.event.Event.Accepted;
import veche.event.Event.Reacted;
import veche.event.Event.Redacted;
import veche.event.Event.Said;
import veche.event.Event.SaidToRank;
import veche.event.Event.Signalled;
import veche.event.Event.Told;
import veche.event.Event.TopicSet;
import veche.event.Manner;
import veche.event.PersonFlag;
import veche.event.Rank;
import veche.event.Refusal;
import veche.event.Refusal.MayNotDelete;
import veche.event.Refusal.WantsAccount;
import veche.event.Refused;
import veche.event.Tags;
import veche.event.Text;
import veche.name.ChannelName;
import veche.name.PersonId;

/// What people say. Runs on the hub's thread.
final class Speaking {

    private final State state;
    private final Ledger ledger;
    private final Audiences audiences;
    private final Requirements requirements;

    Speaking(State state, Ledger ledger, Audiences audiences, Requirements requirements) {
        this.state = state;
        this.ledger = ledger;
        this.audiences = audiences;
        this.requirements = requirements;
    }

    void say(Person by, Say command) throws Refused {
        var channel = requirements.channel(command.channel());
        var text = command.text();
        var isCommand = text.isCommand() && command.manner() != Manner.ACTION;
        var silence = Admission.silence(channel, by, isCommand);
        requireNew(by, command.tags());
        var tags = tags(by, command.tags());
        var manner = command.manner();
        var isUnwanted = isCommand && channel.is(ChannelFlag.NO_CTCP);
        var isHeardAside = channel.isMember(by.id()) && !isUnwanted;
        if (isAside(channel, by) && (silence.isEmpty() || isHeardAside)) {
            var aside = tags.with(Tags.ASIDE, "");
            sayToRank(by, channel, Rank.HALF_OPERATOR, manner, text, aside);
        } else if (silence.isEmpty()) {
            ledger.record(
                    new Said(channel.name(), by.author(), manner, text, tags), channel.audience());
        } else {
            throw new Refused(silence.get());
        }
    }

    /// Whether what somebody says to a channel reaches only those who keep order there.
    private static boolean isAside(Channel channel, Person by) {
        return channel.is(ChannelFlag.OPERATOR_MODERATED)
                && !channel.isAtLeast(by.id(), Rank.VOICE);
    }

    /// Passes on what somebody says elsewhere, as far as whoever does so may speak there.
    void relay(Person by, Relay command) throws Refused {
        var channel = requirements.channel(command.channel());
        if (!command.anyway()) {
            requirements.rank(channel, by, Rank.OPERATOR);
        }
        var isCommand = command.text().isCommand() && command.manner() != Manner.ACTION;
        var silence = Admission.silence(channel, by, isCommand);
        if (silence.isPresent()) {
            throw new Refused(silence.get());
        }
        Requirements.that(
                !isAside(channel, by),
                new Refusal.MayNotSpeak(channel.name(), Refusal.Silence.MODERATED));
        requireNew(by, command.tags());
        var tags = tags(by, command.tags()).with(Tags.RELAYED, command.speaker());
        ledger.record(
                new Said(channel.name(), by.author(), command.manner(), command.text(), tags),
                channel.audience());
    }

    void sayToRank(Person by, SayToRank command) throws Refused {
        var channel = requirements.channel(command.channel());
        var silence = Admission.silence(channel, by, command.text().isCommand());
        if (silence.isPresent()) {
            throw new Refused(silence.get());
        }
        requireNew(by, command.tags());
        var tags = tags(by, command.tags());
        var least = isAside(channel, by) ? Rank.HALF_OPERATOR : command.least();
        var heard = least.isAtLeast(command.least()) ? least : command.least();
        sayToRank(by, channel, heard, command.manner(), command.text(), tags);
    }

    private void sayToRank(
            Person by, Channel channel, Rank least, Manner manner, Text text, Tags tags) {
        var audience = Audiences.union(audiences.ranking(channel, least), Audiences.of(by));
        ledger.record(
                new SaidToRank(channel.name(), least, by.author(), manner, text, tags), audience);
    }

    void tell(Person by, Tell command) throws Refused {
        var to = requirements.somebody(command.to());
        requireListening(by, to);
        requireNew(by, command.tags());
        ledger.record(
                new Told(
                        by.author(),
                        to.author(),
                        command.manner(),
                        command.text(),
                        tags(by, command.tags())),
                Audiences.of(by, to));
        if (by.is(PersonFlag.ACCOUNTS_TELL) && !by.accepts(to.id())) {
            // Whom one has written to may answer.
            ledger.record(new Accepted(by.author(), to.author(), true));
        }
    }

    void accept(Person by, Accept command) throws Refused {
        var whom = requirements.somebody(command.whom());
        if (by.accepts(whom.id()) != command.accepted()) {
            ledger.record(new Accepted(by.author(), whom.author(), command.accepted()));
        }
    }

    private static void requireListening(Person by, Person to) throws Refused {
        Requirements.that(
                !to.is(PersonFlag.ACCOUNTS_TELL)
                        || by.author().login().isPresent()
                        || to.accepts(by.id()),
                new WantsAccount(to.name()));
    }

    private void requireNew(Person by, Tags tags) throws Refused {
        var before = state.sentBefore().find(by.author(), tags);
        if (before.isPresent()) {
            throw new Refused(before.get());
        }
    }

    private static Tags tags(Person by, Tags tags) {
        return by.is(PersonFlag.BOT) ? tags.with(Tags.BOT, "") : tags;
    }

    void signal(Person by, Signal command) throws Refused {
        var way = way(by, command.to());
        var tags = tags(by, command.tags());
        if (way.to() instanceof Addressee.Everyone(var name)
                && isAside(requirements.channel(name), by)) {
            way = way(by, new Target.Ranking(name, Rank.HALF_OPERATOR));
            tags = tags.with(Tags.ASIDE, "");
        }
        ledger.record(
                command.lasting() && !(way.to() instanceof Addressee.Ranking)
                        ? new Reacted(way.to(), by.author(), tags)
                        : new Signalled(way.to(), by.author(), tags),
                way.audience());
    }

    /// Where something goes.
    @SuppressWarnings("ArrayRecordComponent") // an audience is compared by identity
    private record Way(Addressee to, Session[] audience) {}

    /// Where something goes that somebody may send there.
    private Way way(Person by, Target target) throws Refused {
        return switch (target) {
            case Target.Everyone(var name) -> {
                var channel = requireSpeaking(by, name);
                yield new Way(new Addressee.Everyone(channel.name()), channel.audience());
            }
            case Target.Ranking(var name, var least) -> {
                var channel = requireSpeaking(by, name);
                yield new Way(
                        new Addressee.Ranking(channel.name(), least),
                        Audiences.union(audiences.ranking(channel, least), Audiences.of(by)));
            }
            case Target.One(var name) -> {
                var to = requirements.somebody(name);
                requireListening(by, to);
                yield new Way(new Addressee.One(to.author()), Audiences.of(by, to));
            }
        };
    }

    private Channel requireSpeaking(Person by, ChannelName name) throws Refused {
        var channel = requirements.channel(name);
        var silence = Admission.silence(channel, by, false);
        if (silence.isPresent() && !requirements.overrules(channel.name())) {
            throw new Refused(silence.get());
        }
        return channel;
    }

    void redact(Person by, Redact command) throws Refused {
        var isOwn = isOwn(by, command.author());
        var way = way(by, command.to());
        Requirements.that(isOwn || keepsOrder(by, way.to()), new MayNotDelete(command.position()));
        ledger.record(
                new Redacted(way.to(), by.author(), command.position(), command.why()),
                way.audience());
    }

    private static boolean isOwn(Person by, PersonId author) {
        return author.equals(by.id()) || author.equals(by.author().correspondent());
    }

    void forget(Person by, Forget command) throws Refused {
        Requirements.that(isOwn(by, command.author()), new MayNotDelete(command.position()));
        var audience =
                state.person(command.to().correspondent())
                        .map(to -> Audiences.of(by, to))
                        .orElseGet(() -> Audiences.of(by));
        ledger.record(
                new Redacted(
                        new Addressee.One(command.to()),
                        by.author(),
                        command.position(),
                        Optional.empty()),
                audience);
    }

    private boolean keepsOrder(Person by, Addressee to) throws Refused {
        var name =
                switch (to) {
                    case Addressee.Everyone(var channel) -> Optional.of(channel);
                    case Addressee.Ranking(var channel, _) -> Optional.of(channel);
                    case Addressee.One _ -> Optional.<ChannelName>empty();
                };
        return name.isPresent()
                && requirements.isAtLeast(requirements.channel(name.get()), by, Rank.HALF_OPERATOR);
    }

    void setTopic(Person by, ChannelName name, Optional<Text> topic) throws Refused {
        var channel = requirements.membership(by, name);
        if (channel.is(ChannelFlag.TOPIC_LOCKED)) {
            requirements.rank(channel, by, Rank.HALF_OPERATOR);
        }
        ledger.record(new TopicSet(channel.name(), by.author(), topic), channel.audience());
    }
}
