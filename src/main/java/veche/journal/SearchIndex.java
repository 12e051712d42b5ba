package veche.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import veche.journal.JournalException.Trouble;
import veche.name.CaseMapping;

/// Follows `veche.db`, so that what was said can be searched. It has a thread of its own, which
/// reads on from where it stopped, in portions, and holds up nobody who appends.
///
/// What goes wrong here is tried again, and logged once, until it goes well; if the index is
/// damaged, it is made anew.
final class SearchIndex implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SearchIndex.class);

    /// How many messages are taken in at once.
    private static final int PORTION = 4_000;

    /// How long news gather, in milliseconds, while nobody searches: many small portions cost more
    /// than a large one.
    private static final int GATHERING = 500;

    /// How many times as long as it takes to take in a portion the thread rests after it, while
    /// nobody searches: about seven eighths of one processor remain for those who write. It still
    /// takes in some ten thousand a second; for what is more whoever searches has to wait.
    private static final int REST = 7;

    /// How long to wait after something went wrong, in milliseconds.
    private static final int RETRY = 10_000;

    /// How long the thread waits for news before it looks for itself, in milliseconds.
    private static final int IDLE = 60_000;

    /// How long closing waits for a portion, in milliseconds.
    private static final int CLOSING = 10_000;

    private final Path file;
    private final Path journal;
    private final CaseMapping names;
    private final int retry;
    private final Thread thread = Thread.ofPlatform().name("search").daemon().unstarted(this::run);
    private volatile long forgotten;

    /// Whether the last attempt went wrong. Of the index's thread.
    private boolean failing;

    private final Object lock = new Object();

    // Guarded by the lock: how often there was news, and up to which all of it is in the index.
    private long news = 1;
    private long followed;
    private int searching;
    private boolean damaged;
    private boolean closing;

    /// @param names how names are read from the journal
    SearchIndex(Path file, Path journal, CaseMapping names) {
        this(file, journal, names, RETRY);
    }

    /// @param retry how long to wait after something went wrong, in milliseconds
    SearchIndex(Path file, Path journal, CaseMapping names, int retry) {
        this.file = file;
        this.journal = journal;
        this.names = names;
        this.retry = retry;
    }

    void start() {
        thread.start();
    }

    Path file() {
        return file;
    }

    /// Says that something was stored or forgotten. Never waits.
    void follow() {
        synchronized (lock) {
            news++;
            lock.notifyAll();
        }
    }

    /// Says that the index cannot be read: it is made anew.
    void damaged() {
        synchronized (lock) {
            damaged = true;
            news++;
            lock.notifyAll();
        }
    }

    /// Up to which id the forgotten messages are no longer in the index.
    long forgotten() {
        return forgotten;
    }

    /// Waits until all that was stored before is in the index.
    ///
    /// @return false if it takes longer than the time given, in milliseconds
    boolean awaitFollowed(long patience) throws InterruptedException {
        synchronized (lock) {
            var wanted = news;
            searching++;
            lock.notifyAll();
            try {
                waitUntil(patience, () -> closing || followed >= wanted);
                return followed >= wanted;
            } finally {
                searching--;
            }
        }
    }

    private void run() {
        try {
            while (!isClosing()) {
                attempt();
            }
        } catch (InterruptedException e) {
            // Nobody does that but somebody who wants this thread to end.
            log.info("search index interrupted");
        }
    }

    private void attempt() throws InterruptedException {
        try {
            removeIfDamaged();
            followJournal();
        } catch (SQLException e) {
            failed(e);
            waitToRetry(Sqlite.trouble(e) == Trouble.DAMAGED);
        }
    }

    private void failed(SQLException why) {
        log.atLevel(failing ? Level.DEBUG : Level.WARN)
                .addKeyValue("file", file)
                .addKeyValue("trouble", Sqlite.trouble(why))
                .addKeyValue("reason", why.getMessage())
                .log("search index fails");
        failing = true;
    }

    private void worked() {
        if (failing) {
            log.atInfo().addKeyValue("file", file).log("search index works again");
        }
        failing = false;
    }

    /// Follows the journal until the index is closed or damaged.
    private void followJournal() throws SQLException, InterruptedException {
        try (var reader = new SqliteReader(journal, names, new Unindexed());
                var index = SearchFile.open(file, reader.last())) {
            forgotten = index.forgotten();
            for (var next = awaitNews(); next > 0; next = awaitNews()) {
                var begun = System.nanoTime();
                while (takePortion(reader, index)) {
                    rest(System.nanoTime() - begun);
                    if (isClosing()) {
                        return;
                    }
                    begun = System.nanoTime();
                }
                worked();
                reach(next);
            }
        }
    }

    /// @return whether there may be more
    private boolean takePortion(SqliteReader reader, SearchFile index) throws SQLException {
        var messages = reader.messagesAfter(index.position(), PORTION);
        var gone = reader.forgottenAfter(index.forgotten(), PORTION);
        if (!messages.isEmpty() || !gone.isEmpty()) {
            index.take(messages, gone);
            forgotten = index.forgotten();
        }
        return messages.size() == PORTION || gone.size() == PORTION;
    }

    /// Waits for news.
    ///
    /// @return how often there was news; 0 to stop
    private long awaitNews() throws InterruptedException {
        synchronized (lock) {
            waitUntil(IDLE, () -> closing || damaged || news > followed);
            waitUntil(GATHERING, () -> closing || damaged || searching > 0);
            return closing || damaged ? 0 : news;
        }
    }

    /// @param worked how long a portion took, in nanoseconds
    private void rest(long worked) throws InterruptedException {
        synchronized (lock) {
            waitUntil(
                    TimeUnit.NANOSECONDS.toMillis(worked * REST),
                    () -> closing || damaged || searching > 0);
        }
    }

    private void reach(long reached) {
        synchronized (lock) {
            followed = reached;
            lock.notifyAll();
        }
    }

    private void removeIfDamaged() throws SQLException {
        boolean remove;
        synchronized (lock) {
            remove = damaged;
            damaged = false;
        }
        if (remove) {
            SearchFile.delete(file);
        }
    }

    private void waitToRetry(boolean isDamaged) throws InterruptedException {
        synchronized (lock) {
            damaged |= isDamaged;
            waitUntil(retry, () -> closing);
        }
    }

    private boolean isClosing() {
        synchronized (lock) {
            return closing;
        }
    }

    /// Waits until something is so, or the time is over, in milliseconds. The caller has the lock.
    private void waitUntil(long patience, BooleanSupplier so) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patience);
        var left = patience;
        while (left > 0 && !so.getAsBoolean()) {
            lock.wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
    }

    /// Finishes the portion at hand, for a few seconds at most.
    @Override
    public void close() {
        synchronized (lock) {
            closing = true;
            lock.notifyAll();
        }
        try {
            thread.join(CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
