package veche.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import veche.event.Entry;
import veche.name.CaseMapping;
import veche.name.KnownNames;

/// The questions that have been asked over a connection, prepared once each. Used by one thread at
/// a time.
final class Statements {

    /// Where the columns of an entry are, in every question for entries. Those after these two are
    /// read by [Row].
    private static final int POSITION = 1;

    private static final int TIME = 2;

    private static final String MESSAGE =
            """
            time, kind, account, name, login, address, channel,
                CASE account WHEN first THEN second ELSE first END AS to_account, to_name, to_login,
                NULL AS channels, message.text, detail, NULL AS number, tags
            """;

    /// The columns of an entry that was spoken: `FROM message JOIN conversation`.
    static final String MESSAGES = "SELECT message.position, " + MESSAGE;

    /// The same, `FROM message_index JOIN message JOIN conversation`, in an order that SQLite knows
    /// to be that of `message_index`.
    static final String INDEXED = "SELECT message_index.position, " + MESSAGE;

    private static final String EVENT =
            """
            time, kind, account, name, login, address,
                coalesce(conversation.channel, event.channel) AS channel,
                to_account, to_name, to_login, channels, text, detail, number, tags
            """;

    /// What follows on `event`, so that a channel has its present name.
    static final String THEIR_CHANNEL = " LEFT JOIN conversation ON id = event.conversation ";

    /// The same columns of what else happened: `FROM event` and [#THEIR_CHANNEL].
    static final String EVENTS = "SELECT event.position, " + EVENT;

    /// The same, `FROM happening JOIN event JOIN conversation`, in an order that SQLite knows to be
    /// that of `happening`.
    static final String HAPPENINGS = "SELECT happening.position, " + EVENT;

    /// The same columns of what is true.
    static final String FACTS =
            """
            SELECT position, time, kind, account, name, login, address, conversation.channel,
                to_account, to_name, to_login, channels, text, detail, number, NULL AS tags
            FROM fact LEFT JOIN conversation ON id = fact.conversation
            """;

    private final Connection connection;
    private final RecentNames names;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /// @param names how names are read from the answers
    Statements(Connection connection, CaseMapping names) {
        this.connection = connection;
        this.names = new RecentNames(names);
    }

    /// Asks a question. The answer has to be closed before the same question is asked again.
    ResultSet ask(String sql, Object... parameters) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (var i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement.executeQuery();
    }

    KnownNames names() {
        return names;
    }

    /// What has been asked so far.
    Set<String> asked() {
        return Set.copyOf(prepared.keySet());
    }

    /// The number that is the only answer; 0 if there is none.
    long number(String sql) throws SQLException {
        return Sqlite.number(connection, sql);
    }

    /// The entry that is the only answer.
    Optional<Entry> single(ResultSet found) throws SQLException {
        return all(found).stream().findFirst();
    }

    /// The entries of an answer, in its order.
    List<Entry> all(ResultSet found) throws SQLException {
        try (found) {
            var entries = new ArrayList<Entry>();
            while (found.next()) {
                entries.add(entry(found));
            }
            return entries;
        }
    }

    Entry entry(ResultSet columns) throws SQLException {
        var position = columns.getLong(POSITION);
        var time = Instant.ofEpochMilli(columns.getLong(TIME));
        try {
            return new Entry(position, time, Translation.event(Row.read(columns, names)));
        } catch (RuntimeException e) {
            // Somebody has changed it with another tool, and not well.
            throw new SQLException("the entry at position " + position + " makes no sense", e);
        }
    }
}
