package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static veche.journal.Scribe.guest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import veche.event.Author;
import veche.event.Entry;
import veche.event.Event;
import veche.name.Nickname;

/// What every journal does, whatever it is made of. The contracts that it adds to have it by topic.
abstract class JournalContract extends RenamingContract {

    @Test
    void aNewJournalIsEmpty() throws JournalException {
        assertThat(journal.last()).isZero();
        assertThat(journal.messages()).isZero();
        assertThat(facts()).isEmpty();
        assertThat(everythingIn(TEA)).isEmpty();
        assertThat(journal.count(TEA, 0, END)).isZero();
        assertThat(journal.correspondence(ANN.person(), 0)).isEmpty();
        assertThat(search("tea")).isEmpty();
        assertThat(journal.positionAt(LATER)).isZero();
        assertThat(journal.lastTime()).isEqualTo(Instant.EPOCH);
        assertThat(journal.prune(keep(1), LATER, 10)).isZero();
    }

    @Test
    void everyEventComesBackAsItWas() throws JournalException {
        var all = EveryEvent.of(scribe);
        journal.append(all);
        reopen();
        for (var entry : all) {
            var isFactOnly = entry.event() instanceof Event.Current;
            assertThat(journal.find(entry.position()))
                    .isEqualTo(isFactOnly ? Optional.empty() : Optional.of(entry));
        }
        assertThat(facts())
                .containsAll(
                        all.stream()
                                .filter(entry -> entry.event() instanceof Event.Current)
                                .toList());
        assertThat(journal.last()).isEqualTo(all.size());
        assertThat(journal.find(all.size() + 1L)).isEmpty();
        assertThat(journal.find(0)).isEmpty();
    }

    @Test
    void namesComeBackAsTheyWereWritten() throws JournalException {
        var spelled = new Author.Login(ANN.person(), new Nickname("ANN"));
        var by = new Author(ANN.person(), ANN.name(), Optional.of(spelled), "u@cloak");
        var said = append(scribe.said("#tea", by, "hello"));
        var found = (Event.Said) journal.find(said.position()).orElseThrow().event();
        assertThat(found.by().name().text()).isEqualTo("ann");
        assertThat(found.by().login().orElseThrow().name().text()).isEqualTo("ANN");
        assertThat(found.by().address()).isEqualTo("u@cloak");
    }

    @Test
    void aVisitIsRememberedAsTheAccountThatItWas() throws JournalException {
        var visitor = Scribe.visitor(5_000, "annie", ANN);
        var remembered =
                new Author(ANN.person(), visitor.name(), visitor.login(), visitor.address());
        var said = append(scribe.said("#tea", visitor, "hello"));
        var told = append(scribe.told(visitor, BOB, "hello"));
        assertThat(everythingIn(TEA))
                .extracting(entry -> ((Event.Spoken) entry.event()).by())
                .containsExactly(remembered);
        assertThat(everythingIn(between(ANN, BOB)))
                .extracting(Entry::position)
                .containsExactly(told.position());
        assertThat(said.position()).isEqualTo(1);
    }

    @Test
    void whereTheOtherPersonComesFromIsNotRemembered() throws JournalException {
        var zoe = guest(5_000, "zoe");
        var told = append(scribe.told(ANN, zoe, "hello"));
        var found = (Event.Told) journal.find(told.position()).orElseThrow().event();
        assertThat(found.to().person()).isEqualTo(zoe.person());
        assertThat(found.to().login()).isEmpty();
        assertThat(found.to().address()).isEqualTo(Author.hidden(zoe.person()));
    }

    @Test
    void whatIsNotToBeKeptIsRefusedAndChangesNothing() throws JournalException {
        var said = scribe.said("#tea", ANN, "hello");
        for (var event :
                List.of(
                        new Event.LoggedIn(guest(5_000, "zoe"), ANN),
                        new Event.AwaySet(ANN, Optional.empty()),
                        new Event.Withdrawn(TEA, ANN))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> journal.append(List.of(said, new Entry(2, LATER, event))));
        }
        assertThat(everythingIn(TEA)).isEmpty();
        append(said);
    }

    @Test
    void whatIsAppendedOutOfOrderIsRefusedAndChangesNothing() throws JournalException {
        var first = scribe.said("#tea", ANN, "first");
        var second = scribe.said("#tea", ANN, "second");
        var third = scribe.said("#tea", ANN, "third");
        append(second);
        for (var batch :
                List.of(
                        List.<Entry>of(),
                        List.of(first),
                        List.of(second),
                        List.of(third, third),
                        List.of(third, first))) {
            assertThatIllegalArgumentException().isThrownBy(() -> journal.append(batch));
        }
        assertThat(everythingIn(TEA)).containsExactly(second);
        assertThat(journal.last()).isEqualTo(2);
        append(third);
        assertThat(everythingIn(TEA)).containsExactly(second, third);
    }

    @Test
    void theLastPositionCountsSecretsAndOutlivesWhatIsForgotten() throws JournalException {
        append(scribe.said("#tea", ANN, "one"));
        append(scribe.credential(ANN, "secret"));
        reopen();
        assertThat(journal.last()).isEqualTo(2);

        append(scribe.said("#tea", ANN, "two"));
        journal.prune(keep(0), LATER, 10);
        reopen();
        assertThat(journal.last()).isEqualTo(3);
        assertThat(journal.messages()).isZero();
    }

    @Test
    void whoReadsDuringAppendsSeesWholeBatches() throws Exception {
        var batches = 100;
        var size = 40;
        var reading = CompletableFuture.supplyAsync(() -> readUntil(batches * size));
        for (var i = 0; i < batches; i++) {
            var batch = new ArrayList<Entry>();
            for (var k = 0; k < size; k++) {
                batch.add(scribe.said("#tea", ANN, "hello"));
            }
            journal.append(batch);
        }
        var seen = reading.get(60, TimeUnit.SECONDS);
        assertThat(seen).isNotEmpty().allMatch(count -> count % size == 0);
    }

    private Collection<Integer> readUntil(int all) {
        var counts = new ArrayList<Integer>();
        try {
            do {
                var last = journal.last();
                counts.add(everythingIn(TEA).size());
                assertThat((long) counts.getLast()).isGreaterThanOrEqualTo(last);
            } while (counts.getLast() < all);
        } catch (JournalException e) {
            throw new AssertionError(e);
        }
        return counts;
    }
}
