package veche.journal;

import java.sql.Connection;
import java.sql.SQLException;
import veche.name.CaseMapping;

/// How names are compared in `veche.db`: a table of one row. What is the key of a fact or of a
/// conversation, and whether two people are one, follows from it, so that it stays as it is as soon
/// as something has happened.
final class Naming {

    private Naming() {}

    /// How it is from now on.
    ///
    /// @param wanted how it shall be if nothing has happened yet
    static CaseMapping settle(Connection connection, CaseMapping wanted) throws SQLException {
        if (Sqlite.number(connection, "SELECT last FROM tally") == 0) {
            try (var update = connection.prepareStatement("UPDATE naming SET casemapping = ?")) {
                update.setString(1, Row.word(wanted));
                update.executeUpdate();
            }
        }
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT casemapping FROM naming")) {
            return Row.constant(CaseMapping.class, found.getString(1));
        }
    }
}
