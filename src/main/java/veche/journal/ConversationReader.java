package veche.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import veche.event.Conversation;
import veche.event.Entry;
import veche.name.PersonId;

/// What can be asked of `veche.db` about conversations. Whatever is asked costs as much as its
/// answer is long, and not more in a longer journal. Used by one thread at a time.
final class ConversationReader {

    private static final String HERE = " = ?1 AND %1$s.position > ?2 AND %1$s.position < ?3\n";

    private static final String SPOKEN =
            Statements.INDEXED
                    + "FROM message_index CROSS JOIN message"
                    + " ON message.position = message_index.position\n"
                    + "CROSS JOIN conversation ON id = message_index.conversation\n"
                    + "WHERE message_index.conversation"
                    + HERE.formatted("message_index");

    private static final String HAPPENED =
            Statements.HAPPENINGS
                    + "FROM happening CROSS JOIN event ON event.position = happening.position\n"
                    + "CROSS JOIN conversation ON id = happening.conversation\n"
                    + "WHERE happening.conversation"
                    + HERE.formatted("happening");

    private static final String UNINDEXED =
            Statements.MESSAGES
                    + """
                    FROM json_each(?1) CROSS JOIN message ON message.position = value
                    CROSS JOIN conversation ON conversation.id = message.conversation
                    """;

    /// From which end of a conversation its messages are taken. The names are those of SQL.
    private enum Order {
        ASC,
        DESC;

        /// The first so many in this order, oldest first.
        <T> List<T> first(List<T> oldestFirst, int limit) {
            var size = oldestFirst.size();
            return size <= limit
                    ? oldestFirst
                    : switch (this) {
                        case ASC -> oldestFirst.subList(0, limit);
                        case DESC -> oldestFirst.subList(size - limit, size);
                    };
        }
    }

    private final Statements statements;
    private final Unindexed unindexed;

    /// @param unindexed what the writer shares with readers
    ConversationReader(Statements statements, Unindexed unindexed) {
        this.statements = statements;
        this.unindexed = unindexed;
    }

    /// As [Journal#latest] says.
    List<Entry> latest(Conversation conversation, Scope scope, long after, long before, int limit)
            throws SQLException {
        return history(conversation, scope, after, before, limit, Order.DESC);
    }

    /// As [Journal#earliest] says.
    List<Entry> earliest(Conversation conversation, Scope scope, long after, long before, int limit)
            throws SQLException {
        return history(conversation, scope, after, before, limit, Order.ASC);
    }

    /// The first or the last so many of either place, in the order of positions.
    private List<Entry> history(
            Conversation conversation, Scope scope, long after, long before, int limit, Order order)
            throws SQLException {
        var id = id(conversation);
        var glance = unindexed.look(id);
        var found = new TreeMap<Long, Entry>();
        for (var entry : waiting(glance.within(after, before), limit, order)) {
            found.put(entry.position(), entry);
        }
        for (var entry : indexed(id, scope, after, glance.end(before), limit, order)) {
            found.put(entry.position(), entry);
        }
        return order.first(List.copyOf(found.values()), limit);
    }

    private List<Entry> waiting(List<Long> positions, int limit, Order order) throws SQLException {
        return positions.isEmpty()
                ? List.of()
                : statements.all(
                        statements.ask(UNINDEXED, order.first(positions, limit).toString()));
    }

    /// Both tables are read in the order of positions, in which they are merged, until there is
    /// enough.
    private List<Entry> indexed(
            long conversation, Scope scope, long after, long before, int limit, Order order)
            throws SQLException {
        var sql =
                switch (scope) {
                    case SPOKEN -> SPOKEN;
                    case EVERYTHING -> SPOKEN + "UNION ALL " + HAPPENED;
                };
        return statements.all(
                statements.ask(
                        sql + "ORDER BY 1 " + order + " LIMIT ?4",
                        conversation,
                        after,
                        before,
                        limit));
    }

    /// @return 0 if nothing was ever said or done there
    private long id(Conversation conversation) throws SQLException {
        var found =
                statements.ask(
                        "SELECT id FROM conversation WHERE key = ?",
                        Conversations.key(conversation));
        try (found) {
            return found.next() ? found.getLong(1) : 0;
        }
    }

    /// As [Journal#count] says, in the time it takes to find two messages.
    long count(Conversation conversation, long after, long before) throws SQLException {
        var id = id(conversation);
        var waiting = unindexed.look(id).within(after, before);
        var counted =
                statements.ask(
                        """
                        SELECT
                            (SELECT ordinal FROM message WHERE position = max(?5, coalesce(
                                (SELECT max(position) FROM message_index
                                 WHERE conversation = ?1 AND position > ?2 AND position < ?3), 0)))
                            - (SELECT ordinal FROM message WHERE position = coalesce(
                                (SELECT min(position) FROM message_index
                                 WHERE conversation = ?1 AND position > ?2 AND position < ?3), ?4))
                            + 1
                        """,
                        id,
                        after,
                        before,
                        waiting.isEmpty() ? 0 : waiting.getFirst(),
                        waiting.isEmpty() ? 0 : waiting.getLast());
        try (counted) {
            return counted.next() ? counted.getLong(1) : 0;
        }
    }

    /// As [Journal#correspondents] says. Costs one look at each conversation of the account.
    List<Correspondent> correspondents(PersonId account, long after) throws SQLException {
        var found =
                statements.ask(
                        """
                        SELECT first, second, position, time,
                            CASE account WHEN ?1 THEN to_name ELSE name END AS other
                        FROM conversation CROSS JOIN message ON position = max(
                            coalesce(json_extract(?3, '$."' || id || '"'), 0),
                            coalesce((SELECT max(position) FROM message_index
                                      WHERE conversation = id), 0))
                        WHERE (first = ?1 OR second = ?1) AND position > ?2 ORDER BY position
                        """,
                        account.value(),
                        after,
                        newest(account));
        try (found) {
            var correspondents = new ArrayList<Correspondent>();
            while (found.next()) {
                var first = new PersonId(found.getLong("first"));
                var second = new PersonId(found.getLong("second"));
                correspondents.add(
                        new Correspondent(
                                new Conversation.Between(first, second),
                                statements.names().nickname(found.getString("other")),
                                found.getLong("position"),
                                Instant.ofEpochMilli(found.getLong("time"))));
            }
            return correspondents;
        }
    }

    /// The last messages that the index may lack, of private conversations of an account: an object
    /// of JSON, in which the names are the ids of the conversations.
    private String newest(PersonId account) throws SQLException {
        var newest = new StringJoiner(",", "{", "}");
        var found =
                statements.ask(
                        "SELECT id FROM conversation WHERE first = ?1 OR second = ?1",
                        account.value());
        try (found) {
            while (found.next()) {
                var id = found.getLong(1);
                var position = unindexed.newest(id);
                if (position > 0) {
                    newest.add("\"%d\":%d".formatted(id, position));
                }
            }
        }
        return newest.toString();
    }
}
