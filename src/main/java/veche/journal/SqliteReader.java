package veche.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import veche.event.Conversation;
import veche.event.Entry;
import veche.name.PersonId;

/// The reading side of `veche.db`: a connection, and the questions that can be asked. Used by one
/// thread at a time.
final class SqliteReader implements AutoCloseable {

    private static final String MESSAGES =
            """
            SELECT message.position, time, kind, account, name, channel, to_name,
                CASE account WHEN first THEN second ELSE first END AS to_account,
                message.text, detail, NULL AS number
            """;

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    SqliteReader(Path file) throws SQLException {
        connection = Sqlite.read(file);
    }

    /// As [Journal#last] says.
    long last() throws SQLException {
        return Sqlite.number(connection, "SELECT last FROM tally");
    }

    /// As [Journal#replay] says.
    void replay(Consumer<Entry> reader) throws SQLException {
        var facts =
                ask(
                        """
                        SELECT position, time, kind, account, name, channel, text, detail, number,
                            NULL AS to_account, NULL AS to_name
                        FROM fact ORDER BY position
                        """);
        try (facts) {
            while (facts.next()) {
                reader.accept(entry(facts));
            }
        }
    }

    /// As [Journal#latest] says.
    List<Entry> latest(Conversation conversation, long after, long before, int limit)
            throws SQLException {
        return entries(
                ask(
                        MESSAGES
                                + """
                                FROM message JOIN conversation ON id = conversation
                                WHERE conversation = (SELECT id FROM conversation WHERE key = ?)
                                AND position > ? AND position < ?
                                ORDER BY position DESC LIMIT ?
                                """,
                        Conversations.key(conversation),
                        after,
                        before,
                        limit));
    }

    /// As [Journal#count] says, in the time it takes to find two messages.
    long count(Conversation conversation, long after, long before) throws SQLException {
        var counted =
                ask(
                        """
                        WITH here AS (SELECT id FROM conversation WHERE key = ?1)
                        SELECT
                            (SELECT ordinal FROM message WHERE conversation = (SELECT id FROM here)
                             AND position < ?3 ORDER BY position DESC LIMIT 1)
                            - (SELECT ordinal FROM message WHERE conversation = (SELECT id FROM here)
                               AND position > ?2 ORDER BY position LIMIT 1) + 1
                        """,
                        Conversations.key(conversation),
                        after,
                        before);
        try (counted) {
            return counted.next() ? Math.max(0, counted.getLong(1)) : 0;
        }
    }

    /// As [Journal#correspondence] says.
    List<Conversation.Between> correspondence(PersonId account, long after) throws SQLException {
        var found =
                ask(
                        """
                        SELECT first, second,
                            (SELECT position FROM message WHERE conversation = id
                             ORDER BY position DESC LIMIT 1) AS newest
                        FROM conversation
                        WHERE (first = ?1 OR second = ?1) AND newest > ?2 ORDER BY newest
                        """,
                        account.value(),
                        after);
        try (found) {
            var pairs = new ArrayList<Conversation.Between>();
            while (found.next()) {
                pairs.add(
                        new Conversation.Between(
                                new PersonId(found.getLong(1)), new PersonId(found.getLong(2))));
            }
            return pairs;
        }
    }

    /// As [Journal#search] says.
    ///
    /// @param index the search index
    List<Entry> search(
            Path index,
            Collection<? extends Conversation> within,
            Collection<String> words,
            long before,
            int limit)
            throws SQLException {
        var places = ids(within);
        if (places.isEmpty() || words.isEmpty()) {
            return List.of();
        }
        // Attached each time: the index may have been made anew since the last time.
        try (var attach = connection.prepareStatement("ATTACH ? AS search")) {
            attach.setString(1, index.toAbsolutePath().toString());
            attach.executeUpdate();
        }
        try (var found =
                connection.prepareStatement(
                        MESSAGES
                                + """
                                FROM search.spoken
                                CROSS JOIN message ON message.position = spoken.rowid
                                JOIN conversation ON id = message.conversation
                                WHERE spoken MATCH ? AND spoken.rowid < ?
                                ORDER BY spoken.rowid DESC LIMIT ?
                                """)) {
            found.setString(1, SearchFile.query(places, words));
            found.setLong(2, before);
            found.setInt(3, limit);
            return entries(found.executeQuery());
        } finally {
            Sqlite.execute(connection, "DETACH search");
        }
    }

    private List<Long> ids(Collection<? extends Conversation> conversations) throws SQLException {
        var ids = new ArrayList<Long>();
        for (var conversation : conversations) {
            var found =
                    ask(
                            "SELECT id FROM conversation WHERE key = ?",
                            Conversations.key(conversation));
            try (found) {
                if (found.next()) {
                    ids.add(found.getLong(1));
                }
            }
        }
        return ids;
    }

    /// As [Journal#lastTime] says.
    Instant lastTime() throws SQLException {
        var last = "SELECT time FROM %s ORDER BY position DESC LIMIT 1";
        return Instant.ofEpochMilli(
                Math.max(
                        Sqlite.number(connection, last.formatted("message")),
                        Sqlite.number(connection, last.formatted("event"))));
    }

    /// As [Journal#positionAt] says.
    long positionAt(Instant time) throws SQLException {
        return Math.max(
                positionAt(time.toEpochMilli(), "message"),
                positionAt(time.toEpochMilli(), "event"));
    }

    /// Times rise with positions, so that halving finds one without an index.
    private long positionAt(long time, String table) throws SQLException {
        var upTo =
                "SELECT position, time FROM %s WHERE position <= ? ORDER BY position DESC LIMIT 1"
                        .formatted(table);
        var answer = 0L;
        var low = 1L;
        var high = Sqlite.number(connection, "SELECT max(position) FROM " + table);
        while (low <= high) {
            var middle = low + (high - low) / 2;
            try (var found = ask(upTo, middle)) {
                if (!found.next() || found.getLong(1) < low) {
                    low = middle + 1;
                } else if (found.getLong(2) <= time) {
                    answer = found.getLong(1);
                    low = middle + 1;
                } else {
                    high = found.getLong(1) - 1;
                }
            }
        }
        return answer;
    }

    /// What the search index has not read yet, oldest first.
    List<SearchFile.Message> messagesAfter(long position, int limit) throws SQLException {
        var found =
                ask(
                        """
                        SELECT position, conversation, text FROM message
                        WHERE position > ? AND text IS NOT NULL ORDER BY position LIMIT ?
                        """,
                        position,
                        limit);
        try (found) {
            var messages = new ArrayList<SearchFile.Message>();
            while (found.next()) {
                messages.add(
                        new SearchFile.Message(
                                found.getLong(1), found.getLong(2), found.getString(3)));
            }
            return messages;
        }
    }

    /// What was forgotten and is still in the search index, in the order of the keys, which are
    /// ids; the values are positions.
    SequencedMap<Long, Long> forgottenAfter(long id, int limit) throws SQLException {
        var found =
                ask(
                        "SELECT id, position FROM forgotten WHERE id > ? ORDER BY id LIMIT ?",
                        id,
                        limit);
        try (found) {
            var forgotten = new LinkedHashMap<Long, Long>();
            while (found.next()) {
                forgotten.put(found.getLong(1), found.getLong(2));
            }
            return forgotten;
        }
    }

    private ResultSet ask(String sql, Object... parameters) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (var i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement.executeQuery();
    }

    /// The entries of an answer that has the newest first.
    private static List<Entry> entries(ResultSet found) throws SQLException {
        try (found) {
            var entries = new ArrayList<Entry>();
            while (found.next()) {
                entries.add(entry(found));
            }
            return entries.reversed();
        }
    }

    private static Entry entry(ResultSet columns) throws SQLException {
        var position = columns.getLong("position");
        var time = Instant.ofEpochMilli(columns.getLong("time"));
        try {
            return new Entry(position, time, Row.read(columns).event());
        } catch (RuntimeException e) {
            // Somebody has changed it with another tool, and not well.
            throw new SQLException("the entry at position " + position + " makes no sense", e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
