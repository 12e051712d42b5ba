package veche.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import veche.event.ChannelFlag;
import veche.event.Event.Knocked;
import veche.event.Rank;
import veche.event.Refusal.KnockedBefore;
import veche.event.Refusal.MayNotSpeak;
import veche.event.Refusal.NotClosed;
import veche.event.Refusal.OtherIsMember;
import veche.event.Refusal.Silence;
import veche.event.Refused;
import veche.name.ChannelName;
import veche.name.PersonId;

/// Who asks to be let in. Runs on the hub's thread.
final class Knocking {

    /// How long nobody is told again that the same person knocks at the same channel.
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private record Knock(PersonId person, ChannelName channel) {}

    private final Ledger ledger;
    private final Audiences audiences;
    private final Requirements requirements;

    /// Those of the last [#PAUSE], the oldest first: the pace of people bounds how many there are.
    private final Map<Knock, Instant> lately = new LinkedHashMap<>();

    Knocking(Ledger ledger, Audiences audiences, Requirements requirements) {
        this.ledger = ledger;
        this.audiences = audiences;
        this.requirements = requirements;
    }

    /// Tells those who can let somebody in that they want to come.
    void knock(Person by, ChannelName name) throws Refused {
        var channel = requirements.channel(name);
        Requirements.that(!channel.isMember(by.id()), new OtherIsMember(channel.name(), by.name()));
        Requirements.that(
                channel.is(ChannelFlag.INVITE_ONLY) || channel.key().isPresent(),
                new NotClosed(channel.name()));
        Requirements.that(
                !Admission.isBanned(channel, by), new MayNotSpeak(channel.name(), Silence.BANNED));
        var now = ledger.time();
        lately.values().removeIf(time -> !time.plus(PAUSE).isAfter(now));
        var knock = new Knock(by.id(), channel.name());
        Requirements.that(!lately.containsKey(knock), new KnockedBefore(channel.name()));
        lately.put(knock, now);
        var keepers = audiences.ranking(channel, Rank.HALF_OPERATOR);
        ledger.record(
                new Knocked(channel.name(), by.author()),
                Audiences.union(keepers, Audiences.of(by)));
    }
}
