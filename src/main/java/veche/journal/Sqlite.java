package veche.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;
import veche.journal.JournalException.Trouble;

/// How Veche uses SQLite. A native call pins a virtual thread's carrier: all of this runs on
/// platform threads.
final class Sqlite {

    /// How long a statement waits for another program that holds the file, in milliseconds.
    private static final int PATIENCE = 250;

    private Sqlite() {}

    /// Opens a file to write, and makes it if it is not there: nobody but its owner may read it.
    static Connection write(Path file, SQLiteConfig.SynchronousMode synchronous)
            throws SQLException {
        makePrivate(file);
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(synchronous);
        config.enforceForeignKeys(true);
        return open(file, config);
    }

    private static void makePrivate(Path file) throws SQLException {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                var owner = PosixFilePermissions.fromString("rw-------");
                Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
            }
        } catch (FileAlreadyExistsException asUsual) {
            // It stays as its owner made it.
            requireWritable(file);
        } catch (IOException e) {
            throw new SQLException("cannot make " + e.getMessage(), e);
        }
    }

    /// Before SQLite opens it to be read alone, and leaves files beside it that are no more
    /// writable than it is, and stay so when it is.
    private static void requireWritable(Path file) throws SQLException {
        if (!Files.isWritable(file)) {
            throw new SQLException(
                    "cannot write " + file, new AccessDeniedException(file.toString()));
        }
    }

    static Connection read(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        return open(file, config);
    }

    private static Connection open(Path file, SQLiteConfig config) throws SQLException {
        // The driver has a lock around each call into SQLite, which need not take another for each
        // value: https://sqlite.org/threadsafe.html. But for Statement.cancel, which nobody calls.
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        config.setBusyTimeout(PATIENCE);
        // Else each insert is followed by a question for the number of its row.
        config.setGetGeneratedKeys(false);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    /// Loads the library.
    static void warmUp() {
        try (var database = new SQLiteConfig().createConnection("jdbc:sqlite::memory:")) {
            number(database, "SELECT 1");
        } catch (SQLException unusable) {
            // Whoever opens a journal is told.
        }
    }

    /// Something to do with a database.
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    /// Something to do with a database that gives a number.
    @FunctionalInterface
    interface Count {
        int run() throws SQLException;
    }

    /// Does all of the work, or, if it throws, nothing.
    static void atomically(Connection connection, Work work) throws SQLException {
        var _ =
                countAtomically(
                        connection,
                        () -> {
                            work.run();
                            return 0;
                        });
    }

    /// As [#atomically].
    ///
    /// @return what the work gives
    static int countAtomically(Connection connection, Count work) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
        try {
            var count = work.run();
            execute(connection, "COMMIT");
            return count;
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void rollBack(Connection connection, Exception reason) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // After some errors SQLite has already done so, and says that there is nothing to undo.
            reason.addSuppressed(e);
        }
    }

    /// Runs one statement or several.
    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /// Asks a question whose answer is one number; 0 if there is no answer.
    static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            return answer.next() ? answer.getLong(1) : 0;
        }
    }

    /// What is in a column of text of a database in UTF-8, as ours are; null if nothing is. The
    /// driver's own way to a text leads over a buffer outside the heap, which is a third of what it
    /// takes to read a conversation.
    static @Nullable String text(ResultSet columns, int column) throws SQLException {
        var bytes = columns.getBytes(column);
        return bytes == null ? null : new String(bytes, UTF_8);
    }

    static Trouble trouble(SQLException e) {
        if (!(e instanceof SQLiteException failure)) {
            return e.getCause() instanceof AccessDeniedException
                    ? Trouble.NOT_WRITABLE
                    : Trouble.FAILED;
        }
        // The low byte is the kind, the others say more (https://sqlite.org/rescode.html).
        return switch (SQLiteErrorCode.getErrorCode(failure.getResultCode().code & 0xFF)) {
            case SQLITE_FULL -> Trouble.DISK_FULL;
            case SQLITE_PERM, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_AUTH -> Trouble.NOT_WRITABLE;
            case SQLITE_CORRUPT, SQLITE_NOTADB -> Trouble.DAMAGED;
            case SQLITE_BUSY, SQLITE_LOCKED -> Trouble.IN_USE;
            default -> Trouble.FAILED;
        };
    }

    static JournalException exception(Path file, SQLException e) {
        return new JournalException(trouble(e), file + ": " + e.getMessage(), e);
    }
}
