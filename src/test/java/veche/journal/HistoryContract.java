package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static veche.journal.Scribe.author;
import static veche.journal.Scribe.guest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import veche.event.Addressee;
import veche.event.Conversation;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Manner;
import veche.event.ModeChange;
import veche.event.Rank;
import veche.event.Tags;
import veche.event.Text;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.net.Reason;

/// What every journal knows of a conversation.
abstract class HistoryContract extends FactsContract {

    @Test
    void theLatestOfAConversationAreTheLastOnesBetweenTwoPositions() throws JournalException {
        var said = new ArrayList<Entry>();
        for (var i = 0; i < 20; i++) {
            said.add(append(scribe.said("#tea", ANN, "tea " + i)));
            append(scribe.said("#chess", ANN, "chess " + i));
            append(scribe.joined("#tea", ANN));
        }
        assertThat(everythingIn(channel("#TEA"))).isEqualTo(said);
        assertThat(journal.latest(TEA, 0, END, 3)).isEqualTo(said.subList(17, 20));
        var sixth = said.get(5).position();
        var tenth = said.get(9).position();
        assertThat(journal.latest(TEA, sixth, tenth, 50)).isEqualTo(said.subList(6, 9));
        assertThat(journal.latest(TEA, sixth, tenth, 2)).isEqualTo(said.subList(7, 9));
        assertThat(journal.latest(TEA, sixth, sixth + 1, 2)).isEmpty();
        assertThat(journal.latest(TEA, tenth, sixth, 2)).isEmpty();
        assertThat(journal.latest(channel("#empty"), 0, END, 2)).isEmpty();
    }

    @Test
    void countTellsHowManyLatestWouldFind() throws JournalException {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var i = 0; i < 200; i++) {
            append(scribe.said(random.nextBoolean() ? "#tea" : "#chess", ANN, "hello"));
            if (random.nextInt(4) == 0) {
                scribe.skip();
            }
        }
        journal.prune(keep(60), LATER, 1_000);
        for (var i = 0; i < 100; i++) {
            var after = random.nextLong(-1, journal.last() + 2);
            var before = random.nextLong(-1, journal.last() + 2);
            assertThat(journal.count(TEA, after, before))
                    .as("seed %d: after %d, before %d", seed, after, before)
                    .isEqualTo(journal.latest(TEA, after, before, 1_000).size());
        }
        assertThat(journal.count(TEA, 0, END)).isEqualTo(60);
    }

    @Test
    void correspondenceHasThePrivateConversationsOfOneAccount() throws JournalException {
        append(scribe.told(ANN, BOB, "hello"));
        var toEve = append(scribe.told(EVE, ANN, "hello"));
        append(scribe.told(BOB, EVE, "not for ann"));
        append(scribe.said("#tea", ANN, "hello all"));
        append(scribe.told(ANN, ANN, "note"));
        append(scribe.told(BOB, ANN, "hello"));

        assertThat(journal.correspondence(ANN.person(), 0))
                .containsExactly(between(EVE, ANN), between(ANN, ANN), between(ANN, BOB));
        assertThat(journal.correspondence(ANN.person(), toEve.position()))
                .containsExactly(between(ANN, ANN), between(ANN, BOB));
        assertThat(journal.correspondence(ANN.person(), journal.last())).isEmpty();
        assertThat(journal.correspondence(author(1, "nobody").person(), 0)).isEmpty();
    }

    @Test
    void positionAtIsThatOfTheLastEntryThatIsNotLater() throws JournalException {
        for (var i = 1; i <= 100; i++) {
            append(i % 3 == 0 ? scribe.arrived(ANN) : scribe.said("#tea", ANN, "hello"));
        }
        for (var position = 1; position <= 100; position++) {
            var time = Scribe.timeOf(position);
            assertThat(journal.positionAt(time)).isEqualTo(position);
            assertThat(journal.positionAt(time.plusMillis(999))).isEqualTo(position);
            assertThat(journal.positionAt(time.minusMillis(1))).isEqualTo(position - 1L);
        }
        assertThat(journal.positionAt(Instant.EPOCH)).isZero();
        assertThat(journal.lastTime()).isEqualTo(Scribe.timeOf(100));
    }

    @Test
    void positionAtGoesAroundGapsAndTakesTheLastOfOneTime() throws JournalException {
        var time = Scribe.START;
        for (var position : List.of(10L, 11L, 5_000L)) {
            append(new Entry(position, time, scribe.said("#tea", ANN, "hello").event()));
        }
        append(new Entry(1L << 40, time.plusMillis(1), scribe.arrived(ANN).event()));
        assertThat(journal.positionAt(time)).isEqualTo(5_000);
        assertThat(journal.positionAt(time.plusMillis(1))).isEqualTo(1L << 40);
        assertThat(journal.positionAt(time.minusMillis(1))).isZero();
    }

    private List<Entry> history(Conversation conversation) throws JournalException {
        return journal.latest(conversation, Scope.EVERYTHING, 0, END, 1_000);
    }

    private static List<ChannelName> channels(String... names) {
        return Arrays.stream(names).map(ChannelName::new).toList();
    }

    @Test
    void theHistoryOfAChannelHasWhatHappenedThere() throws JournalException {
        var op = new ModeChange.Ranked(BOB, Rank.OPERATOR, true);
        var tea = channels("#tea").getFirst();
        var events =
                List.of(
                        scribe.joined("#tea", ANN),
                        scribe.said("#tea", ANN, "hello"),
                        scribe.mode("#tea", ANN, op),
                        scribe.entry(
                                new Event.Renamed(
                                        BOB,
                                        new Nickname("bo"),
                                        channels("#chess", "#Tea", "#tea"))),
                        scribe.topic("#tea", BOB, "green"),
                        scribe.entry(new Event.Kicked(tea, ANN, EVE, Optional.empty())),
                        scribe.parted("#tea", ANN),
                        scribe.entry(
                                new Event.Left(
                                        BOB,
                                        0,
                                        Reason.QUIT,
                                        Optional.of(new Text("bye")),
                                        false,
                                        channels("#tea", "#chess"))));
        journal.append(events);
        append(scribe.left(ANN, 3));
        append(scribe.arrived(ANN));
        append(scribe.entry(new Event.ChannelMade(tea, ANN)));
        append(scribe.joined("#empty", ANN));
        reopen();

        assertThat(history(TEA)).isEqualTo(events);
        assertThat(history(CHESS)).containsExactly(events.get(3), events.get(7));
        assertThat(everythingIn(TEA)).containsExactly(events.get(1), events.get(4));
        assertThat(journal.count(TEA, 0, END)).isEqualTo(2);
        assertThat(journal.newest(TEA)).contains(events.get(4));
        assertThat(journal.newest(CHESS)).isEmpty();
    }

    @Test
    void theFirstAndTheLastOfAHistoryAreBetweenTwoPositions() throws JournalException {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var all = new ArrayList<Entry>();
        for (var i = 0; i < 200; i++) {
            var channel = random.nextBoolean() ? "#tea" : "#chess";
            var entry =
                    append(
                            random.nextBoolean()
                                    ? scribe.said(channel, ANN, "hello")
                                    : scribe.joined(channel, ANN));
            if (channel.equals("#tea")) {
                all.add(entry);
            }
        }
        for (var i = 0; i < 100; i++) {
            var scope = random.nextBoolean() ? Scope.SPOKEN : Scope.EVERYTHING;
            var after = random.nextLong(-1, 202);
            var before = random.nextLong(-1, 202);
            var limit = random.nextInt(1, 30);
            var between =
                    all.stream()
                            .filter(entry ->
                                    entry.position() > after
                                            && entry.position() < before
                                            && (scope == Scope.EVERYTHING
                                                    || entry.event() instanceof Event.Spoken))
                            .toList();
            var found = Math.min(limit, between.size());
            assertThat(journal.earliest(TEA, scope, after, before, limit))
                    .as("seed %d", seed)
                    .isEqualTo(between.subList(0, found));
            assertThat(journal.latest(TEA, scope, after, before, limit))
                    .as("seed %d", seed)
                    .isEqualTo(between.subList(between.size() - found, between.size()));
        }
    }

    @Test
    void correspondentsAreCalledAsTheyWereLast() throws JournalException {
        var zoe = guest(5_000, "zoe");
        append(scribe.told(ANN, BOB, "hello"));
        append(scribe.told(BOB.called(new Nickname("Bobby")), ANN, "hello"));
        append(scribe.told(ANN, zoe, "hello"));
        append(scribe.told(ANN, ANN, "note"));
        var byAnn = append(scribe.told(ANN, BOB.called(new Nickname("bo")), "bye"));
        var deleted = append(scribe.told(zoe.called(new Nickname("zoë")), ANN, "oops"));
        append(
                scribe.entry(
                        new Event.Redacted(
                                new Addressee.One(ANN),
                                zoe,
                                deleted.position(),
                                Optional.empty())));

        assertThat(journal.correspondents(ANN.person(), 0))
                .containsExactly(
                        new Correspondent(between(ANN, ANN), ANN.name(), 4, Scribe.timeOf(4)),
                        new Correspondent(
                                between(ANN, BOB),
                                new Nickname("bo"),
                                byAnn.position(),
                                byAnn.time()),
                        new Correspondent(
                                between(ANN, zoe),
                                new Nickname("zoë"),
                                deleted.position(),
                                deleted.time()));
        assertThat(journal.correspondents(zoe.person(), 0))
                .extracting(Correspondent::name)
                .containsExactly(ANN.name());
        assertThat(journal.correspondents(ANN.person(), byAnn.position()))
                .extracting(Correspondent::name)
                .containsExactly(new Nickname("zoë"));
    }

    @Test
    void nobodyFindsInTheHistoryThatSomethingWasDeletedWhichTheyNeverHeard()
            throws JournalException {
        append(scribe.joined("#tea", ANN));
        var tea = channels("#tea").getFirst();
        var few = new Addressee.Ranking(tea, Rank.HALF_OPERATOR);
        var aside =
                append(
                        scribe.entry(
                                new Event.SaidToRank(
                                        tea,
                                        few.least(),
                                        ANN,
                                        Manner.SPEECH,
                                        new Text("psst"),
                                        Tags.NONE)));
        append(
                scribe.entry(
                        new Event.Redacted(
                                few,
                                ANN,
                                aside.position(),
                                Optional.of(new Text("that was about bob")))));
        assertThat(history(TEA)).extracting(Entry::position).containsExactly(1L);
        assertThat(journal.find(aside.position()))
                .map(Entry::event)
                .contains(new Event.Withdrawn(TEA, ANN));
    }

    @Test
    void aDeletedMessageLeavesItsPlaceAndNoWords() throws JournalException {
        append(scribe.said("#tea", ANN, "before"));
        var oops = append(scribe.sent("#tea", ANN, "id"));
        append(scribe.said("#tea", BOB, "after"));
        var redacted = append(scribe.redacted("#Tea", BOB, oops.position()));
        reopen();

        var left = new Entry(oops.position(), oops.time(), new Event.Withdrawn(TEA, ANN));
        assertThat(everythingIn(TEA)).hasSize(3).contains(left).doesNotContain(oops);
        assertThat(journal.find(oops.position())).contains(left);
        assertThat(history(TEA)).hasSize(4).endsWith(redacted);
        assertThat(journal.count(TEA, 0, END)).isEqualTo(3);
        assertThat(journal.messages()).isEqualTo(3);

        append(scribe.redacted("#tea", BOB, oops.position()));
        assertThat(everythingIn(TEA)).hasSize(3).contains(left);
    }

    @Test
    void whatWasSaidInTheSameBatchOrToSomeOnlyCanBeDeleted() throws JournalException {
        var tea = channels("#tea").getFirst();
        var said = scribe.said("#tea", ANN, "oops");
        var aside =
                scribe.entry(
                        new Event.SaidToRank(
                                tea,
                                Rank.HALF_OPERATOR,
                                ANN,
                                Manner.SPEECH,
                                new Text("psst"),
                                Tags.NONE));
        journal.append(
                List.of(
                        said,
                        aside,
                        scribe.redacted("#tea", ANN, said.position()),
                        scribe.redacted("#tea", ANN, aside.position())));
        for (var position : List.of(said.position(), aside.position())) {
            assertThat(journal.find(position).orElseThrow().event())
                    .isEqualTo(new Event.Withdrawn(TEA, ANN));
        }
        assertThat(everythingIn(TEA)).hasSize(1);
    }

    @Test
    void deletingWhatIsNotThereChangesNothing() throws JournalException {
        var elsewhere = append(scribe.said("#chess", ANN, "e4"));
        var told = append(scribe.told(ANN, BOB, "psst"));
        var joined = append(scribe.joined("#tea", ANN));
        for (var entry : List.of(elsewhere, told, joined)) {
            append(scribe.redacted("#tea", ANN, entry.position()));
            assertThat(journal.find(entry.position())).contains(entry);
        }
        append(scribe.redacted("#tea", ANN, 999));
        assertThat(everythingIn(TEA)).isEmpty();
        assertThat(history(TEA)).hasSize(5);
    }
}
