package veche.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/// Which messages are in which conversation, in order: the table `message_index`, and what is not
/// in it yet. The writing side; runs on the journal's thread.
final class MessageIndex {

    private final Connection connection;
    private final Inserts rows;
    private final PreparedStatement newest;
    private final PreparedStatement mark;
    private final Unindexed unindexed;

    /// Looks first for what the table lacks after a crash.
    ///
    /// @param unindexed what others look into as well
    MessageIndex(Connection connection, Unindexed unindexed) throws SQLException {
        this.connection = connection;
        this.unindexed = unindexed;
        rows = new Inserts(connection, "message_index", "conversation", "position");
        newest =
                connection.prepareStatement(
                        "SELECT max(position) FROM message_index WHERE conversation = ?");
        mark = connection.prepareStatement("UPDATE tally SET indexed = ?");
        findWhatIsMissing();
    }

    /// Only reads, so that a server starts on a full disk as well.
    private void findWhatIsMissing() throws SQLException {
        unindexed.forget();
        try (var statement = connection.createStatement();
                var missing =
                        statement.executeQuery(
                                """
                                SELECT conversation, position FROM message
                                WHERE position > (SELECT indexed FROM tally) AND NOT EXISTS (
                                    SELECT 1 FROM message_index AS there
                                    WHERE there.conversation = message.conversation
                                    AND there.position = message.position)
                                ORDER BY position
                                """)) {
            while (missing.next()) {
                unindexed.add(missing.getLong(1), missing.getLong(2));
            }
        }
        unindexed.begin(Sqlite.number(connection, "SELECT last FROM tally"));
    }

    /// Adds a message of the present batch.
    void add(long conversation, long position) {
        unindexed.add(conversation, position);
    }

    /// The position of the last stored message of a conversation; 0 if there is none.
    long newest(long conversation) throws SQLException {
        var waiting = unindexed.newest(conversation);
        if (waiting > 0) {
            return waiting;
        }
        newest.setLong(1, conversation);
        try (var found = newest.executeQuery()) {
            return found.next() ? found.getLong(1) : 0;
        }
    }

    /// Writes what has waited long enough.
    ///
    /// @param end the last position of the present batch
    /// @return up to which position the table lacks nothing then
    long write(long end) throws SQLException {
        insert(unindexed.choose());
        return unindexed.complete(end);
    }

    /// Writes all that waits.
    ///
    /// @param end the last position of the journal
    void writeAll(long end) throws SQLException {
        var all = unindexed.chooseAll();
        if (!all.isEmpty()) {
            insert(all);
            mark(end);
        }
    }

    private void insert(Map<Long, Positions> chosen) throws SQLException {
        for (var entry : chosen.entrySet()) {
            for (var position : entry.getValue().toList()) {
                rows.add(entry.getKey(), position);
            }
        }
        rows.flush();
    }

    private void mark(long end) throws SQLException {
        mark.setLong(1, end);
        mark.executeUpdate();
    }

    /// Says that what was added and written is stored.
    ///
    /// @param end the last position of the journal
    void settle(long end) {
        unindexed.settle(end);
    }

    /// Says that nothing of it is stored.
    void forget() {
        rows.forget();
        unindexed.forget();
    }
}
