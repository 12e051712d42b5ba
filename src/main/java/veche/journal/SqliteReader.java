package veche.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import veche.event.Conversation;
import veche.event.Entry;
import veche.name.CaseMapping;

/// The reading side of `veche.db`: a connection, and the questions that can be asked. Used by one
/// thread at a time.
final class SqliteReader implements AutoCloseable {

    /// Facts, and then the messages that may be sent again: spoken ones, and others.
    private static final String REPLAY =
            Statements.FACTS
                    + "UNION ALL "
                    + Statements.MESSAGES
                    + """
                    FROM (SELECT position AS at FROM sent ORDER BY position DESC LIMIT ?1)
                    CROSS JOIN message ON message.position = at
                    CROSS JOIN conversation ON id = message.conversation
                    UNION ALL
                    """
                    + Statements.EVENTS
                    + """
                    FROM (SELECT position AS at FROM sent ORDER BY position DESC LIMIT ?1)
                    CROSS JOIN event ON event.position = at
                    """
                    + Statements.THEIR_CHANNEL
                    + "ORDER BY position";

    /// What was said in a channel whose name another has now is not found.
    private static final String FIND =
            Statements.MESSAGES
                    + """
                    FROM message CROSS JOIN conversation ON id = message.conversation
                    WHERE message.position = ?1 AND key NOT LIKE '~%'
                    UNION ALL
                    """
                    + Statements.EVENTS
                    + "FROM event"
                    + Statements.THEIR_CHANNEL
                    + "WHERE position = ?1 AND coalesce(key, '') NOT LIKE '~%'";

    private final Connection connection;
    private final Statements statements;
    private final ConversationReader conversations;

    /// @param names how they are read
    /// @param unindexed what the writer shares with readers
    SqliteReader(Path file, CaseMapping names, Unindexed unindexed) throws SQLException {
        connection = Sqlite.read(file);
        statements = new Statements(connection, names);
        conversations = new ConversationReader(statements, unindexed);
    }

    /// What can be asked about conversations.
    ConversationReader conversations() {
        return conversations;
    }

    Statements statements() {
        return statements;
    }

    /// As [Journal#last] says.
    long last() throws SQLException {
        return statements.number("SELECT last FROM tally");
    }

    /// As [Journal#replay] says.
    void replay(Consumer<Entry> reader) throws SQLException {
        try (var told = statements.ask(REPLAY, Journal.SENT)) {
            while (told.next()) {
                reader.accept(statements.entry(told));
            }
        }
    }

    /// As [Journal#find] says.
    Optional<Entry> find(long position) throws SQLException {
        return statements.single(statements.ask(FIND, position));
    }

    /// As [Journal#search] says.
    ///
    /// @param index the search index
    List<Entry> search(Path index, Search search) throws SQLException {
        var places = ids(search.within());
        if (places.isEmpty()) {
            return List.of();
        }
        // Attached each time: the index may have been made anew since the last time.
        try (var attach = connection.prepareStatement("ATTACH ? AS search")) {
            attach.setString(1, index.toAbsolutePath().toString());
            attach.executeUpdate();
        }
        try (var found =
                connection.prepareStatement(
                        Statements.MESSAGES
                                + """
                                FROM search.spoken
                                CROSS JOIN message ON message.position = spoken.rowid
                                JOIN conversation ON id = message.conversation
                                WHERE spoken MATCH ? AND spoken.rowid > ? AND spoken.rowid < ?
                                AND message.text IS NOT NULL
                                ORDER BY spoken.rowid DESC LIMIT ?
                                """)) {
            found.setString(
                    1,
                    SearchFile.query(
                            places, search.by(), new LinkedHashSet<>(Words.of(search.words()))));
            found.setLong(2, search.after());
            found.setLong(3, search.before());
            found.setInt(4, search.limit());
            return statements.all(found.executeQuery()).reversed();
        } finally {
            Sqlite.execute(connection, "DETACH search");
        }
    }

    private List<Long> ids(Collection<? extends Conversation> conversations) throws SQLException {
        var ids = new ArrayList<Long>();
        for (var conversation : conversations) {
            var found =
                    statements.ask(
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
                        statements.number(last.formatted("message")),
                        statements.number(last.formatted("event"))));
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
        var high = statements.number("SELECT max(position) FROM " + table);
        while (low <= high) {
            var middle = low + (high - low) / 2;
            try (var found = statements.ask(upTo, middle)) {
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
                statements.ask(
                        """
                        SELECT position, conversation, account, text FROM message
                        WHERE position > ? AND text IS NOT NULL ORDER BY position LIMIT ?
                        """,
                        position,
                        limit);
        try (found) {
            // Each has a text, or it would not be asked for.
            var messages = new ArrayList<SearchFile.Message>();
            while (found.next()) {
                messages.add(
                        new SearchFile.Message(
                                found.getLong(1),
                                found.getLong(2),
                                found.getLong(3),
                                Objects.requireNonNull(Sqlite.text(found, 4))));
            }
            return messages;
        }
    }

    /// What was forgotten and is still in the search index, in the order of the keys, which are
    /// ids; the values are positions.
    SequencedMap<Long, Long> forgottenAfter(long id, int limit) throws SQLException {
        var found =
                statements.ask(
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

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
