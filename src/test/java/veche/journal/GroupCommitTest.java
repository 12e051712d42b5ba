package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static veche.journal.Scribe.author;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import veche.config.Retention;
import veche.event.Author;
import veche.event.Entry;
import veche.journal.JournalException.Trouble;

@Timeout(60)
class GroupCommitTest {

    private static final Author ANN = author(7, "ann");
    private static final Duration SOON = Duration.ofMillis(1);
    private static final Duration NEVER = Duration.ofMinutes(10);

    /// Work is a list of entries.
    private final FickleJournal journal = new FickleJournal();

    private final Scribe scribe = new Scribe();
    private final BlockingQueue<List<List<Entry>>> rounds = new LinkedBlockingQueue<>();
    private GroupCommit<List<Entry>> commit = commit(Retention.EVERYTHING, NEVER, rounds::add);

    private GroupCommit<List<Entry>> commit(
            Retention retention, Duration closing, Consumer<List<List<Entry>>> release) {
        return new GroupCommit<>(
                journal,
                retention,
                InstantSource.fixed(Scribe.START),
                work -> work,
                release,
                new GroupCommit.Pace(SOON, NEVER, closing));
    }

    @AfterEach
    void close() {
        journal.failures.set(0);
        journal.let(1_000_000);
        commit.close();
    }

    private List<Entry> work(int entries) {
        var work = new ArrayList<Entry>();
        for (var i = 0; i < entries; i++) {
            work.add(scribe.said("#tea", ANN, "hello"));
        }
        return work;
    }

    private List<List<Entry>> nextRound() throws InterruptedException {
        var round = rounds.poll(30, TimeUnit.SECONDS);
        assertThat(round).as("a round in time").isNotNull();
        return round;
    }

    @Test
    void whatGathersWhileTheDiskIsBusyIsStoredInOneBatchAndReleasedInOrder() throws Exception {
        journal.stop();
        commit.start();
        var first = work(1);
        commit.submit(first);
        FickleJournal.acquire(journal.begun);
        var waiting = List.of(work(1), work(3), work(0), work(2));
        waiting.forEach(commit::submit);
        journal.let(2);

        assertThat(nextRound()).containsExactly(first);
        assertThat(nextRound()).isEqualTo(waiting);
        assertThat(journal.batches).extracting(List::size).containsExactly(1, 6);
        assertThat(journal.last()).isEqualTo(7);
    }

    @Test
    void nothingIsReleasedBeforeItIsStored() throws Exception {
        journal.stop();
        commit.start();
        commit.submit(work(1));
        FickleJournal.acquire(journal.begun);
        assertThat(rounds).isEmpty();
        assertThat(commit.figures().waiting()).isEqualTo(1);
        journal.let(1);
        nextRound();
    }

    @Test
    void workWithoutEntriesKeepsItsPlaceAndTouchesNoDisk() throws Exception {
        List<Entry> nothing = List.of();
        commit.submit(nothing);
        commit.submit(nothing);
        commit.start();
        assertThat(nextRound()).containsExactly(nothing, nothing);
        assertThat(journal.batches).isEmpty();
        assertThat(commit.figures().commits()).isZero();
    }

    @Test
    void aBatchIsBounded() throws Exception {
        for (var i = 0; i < 5; i++) {
            commit.submit(work(4_000));
        }
        commit.start();
        assertThat(nextRound()).hasSize(3);
        assertThat(nextRound()).hasSize(2);
        assertThat(journal.batches).extracting(List::size).containsExactly(12_000, 8_000);
    }

    @Test
    void aFullDiskLosesNothingAndDeliversNothingUntilThereIsSpace() throws Exception {
        journal.failures.set(5);
        journal.stop();
        commit.start();
        var first = work(2);
        commit.submit(first);
        journal.let(4);
        for (var attempt = 0; attempt < 5; attempt++) {
            FickleJournal.acquire(journal.begun);
        }
        var second = work(1);
        commit.submit(second);

        assertThat(rounds).isEmpty();
        assertThat(commit.figures().trouble())
                .hasValueSatisfying(e -> assertThat(e.trouble()).isEqualTo(Trouble.DISK_FULL));
        journal.let(10);
        assertThat(nextRound()).containsExactly(first);
        assertThat(nextRound()).containsExactly(second);
        assertThat(journal.batches).containsExactly(first, second);
        assertThat(commit.figures().trouble()).isEmpty();
    }

    @Test
    void closingStoresAndReleasesEverythingFirst() throws Exception {
        journal.stop();
        commit.start();
        commit.submit(work(1));
        FickleJournal.acquire(journal.begun);
        for (var i = 0; i < 100; i++) {
            commit.submit(work(1));
        }
        journal.let(1_000);
        commit.close();

        assertThat(rounds.stream().mapToInt(List::size).sum()).isEqualTo(101);
        assertThat(journal.messages()).isEqualTo(101);
        assertThat(commit.figures().waiting()).isZero();
        assertThatIllegalStateException().isThrownBy(() -> commit.submit(work(1)));
    }

    @Test
    void closingDuringAnOutageTriesAgainAtOnce() throws Exception {
        var patient =
                new GroupCommit<List<Entry>>(
                        journal,
                        Retention.EVERYTHING,
                        InstantSource.fixed(Scribe.START),
                        work -> work,
                        rounds::add,
                        new GroupCommit.Pace(NEVER, NEVER, NEVER));
        journal.failures.set(1);
        patient.start();
        patient.submit(work(1));
        FickleJournal.acquire(journal.begun);
        patient.close();
        assertThat(nextRound()).hasSize(1);
    }

    @Test
    void closingGivesUpWhenTheDiskStaysFull() {
        commit = commit(Retention.EVERYTHING, SOON, rounds::add);
        journal.failures.set(Integer.MAX_VALUE);
        commit.start();
        commit.submit(work(1));
        commit.submit(work(1));
        commit.close();
        assertThat(rounds).isEmpty();
        assertThat(commit.figures().waiting()).isEqualTo(2);
    }

    @Test
    void aReleaseThatFailsDoesNotStopTheNext() throws Exception {
        commit =
                commit(
                        Retention.EVERYTHING,
                        NEVER,
                        round -> {
                            rounds.add(round);
                            if (round.getFirst().size() == 1) {
                                throw new IllegalStateException("a bug");
                            }
                        });
        commit.start();
        commit.submit(work(1));
        nextRound();
        commit.submit(work(2));
        assertThat(nextRound().getFirst()).hasSize(2);
    }

    @Test
    void whatIsNotToBeKeptIsForgottenInPortionsBetweenCommits() throws Exception {
        journal.append(work(2_500));
        commit = commit(new Retention(Optional.empty(), OptionalLong.of(100)), NEVER, rounds::add);
        commit.submit(work(50));
        commit.start();
        nextRound();
        for (var portion = 0; portion < 3; portion++) {
            FickleJournal.acquire(journal.pruned);
        }
        assertThat(journal.messages()).isEqualTo(100);
    }

    @Test
    void figuresTellHowItFares() throws Exception {
        commit.start();
        for (var i = 1; i <= 10; i++) {
            commit.submit(work(i));
            nextRound();
        }
        var figures = commit.figures();
        assertThat(figures.commits()).isEqualTo(10);
        assertThat(figures.entries()).isEqualTo(55);
        assertThat(figures.p50()).isPositive().isLessThanOrEqualTo(figures.p99());
        assertThat(figures.p99()).isLessThanOrEqualTo(figures.max());
    }
}
