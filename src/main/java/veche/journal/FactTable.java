package veche.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import veche.event.Entry;

/// The table of what is true now. Runs on the journal's thread.
final class FactTable {

    private final PreparedStatement settle;
    private final PreparedStatement end;
    private final PreparedStatement endBelow;

    FactTable(Connection connection) throws SQLException {
        settle =
                connection.prepareStatement(
                        """
                        INSERT OR REPLACE INTO fact
                        (key, position, time, kind, account, name, channel, text, detail, number)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """);
        end = connection.prepareStatement("DELETE FROM fact WHERE key = ?");
        endBelow = connection.prepareStatement("DELETE FROM fact WHERE key >= ? AND key < ?");
    }

    /// Does what an entry does to the facts.
    void take(Entry entry, Row row) throws SQLException {
        switch (Facts.of(entry.event())) {
            case Facts.Settles(var key) -> settle(key, entry, row);
            case Facts.Ends(var key) -> {
                execute(end, key);
                execute(endBelow, Facts.below(key), Facts.afterBelow(key));
            }
            case Facts.Nothing _ -> {}
        }
    }

    private void settle(String key, Entry entry, Row row) throws SQLException {
        execute(
                settle,
                key,
                entry.position(),
                entry.time().toEpochMilli(),
                row.kind(),
                row.account,
                row.name,
                row.channel,
                row.text,
                row.detail,
                row.number);
    }

    private static void execute(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }
}
