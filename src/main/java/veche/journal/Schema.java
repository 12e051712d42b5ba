package veche.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import veche.journal.JournalException.Trouble;

/// The form of `veche.db`, and the steps by which a database of an older form comes to it: step `n`
/// is the resource `journal-n.sql`. A step that has been released never changes; to change the
/// form, add a step.
final class Schema {

    /// The form that this Veche reads and writes.
    static final int VERSION = 5;

    /// "Vech": says that a database is ours.
    private static final long APPLICATION = 0x56656368;

    private Schema() {}

    /// Brings a database to the present form.
    ///
    /// @throws JournalException if it is of a newer form, or not ours
    static void raise(Connection connection, Path file) throws SQLException, JournalException {
        var present = Sqlite.number(connection, "PRAGMA user_version");
        var empty = Sqlite.number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        if (!empty && Sqlite.number(connection, "PRAGMA application_id") != APPLICATION) {
            throw new JournalException(Trouble.DAMAGED, file + " is a database of another program");
        }
        if (present > VERSION) {
            throw new JournalException(
                    Trouble.TOO_NEW,
                    ("%s was written by a newer Veche: its form is %d, and this Veche knows those up"
                                    + " to %d")
                            .formatted(file, present, VERSION));
        }
        for (var step = (int) present + 1; step <= VERSION; step++) {
            raiseTo(connection, step);
        }
    }

    private static void raiseTo(Connection connection, int step) throws SQLException {
        var script = script("journal-" + step + ".sql");
        Sqlite.atomically(
                connection,
                () -> {
                    Sqlite.execute(connection, script);
                    Sqlite.execute(connection, "PRAGMA user_version = " + step);
                });
    }

    static String script(String name) {
        try (var resource = Schema.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
