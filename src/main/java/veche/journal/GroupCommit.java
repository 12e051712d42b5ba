package veche.journal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.config.Retention;
import veche.event.Entry;

/// The journal's thread: what the hub has decided comes in, is stored, and goes out in the same
/// order. While a batch is being stored the next one gathers, so that one sync serves all who wait
/// for it. Nothing goes out before it is stored.
///
/// If the disk fails, nothing goes out and nothing is lost: the same batch is tried again until it
/// can be stored. What waits meanwhile has no bound here: whoever sent it waits for its end, and
/// sends only so much ahead.
///
/// Between batches, what is not to be kept any longer is forgotten, a little at a time.
///
/// @param <W> a piece of work: what was decided together, and who is to be told of it
public final class GroupCommit<W> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

    /// A batch takes in no more work when it has so many entries.
    private static final int BATCH = 10_000;

    /// How many messages are forgotten at once, which takes some milliseconds.
    private static final int PRUNED_AT_ONCE = 1_000;

    /// How long to wait for what.
    ///
    /// @param retry from a failure to store a batch to the next attempt
    /// @param pruning from having nothing to forget to looking again
    /// @param closing for everything to be stored and released, before giving up
    record Pace(Duration retry, Duration pruning, Duration closing) {

        static final Pace USUAL =
                new Pace(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofSeconds(20));
    }

    private final Journal journal;
    private final Retention retention;
    private final InstantSource clock;
    private final Function<W, List<Entry>> entries;
    private final Consumer<List<W>> release;
    private final Pace pace;
    private final Outage outage = new Outage();
    private final Latencies latencies = new Latencies();
    private final Histogram times = new Histogram();
    private final Thread thread = Thread.ofPlatform().name("journal").daemon().unstarted(this::run);

    // Of the journal's thread: work that is taken and not yet begun, and when to prune next, in
    // nanoseconds of System.nanoTime.
    private final Queue<W> taken = new ArrayDeque<>();
    private long nextPruning = System.nanoTime();

    private final Object lock = new Object();

    // Guarded by the lock.
    private final Queue<W> submitted = new ArrayDeque<>();
    private long stored;
    private long unreleased;
    private boolean closing;
    private long deadline;

    /// @param retention what is to be kept
    /// @param clock says how old that is
    /// @param entries what of a piece of work is to be stored; may be none, then it only keeps its
    ///   place in the order. Asked once for each, on the journal's thread
    /// @param release told of each round after it is stored, on the journal's thread; the next
    ///   round waits for it
    public GroupCommit(
            Journal journal,
            Retention retention,
            InstantSource clock,
            Function<W, List<Entry>> entries,
            Consumer<List<W>> release) {
        this(journal, retention, clock, entries, release, Pace.USUAL);
    }

    GroupCommit(
            Journal journal,
            Retention retention,
            InstantSource clock,
            Function<W, List<Entry>> entries,
            Consumer<List<W>> release,
            Pace pace) {
        this.journal = journal;
        this.retention = retention;
        this.clock = clock;
        this.entries = entries;
        this.release = release;
        this.pace = pace;
    }

    /// Begins to store. What was submitted before is stored now.
    public void start() {
        thread.start();
    }

    /// Hands over work, to be stored and released after all that was handed over before. Any
    /// thread; never waits for the disk.
    ///
    /// @throws IllegalStateException after [#close]
    public void submit(W work) {
        submitAll(List.of(work));
    }

    /// As [#submit], several in their order.
    public void submitAll(List<W> works) {
        synchronized (lock) {
            if (closing) {
                throw new IllegalStateException("the journal is closed");
            }
            if (submitted.isEmpty()) {
                lock.notifyAll();
            }
            submitted.addAll(works);
            unreleased += works.size();
        }
    }

    /// How it fares now. Any thread.
    public CommitFigures figures() {
        long entriesStored;
        long waiting;
        synchronized (lock) {
            entriesStored = stored;
            waiting = unreleased;
        }
        return new CommitFigures(
                latencies.count(),
                entriesStored,
                latencies.within(50),
                latencies.within(99),
                latencies.within(100),
                waiting,
                outage.trouble());
    }

    /// How long commits took since the start. Any thread.
    public Histogram.Counted times() {
        return times.counted();
    }

    private void run() {
        try {
            while (awaitWork()) {
                if (!taken.isEmpty() && !commitRound()) {
                    return;
                }
                pruneIfDue();
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread but somebody who wants it to end.
            log.warn("journal interrupted");
        }
    }

    /// Takes all that was submitted, and waits for it if there is nothing else to do.
    ///
    /// @return false if there is nothing left and never will be
    private boolean awaitWork() throws InterruptedException {
        synchronized (lock) {
            if (taken.isEmpty()) {
                waitUntil(nextPruning, () -> closing || !submitted.isEmpty());
            }
            taken.addAll(submitted);
            submitted.clear();
            return !closing || !taken.isEmpty();
        }
    }

    /// Stores a round in one batch, and then releases it.
    ///
    /// @return false if it could not be stored
    private boolean commitRound() throws InterruptedException {
        var room = Math.min(taken.size(), BATCH);
        var round = new ArrayList<W>(room);
        var batch = new ArrayList<Entry>(room);
        while (!taken.isEmpty() && batch.size() < BATCH) {
            var work = taken.remove();
            round.add(work);
            batch.addAll(entries.apply(work));
        }
        var isStored = batch.isEmpty() || store(batch);
        if (isStored) {
            release(round);
        }
        return isStored;
    }

    /// Stores a batch, and tries until it succeeds or [#close] gives up.
    private boolean store(List<Entry> batch) throws InterruptedException {
        boolean hurried;
        do {
            hurried = isClosing();
            if (attempt(batch)) {
                return true;
            }
        } while (awaitRetry(hurried));
        return false;
    }

    private boolean attempt(List<Entry> batch) {
        try {
            outage.attempt();
            var begun = System.nanoTime();
            journal.append(batch);
            count(batch, System.nanoTime() - begun);
            outage.over();
            return true;
        } catch (JournalException e) {
            outage.failed(e, batch.size());
        } catch (RuntimeException e) {
            // A bug. To go on would tell people what is not stored.
            outage.failed(new JournalException("the journal fails", e), batch.size());
        }
        return false;
    }

    private void count(List<Entry> batch, long taken) {
        latencies.add(taken);
        times.add(taken);
        synchronized (lock) {
            stored += batch.size();
        }
    }

    /// Waits before the next attempt. When closing begins, it is made at once.
    ///
    /// @param hurried whether closing had begun before the last attempt
    /// @return false if there is no time left for one
    private boolean awaitRetry(boolean hurried) throws InterruptedException {
        var retry = System.nanoTime() + pace.retry().toNanos();
        synchronized (lock) {
            waitUntil(retry, () -> closing && !hurried);
            return !closing || deadline - System.nanoTime() > 0;
        }
    }

    private boolean isClosing() {
        synchronized (lock) {
            return closing;
        }
    }

    private void release(List<W> round) {
        try {
            release.accept(round);
        } catch (RuntimeException e) {
            log.atError().setCause(e).addKeyValue("work", round.size()).log("release failed");
        }
        synchronized (lock) {
            unreleased -= round.size();
        }
    }

    private void pruneIfDue() {
        if (nextPruning - System.nanoTime() > 0) {
            return;
        }
        var forgotten = 0;
        try {
            forgotten = journal.prune(retention, clock.instant(), PRUNED_AT_ONCE);
        } catch (JournalException | RuntimeException e) {
            log.atWarn().setCause(e).log("cannot forget what is not to be kept");
        }
        nextPruning = System.nanoTime();
        if (forgotten < PRUNED_AT_ONCE) {
            nextPruning += pace.pruning().toNanos();
        }
    }

    /// Waits until something is so, or until a time of System.nanoTime. The caller has the lock.
    private void waitUntil(long end, BooleanSupplier so) throws InterruptedException {
        for (var left = end - System.nanoTime();
                left > 0 && !so.getAsBoolean();
                left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(lock, left);
        }
    }

    /// Stores and releases everything that was submitted. Waits for it for 20 seconds; if the disk
    /// still fails then, the log says how much was not stored. Does not close the journal itself.
    @Override
    public void close() {
        synchronized (lock) {
            if (!closing) {
                closing = true;
                deadline = System.nanoTime() + pace.closing().toNanos();
                lock.notifyAll();
            }
        }
        try {
            // The thread looks at the deadline after each attempt. One that hangs is not waited
            // for.
            thread.join(pace.closing().plus(pace.retry()).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var lost = figures().waiting();
        if (lost > 0) {
            log.atError().addKeyValue("work", lost).log("closed before everything was stored");
        }
    }
}
