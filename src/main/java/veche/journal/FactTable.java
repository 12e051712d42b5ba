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
                        (key, position, time, kind, account, name, login, address, to_account,
                            to_name, to_login, channel, channels, text, detail, number)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """);
        end = connection.prepareStatement("DELETE FROM fact WHERE key = ?");
        endBelow = connection.prepareStatement("DELETE FROM fact WHERE key >= ? AND key < ?");
    }

    /// Does what an entry does to the facts.
    void take(Entry entry, Row row) throws SQLException {
        for (var change : Facts.of(entry.event())) {
            switch (change) {
                case Facts.Settles(var key) -> settle(key, entry, row);
                case Facts.Ends(var key) -> {
                    execute(end, key);
                    execute(endBelow, Facts.below(key), Facts.afterBelow(key));
                }
            }
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
                row.login,
                row.address,
                row.toAccount,
                row.toName,
                row.toLogin,
                row.channel,
                row.channels,
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
