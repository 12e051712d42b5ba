package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static veche.journal.Scribe.author;
import static veche.journal.Scribe.guest;
import static veche.journal.Scribe.visitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import veche.config.Retention;
import veche.event.ChannelFlag;
import veche.event.ChannelList;
import veche.event.Entry;
import veche.event.Event;
import veche.event.ModeChange;
import veche.event.Rank;
import veche.language.Language;
import veche.name.ChannelName;
import veche.net.Reason;

/// What every journal tells again when a server starts.
abstract class FactsContract extends JournalFixture {

    @Test
    void aFactIsTheLastEntryThatSettledIt() throws JournalException {
        append(scribe.registered(ANN));
        append(scribe.language(ANN, Language.RUSSIAN));
        append(scribe.topic("#tea", ANN, "green"));
        var arrived = append(scribe.arrived(ANN));
        var registered = append(scribe.registered(ANN));
        var language = append(scribe.language(ANN, Language.ENGLISH));
        var topic = append(scribe.topic("#TEA", BOB, "black"));
        var left = append(scribe.left(ANN, 3));
        append(scribe.said("#tea", ANN, "words settle nothing"));

        assertThat(facts()).containsExactly(arrived, registered, language, topic, left);
    }

    @Test
    void aDeviceIsKnownUntilItIsForgotten() throws JournalException {
        var registered = append(scribe.registered(ANN));
        append(scribe.entry(new Event.DeviceSeen(ANN.person(), "phone", 3, true)));
        append(scribe.entry(new Event.DeviceSeen(ANN.person(), "tablet/2", 4, false)));
        var phone = append(scribe.entry(new Event.DeviceSeen(ANN.person(), "phone", 5, false)));
        append(scribe.entry(new Event.DeviceSeen(ANN.person(), "tablet/2", 0, false)));

        assertThat(facts()).containsExactly(registered, phone);
    }

    @Test
    void oneBatchCanSettleAndEndAFactSeveralTimes() throws JournalException {
        var back = scribe.registered(author(7, "ann"));
        journal.append(List.of(back, scribe.joined("#tea", ANN), scribe.parted("#Tea", ANN)));
        assertThat(facts()).containsExactly(back);
    }

    @Test
    void anAccountTakesItsFactsWithItAndNoOthers() throws JournalException {
        for (var who : List.of(ANN, BOB, EVE)) {
            append(scribe.registered(who));
            append(scribe.credential(who, "secret of " + who.name()));
            append(scribe.joined("#tea", who));
        }
        var topic = append(scribe.topic("#tea", ANN, "mine"));
        append(scribe.removed(ANN));

        assertThat(facts()).hasSize(7).contains(topic).noneMatch(FactsContract::isOfAnn);
    }

    private static boolean isOfAnn(Entry entry) {
        return switch (entry.event()) {
            case Event.Registered(var author) -> author.equals(ANN);
            case Event.CredentialSet(var account, _) -> account.equals(ANN.person());
            case Event.Joined(_, var by) -> by.equals(ANN);
            default -> false;
        };
    }

    @Test
    void clearedAccountsCanComeBackUnderTheirOldIds() throws JournalException {
        for (var who : List.of(ANN, BOB)) {
            append(scribe.registered(who));
            append(scribe.credential(who, "secret"));
            append(scribe.joined("#tea", who));
        }
        append(scribe.cleared(2));
        assertThat(facts()).isEmpty();

        var restored =
                List.of(
                        scribe.registered(ANN),
                        scribe.credential(ANN, "secret"),
                        scribe.left(ANN, 4),
                        scribe.joined("#tea", ANN));
        journal.append(restored);
        reopen();
        assertThat(facts()).isEqualTo(restored);
    }

    @Test
    void ofASecretThereIsOneCopyAtMost() throws JournalException {
        append(scribe.credential(ANN, "old"));
        var present = append(scribe.credential(ANN, "new"));
        assertThat(facts()).containsExactly(present);
        append(scribe.removed(ANN));
        assertThat(facts()).isEmpty();
    }

    @Test
    void replayingFactsTellsTheSameAsReplayingEverything() throws JournalException {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var all = new ArrayList<Entry>();
        for (var round = 0; round < 100; round++) {
            var batch = new ArrayList<Entry>();
            for (var i = random.nextInt(1, 20); i > 0; i--) {
                batch.add(RandomEvents.next(random, scribe));
            }
            journal.append(batch);
            all.addAll(batch);
            if (random.nextInt(20) == 0) {
                reopen();
            }
            var told = new Assembly();
            journal.replay(told::take);
            var lived = new Assembly();
            all.forEach(lived::take);
            assertThat(told.state()).as("seed %d, round %d", seed, round).isEqualTo(lived.state());
        }
        assertThat(facts())
                .as("seed %d", seed)
                .isSortedAccordingTo((a, b) -> Long.compare(a.position(), b.position()));
    }

    @Test
    void whatNoLongerHoldsIsNoFact() throws JournalException {
        append(scribe.topic("#tea", ANN, "green"));
        append(scribe.noTopic("#Tea", BOB));
        var tea = new ChannelName("#tea");
        for (var on : List.of(true, false)) {
            append(scribe.mode("#tea", ANN, new ModeChange.Flagged(ChannelFlag.SECRET, on)));
            append(
                    scribe.mode(
                            "#tea",
                            ANN,
                            new ModeChange.Listed(
                                    ChannelList.BAN, on ? "Eve!*@a/b" : "eve!*@A/B", on)));
            append(
                    scribe.entry(
                            new Event.Preferred(
                                    ANN.person(),
                                    "persistence",
                                    on ? Optional.of("on") : Optional.empty())));
            append(
                    scribe.entry(
                            on
                                    ? new Event.ChannelRegistered(tea, ANN)
                                    : new Event.ChannelReleased(tea)));
            append(
                    scribe.entry(
                            new Event.AccessSet(
                                    tea,
                                    ANN,
                                    BOB,
                                    on ? Optional.of(Rank.VOICE) : Optional.empty())));
        }
        assertThat(facts()).isEmpty();
    }

    @Test
    void ranksEndWithTheMembership() throws JournalException {
        var voice = new ModeChange.Ranked(ANN, Rank.VOICE, true);
        for (var end :
                List.of(
                        new Event.Parted(new ChannelName("#tea/x"), ANN),
                        new Event.Kicked(new ChannelName("#tea/x"), BOB, ANN, Optional.empty()),
                        new Event.Left(ANN, 0, Reason.QUIT, Optional.empty(), false, List.of()))) {
            append(scribe.joined("#tea/x", ANN));
            append(scribe.mode("#tea/x", BOB, voice));
            var other = append(scribe.joined("#tea", BOB));
            append(scribe.entry(end));
            assertThat(facts())
                    .filteredOn(entry -> !(entry.event() instanceof Event.Left))
                    .containsExactly(other);
        }
        append(scribe.mode("#tea", BOB, voice));
        var joined = append(scribe.joined("#tea", ANN));
        assertThat(facts())
                .as("who joins has no rank")
                .endsWith(joined)
                .noneMatch(entry -> entry.event() instanceof Event.ModeChanged);
    }

    @Test
    void aClosedChannelTakesItsFactsWithItAndNoOthers() throws JournalException {
        append(scribe.entry(new Event.ChannelMade(new ChannelName("#tea"), ANN)));
        append(scribe.mode("#tea", ANN, new ModeChange.Keyed(Optional.of("sesame"))));
        var other = append(scribe.topic("#tea/topic", ANN, "another channel"));
        var similar = append(scribe.topic("#tea%2Ftopic", ANN, "yet another"));
        append(scribe.topic("#tea", ANN, "green"));
        append(scribe.entry(new Event.ChannelClosed(new ChannelName("#TEA"), false)));
        assertThat(facts()).containsExactly(other, similar);
    }

    @Test
    void guestsAreForgotten() throws JournalException {
        for (var who : List.of(guest(5_000, "zoe"), visitor(5_001, "annie", ANN))) {
            append(scribe.arrived(who));
            append(scribe.joined("#tea", who));
            append(scribe.mode("#tea", who, new ModeChange.Ranked(who, Rank.OPERATOR, true)));
            append(scribe.left(who, 0));
        }
        assertThat(facts()).isEmpty();
    }

    @Test
    void messagesThatMayBeSentAgainAreTold() throws JournalException {
        var arrived = append(scribe.arrived(ANN));
        var said = append(scribe.sent("#tea", ANN, "id 1"));
        var joined = append(scribe.joined("#tea", ANN));
        append(scribe.said("#tea", ANN, "without an id"));
        append(scribe.sent("#tea", guest(5_000, "zoe"), "id 2"));
        var deleted = append(scribe.sent("#tea", ANN, "id 3"));
        append(scribe.redacted("#tea", ANN, deleted.position()));
        var last = append(scribe.sent("#chess", BOB, "id 4"));
        reopen();
        assertThat(facts()).containsExactly(arrived, said, joined, last);
    }

    @Test
    void ofMessagesThatMayBeSentAgainTheLastAreTold() throws JournalException {
        var sent = new ArrayList<Entry>();
        for (var i = 0; i < Journal.SENT + 10; i++) {
            sent.add(scribe.sent("#tea", ANN, "id " + i));
        }
        journal.append(sent);
        assertThat(facts()).isEqualTo(sent.subList(10, sent.size()));
        journal.prune(Retention.EVERYTHING, LATER, 10);
        assertThat(facts()).isEqualTo(sent.subList(10, sent.size()));
    }
}
