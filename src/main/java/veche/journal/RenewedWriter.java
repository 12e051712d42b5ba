package veche.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig.SynchronousMode;
import veche.config.Retention;
import veche.event.Entry;
import veche.journal.JournalException.Trouble;
import veche.name.CaseMapping;

/// The writer of `veche.db`, which is made anew after trouble. The driver gives up a prepared
/// statement at whatever it does not take for a conflict, such as a full disk, and the writer
/// prepares each once: what could not be stored could never be again, though there is room.
///
/// Runs on the journal's thread, but for what [SqliteWriter] tells anyone.
final class RenewedWriter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RenewedWriter.class);

    private final Path file;
    private final CaseMapping names;
    private final Unindexed unindexed;
    private volatile SqliteWriter present;
    private boolean isBroken;

    /// @param first as long as there is no trouble
    /// @param names how they are read
    /// @param unindexed what each writer shares with readers
    RenewedWriter(Path file, CaseMapping names, Unindexed unindexed, SqliteWriter first) {
        this.file = file;
        this.names = names;
        this.unindexed = unindexed;
        this.present = first;
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(SqliteWriter writer) throws SQLException;
    }

    /// As of the last batch. Any thread may ask.
    long last() {
        return present.last();
    }

    /// As of the last batch. Any thread may ask.
    long messages() {
        return present.messages();
    }

    /// As [SqliteWriter#append]. What failed may be stored all the same, if it failed at the end;
    /// then it is not stored again.
    void append(List<Entry> batch) throws SQLException {
        var isUnsure = isBroken;
        write(writer -> {
            if (!isUnsure || writer.last() < batch.getLast().position()) {
                writer.append(batch);
            }
            return true;
        });
    }

    /// As [SqliteWriter#prune].
    int prune(Retention retention, Instant now, int limit, long searched) throws SQLException {
        return write(writer -> writer.prune(retention, now, limit, searched));
    }

    /// If it fails, the next time begins with another writer.
    private <T> T write(Work<T> work) throws SQLException {
        if (isBroken) {
            renew();
        }
        try {
            return work.with(present);
        } catch (SQLException e) {
            isBroken = Sqlite.trouble(e) != Trouble.IN_USE;
            throw e;
        }
    }

    private void renew() throws SQLException {
        var former = present;
        present = open();
        isBroken = false;
        try {
            former.close();
        } catch (SQLException e) {
            log.atWarn().setCause(e).addKeyValue("file", file).log("broken writer not closed");
        }
    }

    private SqliteWriter open() throws SQLException {
        var connection = Sqlite.write(file, SynchronousMode.FULL);
        try {
            return new SqliteWriter(connection, names, unindexed);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        try (var last = present) {
            if (!isBroken) {
                finish(last);
            }
        }
    }

    /// If it fails, nothing is lost.
    private void finish(SqliteWriter last) {
        try {
            last.finish();
        } catch (SQLException e) {
            log.atInfo()
                    .addKeyValue("file", file)
                    .addKeyValue("reason", e.getMessage())
                    .log("index left to the next start");
        }
    }
}
