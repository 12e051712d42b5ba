package veche.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig.SynchronousMode;
import veche.config.Retention;
import veche.event.Conversation;
import veche.event.Entry;
import veche.journal.JournalException.Trouble;
import veche.name.CaseMapping;
import veche.name.PersonId;

/// A journal in an SQLite database, `veche.db`, that anyone may look into with any tool: the table
/// `message` has what was said, `event` what else happened, and `fact` what is true now. Beside it
/// `search.db` has the search index, which follows from it and may be deleted while no server runs.
///
/// One writer: the thread that appends and prunes. Whatever reads has connections of its own and
/// waits for no writer.
public final class SqliteJournal implements Journal {

    private static final Logger log = LoggerFactory.getLogger(SqliteJournal.class);

    /// How long a search waits for the index, in milliseconds.
    private static final int PATIENCE = 10_000;

    private final Path file;
    private final Claim claim;
    private final CaseMapping names;
    private final RenewedWriter writer;
    private final Readers readers;
    private final SearchIndex index;

    private SqliteJournal(Path file, CaseMapping wanted, Claim claim)
            throws SQLException, JournalException {
        this.file = file;
        this.claim = claim;
        var connection = Sqlite.write(file, SynchronousMode.FULL);
        try {
            Schema.raise(connection, file);
            requireWritable(connection);
            names = Naming.settle(connection, wanted);
            var unindexed = new Unindexed();
            var first = new SqliteWriter(connection, names, unindexed);
            writer = new RenewedWriter(file, names, unindexed, first);
            readers = new Readers(file, names, unindexed);
        } catch (SQLException | JournalException e) {
            connection.close();
            throw e;
        }
        index = new SearchIndex(file.resolveSibling("search.db"), file, names);
        index.start();
    }

    /// Finds out now, and not from the first thing that is said: SQLite opens a file that may not
    /// be written, and even begins to write, as if it were to be read alone.
    private static void requireWritable(Connection connection) throws SQLException {
        Sqlite.execute(connection, "DELETE FROM message WHERE FALSE");
    }

    /// Opens a journal, and makes it if it is not there. Takes some milliseconds, however much was
    /// ever said, and as long as its form has to be changed after an update of Veche.
    ///
    /// @param file `veche.db`, in a folder that exists and belongs to this server
    /// @param wanted how names are compared if nothing is stored yet; if something is, it stays as
    ///   it was: see [#names]
    /// @throws JournalException if that cannot be written, is not a journal, was written by a newer
    ///   Veche, or is used by another server
    public static SqliteJournal open(Path file, CaseMapping wanted) throws JournalException {
        var claim = Claim.of(file);
        try {
            return new SqliteJournal(file, wanted, claim);
        } catch (SQLException e) {
            release(claim);
            throw Sqlite.exception(file, e);
        } catch (JournalException e) {
            release(claim);
            throw e;
        }
    }

    /// Loads SQLite, which takes some twenty milliseconds once. For a thread with nothing better to
    /// do while the server starts.
    public static void warmUp() {
        Sqlite.warmUp();
    }

    @Override
    public CaseMapping names() {
        return names;
    }

    @Override
    public long last() {
        return writer.last();
    }

    @Override
    public Instant lastTime() throws JournalException {
        return readers.ask(SqliteReader::lastTime);
    }

    @Override
    public long messages() {
        return writer.messages();
    }

    @Override
    public void append(List<Entry> batch) throws JournalException {
        try {
            writer.append(batch);
        } catch (SQLException e) {
            throw Sqlite.exception(file, e);
        }
        index.follow();
    }

    @Override
    public void replay(Consumer<Entry> reader) throws JournalException {
        readers.ask(database -> {
            database.replay(reader);
            return true;
        });
    }

    @Override
    public Optional<Entry> find(long position) throws JournalException {
        return readers.ask(database -> database.find(position));
    }

    @Override
    public List<Entry> latest(
            Conversation conversation, Scope scope, long after, long before, int limit)
            throws JournalException {
        return readers.ask(database ->
                database.conversations().latest(conversation, scope, after, before, limit));
    }

    @Override
    public List<Entry> earliest(
            Conversation conversation, Scope scope, long after, long before, int limit)
            throws JournalException {
        return readers.ask(database ->
                database.conversations().earliest(conversation, scope, after, before, limit));
    }

    @Override
    public long count(Conversation conversation, long after, long before) throws JournalException {
        return readers.ask(database -> database.conversations().count(conversation, after, before));
    }

    @Override
    public List<Correspondent> correspondents(PersonId account, long after)
            throws JournalException {
        return readers.ask(database -> database.conversations().correspondents(account, after));
    }

    @Override
    public List<Entry> search(Search search) throws JournalException {
        if (search.isVain()) {
            return List.of();
        }
        awaitIndex();
        try {
            return readers.ask(database -> database.search(index.file(), search));
        } catch (JournalException e) {
            if (e.trouble() == Trouble.DAMAGED || Files.notExists(index.file())) {
                index.damaged();
            }
            throw e;
        }
    }

    private void awaitIndex() throws JournalException {
        try {
            if (!index.awaitFollowed(PATIENCE)) {
                throw new JournalException(
                        Trouble.NOT_READY, index.file() + " has not followed the journal yet");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalException("interrupted while waiting for " + index.file(), e);
        }
    }

    @Override
    public long positionAt(Instant time) throws JournalException {
        return readers.ask(database -> database.positionAt(time));
    }

    @Override
    public int prune(Retention retention, Instant now, int limit) throws JournalException {
        try {
            var forgotten = writer.prune(retention, now, limit, index.forgotten());
            if (forgotten > 0) {
                index.follow();
            }
            return forgotten;
        } catch (SQLException e) {
            throw Sqlite.exception(file, e);
        }
    }

    /// Waits some seconds at most for those who are reading.
    @Override
    public void close() {
        try (claim;
                writer;
                readers;
                index) {
            log.atDebug().addKeyValue("file", file).log("journal closes");
        } catch (SQLException | IOException e) {
            log.atWarn().setCause(e).addKeyValue("file", file).log("journal not closed well");
        }
    }

    private static void release(Claim claim) {
        try {
            claim.close();
        } catch (IOException e) {
            log.atWarn().setCause(e).log("lock not released");
        }
    }
}
