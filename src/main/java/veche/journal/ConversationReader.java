package veche.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import veche.event.Conversation;
import veche.event.Entry;
import veche.name.PersonId;

/// What can be asked of `veche.db` about conversations. Whatever is asked costs as much as its
/// answer is long, and not more in a longer journal. Used by one thread at a time.
final class ConversationReader {

    private static final String HERE =
            " = (SELECT id FROM conversation WHERE key = ?1) AND %1$s.position > ?2"
                    + " AND %1$s.position < ?3\n";

    private static final String SPOKEN =
            Statements.MESSAGES
                    + "FROM message CROSS JOIN conversation ON id = message.conversation\n"
                    + "WHERE message.conversation"
                    + HERE.formatted("message");

    private static final String HAPPENED =
            Statements.HAPPENINGS
                    + "FROM happening CROSS JOIN event ON event.position = happening.position\n"
                    + "CROSS JOIN conversation ON id = happening.conversation\n"
                    + "WHERE happening.conversation"
                    + HERE.formatted("happening");

    private final Statements statements;

    ConversationReader(Statements statements) {
        this.statements = statements;
    }

    /// As [Journal#latest] says.
    List<Entry> latest(Conversation conversation, Scope scope, long after, long before, int limit)
            throws SQLException {
        return history(conversation, scope, after, before, limit, "DESC").reversed();
    }

    /// As [Journal#earliest] says.
    List<Entry> earliest(Conversation conversation, Scope scope, long after, long before, int limit)
            throws SQLException {
        return history(conversation, scope, after, before, limit, "ASC");
    }

    /// Both tables are read in the order of positions, in which they are merged, until there is
    /// enough.
    private List<Entry> history(
            Conversation conversation,
            Scope scope,
            long after,
            long before,
            int limit,
            String direction)
            throws SQLException {
        var sql =
                switch (scope) {
                    case SPOKEN -> SPOKEN + "ORDER BY message.position ";
                    case EVERYTHING -> SPOKEN + "UNION ALL " + HAPPENED + "ORDER BY position ";
                };
        return statements.all(
                statements.ask(
                        sql + direction + " LIMIT ?4",
                        Conversations.key(conversation),
                        after,
                        before,
                        limit));
    }

    /// As [Journal#count] says, in the time it takes to find two messages.
    long count(Conversation conversation, long after, long before) throws SQLException {
        var counted =
                statements.ask(
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

    /// As [Journal#correspondents] says. Costs one look at each conversation of the account.
    List<Correspondent> correspondents(PersonId account, long after) throws SQLException {
        var found =
                statements.ask(
                        """
                        SELECT first, second, position, time,
                            CASE account WHEN ?1 THEN to_name ELSE name END AS other
                        FROM conversation CROSS JOIN message ON position =
                            (SELECT position FROM message WHERE conversation = id
                             ORDER BY position DESC LIMIT 1)
                        WHERE (first = ?1 OR second = ?1) AND position > ?2 ORDER BY position
                        """,
                        account.value(),
                        after);
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
}
