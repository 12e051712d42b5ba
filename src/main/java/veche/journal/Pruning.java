package veche.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import veche.config.Retention;

/// Forgets messages that are no longer kept, a few at a time. What it costs depends on how many it
/// forgets and in how many conversations somebody spoke, not on how many messages there are. Runs
/// on the journal's thread.
final class Pruning {

    private final Connection connection;
    private final PreparedStatement byAge;
    private final PreparedStatement asideByAge;
    private final PreparedStatement span;
    private final PreparedStatement oldest;
    private final PreparedStatement done;
    private final PreparedStatement unsend;

    /// Conversations that may have become too long: those in which somebody spoke since they were
    /// looked at. Null until somebody asks: then it may be any.
    private @Nullable Set<Long> grown;

    Pruning(Connection connection) throws SQLException {
        this.connection = connection;
        // Times rise with positions: the oldest messages are the first rows.
        byAge =
                connection.prepareStatement(
                        """
                        DELETE FROM message WHERE position IN (
                            SELECT position
                            FROM (SELECT position, time FROM message ORDER BY position LIMIT ?)
                            WHERE time < ?)
                        """);
        asideByAge =
                connection.prepareStatement(
                        """
                        DELETE FROM event WHERE position IN (
                            SELECT position FROM event WHERE kind IN ('said_to_rank', 'withdrawn') AND time < ?2
                            ORDER BY time LIMIT ?1)
                        """);
        span =
                connection.prepareStatement(
                        """
                        SELECT
                            (SELECT ordinal FROM message WHERE position =
                                (SELECT max(position) FROM message_index WHERE conversation = ?1))
                            - (SELECT ordinal FROM message WHERE position =
                                (SELECT min(position) FROM message_index WHERE conversation = ?1))
                            + 1
                        """);
        oldest =
                connection.prepareStatement(
                        """
                        DELETE FROM message WHERE position IN (
                            SELECT position FROM message_index WHERE conversation = ?
                            ORDER BY position LIMIT ?)
                        """);
        done = connection.prepareStatement("DELETE FROM forgotten WHERE id <= ?");
        unsend =
                connection.prepareStatement(
                        """
                        DELETE FROM sent WHERE position <=
                            (SELECT position FROM sent ORDER BY position DESC LIMIT 1 OFFSET ?)
                        """);
    }

    /// Says that somebody spoke in a conversation.
    void grown(long conversation) {
        if (grown != null) {
            grown.add(conversation);
        }
    }

    /// Forgets which conversations may have become too long.
    void forget() {
        grown = null;
    }

    /// As [Journal#prune] says. All messages have to be in the [index][MessageIndex].
    ///
    /// @param searched up to which id the search index has dealt with what was forgotten
    /// @return how many were forgotten
    int prune(Retention retention, Instant now, int limit, long searched) throws SQLException {
        done.setLong(1, searched);
        done.executeUpdate();
        unsend.setInt(1, Journal.SENT);
        unsend.executeUpdate();
        var left = limit;
        if (retention.age().isPresent()) {
            var time = now.minus(retention.age().get());
            left -= forgetOlder(byAge, time, left);
            left -= forgetOlder(asideByAge, time, left);
        }
        if (retention.count().isPresent()) {
            left -= forgetBeyond(retention.count().getAsLong(), left);
        }
        return limit - left;
    }

    private static int forgetOlder(PreparedStatement those, Instant time, int limit)
            throws SQLException {
        those.setInt(1, limit);
        those.setLong(2, time.toEpochMilli());
        return those.executeUpdate();
    }

    private int forgetBeyond(long count, int limit) throws SQLException {
        if (grown == null) {
            grown = all();
        }
        var left = limit;
        for (var conversations = grown.iterator(); conversations.hasNext() && left > 0; ) {
            long conversation = conversations.next();
            var excess = messages(conversation) - count;
            if (excess > 0) {
                left -= forgetOldest(conversation, Math.min(excess, left));
            }
            if (left > 0) {
                conversations.remove();
            }
        }
        return limit - left;
    }

    private Set<Long> all() throws SQLException {
        var ids = new HashSet<Long>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT id FROM conversation")) {
            while (found.next()) {
                ids.add(found.getLong(1));
            }
        }
        return ids;
    }

    private long messages(long conversation) throws SQLException {
        span.setLong(1, conversation);
        try (var found = span.executeQuery()) {
            return found.next() ? found.getLong(1) : 0;
        }
    }

    private int forgetOldest(long conversation, long limit) throws SQLException {
        oldest.setLong(1, conversation);
        oldest.setLong(2, limit);
        return oldest.executeUpdate();
    }
}
