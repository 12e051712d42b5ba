package veche.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import veche.event.Conversation;
import veche.event.Event;

/// Takes the words of a deleted message out of `veche.db`. Runs on the journal's thread.
final class Redaction {

    private static final String EMPTY =
            " SET kind = 'withdrawn', text = NULL, detail = NULL, tags = NULL WHERE position = ?";

    private final PreparedStatement withdraw;
    private final PreparedStatement forget;
    private final PreparedStatement unsend;
    private final PreparedStatement findAside;
    private final PreparedStatement withdrawAside;

    Redaction(Connection connection) throws SQLException {
        withdraw =
                connection.prepareStatement(
                        "UPDATE message"
                                + EMPTY
                                + """
                                 AND kind <> 'withdrawn'
                                AND conversation = (SELECT id FROM conversation WHERE key = ?)
                                """);
        forget = connection.prepareStatement("INSERT INTO forgotten (position) VALUES (?)");
        unsend = connection.prepareStatement("DELETE FROM sent WHERE position = ?");
        findAside =
                connection.prepareStatement(
                        """
                        SELECT 1 FROM event WHERE position = ? AND kind = 'said_to_rank'
                        AND conversation = (SELECT id FROM conversation WHERE key = ?)
                        """);
        withdrawAside = connection.prepareStatement("UPDATE event" + EMPTY);
    }

    /// Withdraws the message, if it is where it should be. All of the batch that came before has to
    /// be in the tables.
    void take(Event.Redacted event) throws SQLException {
        var place = Happenings.place(event);
        withdraw.setLong(1, event.position());
        withdraw.setString(2, Conversations.key(place));
        if (withdraw.executeUpdate() > 0) {
            execute(forget, event.position());
            execute(unsend, event.position());
        } else if (wasSaidAside(event.position(), place)) {
            execute(withdrawAside, event.position());
            execute(unsend, event.position());
        }
    }

    /// Whether it is a message to those of some rank in a channel.
    private boolean wasSaidAside(long position, Conversation place) throws SQLException {
        findAside.setLong(1, position);
        findAside.setString(2, Conversations.key(place));
        try (var found = findAside.executeQuery()) {
            return found.next();
        }
    }

    private static void execute(PreparedStatement statement, long position) throws SQLException {
        statement.setLong(1, position);
        statement.executeUpdate();
    }
}
