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
    private final PreparedStatement endOf;

    FactTable(Connection connection) throws SQLException {
        settle =
                connection.prepareStatement(
                        """
                        INSERT OR REPLACE INTO fact
                        (key, position, time, kind, account, name, login, address, to_account,
                            to_name, to_login, channel, channels, text, detail, number, conversation)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """);
        end = connection.prepareStatement("DELETE FROM fact WHERE key = ?");
        endBelow = connection.prepareStatement("DELETE FROM fact WHERE key >= ? AND key < ?");
        endOf = connection.prepareStatement("DELETE FROM fact WHERE conversation = ?");
    }

    /// Does what an entry does to the facts.
    ///
    /// @param channel the conversation of the channel in which it happened; null if in none
    void take(Entry entry, Row row, Conversations.@Nullable Numbered channel) throws SQLException {
        var changes = Facts.of(entry.event(), channel == null ? 0 : channel.id);
        if (changes.isEmpty()) {
            return; // as of nearly all that is said
        }
        var number = channel == null ? null : channel.id;
        for (var change : changes) {
            switch (change) {
                case Facts.Settles(var key) -> settle(key, entry, row, number);
                case Facts.Ends(var key) -> {
                    execute(end, key);
                    execute(endBelow, Facts.below(key), Facts.afterBelow(key));
                }
            }
        }
    }

    /// Nothing is known any more of a channel that nobody can name.
    void forget(Conversations.Numbered channel) throws SQLException {
        execute(endOf, channel.id);
    }

    private void settle(String key, Entry entry, Row row, @Nullable Long number)
            throws SQLException {
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
                row.number,
                number);
    }

    private static void execute(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }
}
