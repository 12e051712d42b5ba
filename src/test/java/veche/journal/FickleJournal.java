package veche.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import veche.config.Retention;
import veche.event.Conversation;
import veche.event.Entry;
import veche.name.CaseMapping;
import veche.name.PersonId;

/// A journal on a disk that stops, fills up, and recovers as a test wishes.
public final class FickleJournal implements Journal {

    private final MemoryJournal memory = new MemoryJournal();

    /// The batches that were stored.
    final List<List<Entry>> batches = new ArrayList<>();

    /// How often an append fails yet.
    public final AtomicInteger failures = new AtomicInteger();

    /// An append waits for one of these, if it is to wait at all.
    private final Semaphore permits = new Semaphore(0);

    /// One for each append that has begun, and for each call of prune that is over.
    public final Semaphore begun = new Semaphore(0);

    final Semaphore pruned = new Semaphore(0);

    private volatile boolean stopped;

    /// From now on an append waits until it is [let][#let].
    void stop() {
        stopped = true;
    }

    void let(int appends) {
        permits.release(appends);
    }

    @Override
    public void append(List<Entry> batch) throws JournalException {
        begun.release();
        if (stopped) {
            acquire(permits);
        }
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new JournalException(
                    JournalException.Trouble.DISK_FULL, "veche.db: the disk is full");
        }
        memory.append(batch);
        synchronized (batches) {
            batches.add(List.copyOf(batch));
        }
    }

    public static void acquire(Semaphore semaphore) {
        try {
            if (!semaphore.tryAcquire(30, TimeUnit.SECONDS)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public int prune(Retention retention, Instant now, int limit) {
        var forgotten = memory.prune(retention, now, limit);
        pruned.release();
        return forgotten;
    }

    @Override
    public CaseMapping names() {
        return memory.names();
    }

    @Override
    public long last() {
        return memory.last();
    }

    @Override
    public Instant lastTime() {
        return memory.lastTime();
    }

    @Override
    public long messages() {
        return memory.messages();
    }

    @Override
    public void replay(Consumer<Entry> reader) {
        memory.replay(reader);
    }

    @Override
    public Optional<Entry> find(long position) {
        return memory.find(position);
    }

    @Override
    public List<Entry> latest(
            Conversation conversation, Scope scope, long after, long before, int limit) {
        return memory.latest(conversation, scope, after, before, limit);
    }

    @Override
    public List<Entry> earliest(
            Conversation conversation, Scope scope, long after, long before, int limit) {
        return memory.earliest(conversation, scope, after, before, limit);
    }

    @Override
    public long count(Conversation conversation, long after, long before) {
        return memory.count(conversation, after, before);
    }

    @Override
    public List<Correspondent> correspondents(PersonId account, long after) {
        return memory.correspondents(account, after);
    }

    @Override
    public List<Entry> search(Search search) {
        return memory.search(search);
    }

    @Override
    public long positionAt(Instant time) {
        return memory.positionAt(time);
    }

    @Override
    public void close() {}
}
