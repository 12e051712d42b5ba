package veche.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.journal.JournalException.Trouble;
import veche.name.CaseMapping;

/// A few platform threads that read `veche.db`, each with a connection of its own, so that any
/// thread may ask: a virtual one waits without pinning its carrier.
///
/// Who asks waits, so that as many questions can queue here as there are clients.
final class Readers implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Readers.class);

    private static final int THREADS = 2;

    /// How long somebody waits for an answer, in seconds.
    private static final int PATIENCE = 60;

    /// How long closing waits for answers, in seconds.
    private static final int CLOSING = 5;

    private final Path file;
    private final CaseMapping names;
    private final Unindexed unindexed;
    private final BlockingQueue<SqliteReader> idle = new ArrayBlockingQueue<>(THREADS);
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    THREADS, Thread.ofPlatform().name("journal-reader-", 1).daemon().factory());

    /// @param file a database that exists
    /// @param names how they are read
    /// @param unindexed what the writer shares with readers
    Readers(Path file, CaseMapping names, Unindexed unindexed) throws SQLException {
        this.file = file;
        this.names = names;
        this.unindexed = unindexed;
        for (var i = 0; i < THREADS; i++) {
            idle.add(new SqliteReader(file, names, unindexed));
        }
    }

    /// Something that is asked of the database.
    @FunctionalInterface
    interface Question<T> {
        T ask(SqliteReader reader) throws SQLException;
    }

    /// Asks, and waits for the answer; for [#PATIENCE] at most.
    <T> T ask(Question<T> question) throws JournalException {
        var answer = threads.submit(() -> askOnThisThread(question));
        try {
            return answer.get(PATIENCE, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (TimeoutException e) {
            answer.cancel(false);
            throw new JournalException(Trouble.NOT_READY, file + ": no answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(false);
            throw new JournalException("interrupted while reading " + file, e);
        }
    }

    /// There is always an idle reader: there are as many as threads.
    private <T> T askOnThisThread(Question<T> question) throws SQLException {
        var reader = idle.remove();
        try {
            return question.ask(reader);
        } catch (SQLException e) {
            reader = renewed(reader);
            throw e;
        } finally {
            idle.add(reader);
        }
    }

    /// Another one, since the driver may have given up the statement that failed, for good; or the
    /// same, if no other can be had.
    private SqliteReader renewed(SqliteReader former) {
        SqliteReader next;
        try {
            next = new SqliteReader(file, names, unindexed);
        } catch (SQLException e) {
            return former;
        }
        try {
            former.close();
        } catch (SQLException e) {
            log.atWarn().setCause(e).addKeyValue("file", file).log("broken reader not closed");
        }
        return next;
    }

    private JournalException failure(ExecutionException failed) {
        return switch (failed.getCause()) {
            case SQLException e -> Sqlite.exception(file, e);
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> new JournalException("reading " + file + " failed", failed);
        };
    }

    /// Lets those who ask have their answers, for a few seconds at most, and closes the
    /// connections.
    @Override
    public void close() throws SQLException {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSING, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            threads.shutdownNow();
        }
        for (var reader : idle) {
            reader.close();
        }
    }
}
