package veche.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import veche.event.Conversation;
import veche.name.ChannelName;

/// The numbers that conversations have in the database, and how far each has come. Runs on the
/// journal's thread.
final class Conversations {

    /// How many are remembered; others are looked up when somebody speaks there again.
    private static final int REMEMBERED = 10_000;

    /// A conversation in the database.
    static final class Numbered {

        final long id;
        private long ordinal;

        private Numbered(long id, long ordinal) {
            this.id = id;
            this.ordinal = ordinal;
        }

        /// The ordinal of the next message.
        long next() {
            return ++ordinal;
        }
    }

    /// With which keys begin that no conversation has: those of channels whose name another has
    /// now.
    static final String NAMELESS = "~";

    private final MessageIndex index;
    private final PreparedStatement find;
    private final PreparedStatement ordinal;
    private final PreparedStatement add;
    private final PreparedStatement name;
    private final PreparedStatement unname;
    private final Map<Conversation, Numbered> remembered =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Conversation, Numbered> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /// @param index tells which message of a conversation is the last
    Conversations(Connection connection, MessageIndex index) throws SQLException {
        this.index = index;
        find = connection.prepareStatement("SELECT id FROM conversation WHERE key = ?");
        ordinal = connection.prepareStatement("SELECT ordinal FROM message WHERE position = ?");
        add =
                connection.prepareStatement(
                        """
                        INSERT INTO conversation (key, channel, first, second)
                        VALUES (?, ?, ?, ?) RETURNING id
                        """);
        name =
                connection.prepareStatement(
                        "UPDATE conversation SET key = ?, channel = ? WHERE id = ?");
        unname =
                connection.prepareStatement(
                        "UPDATE conversation SET key = '" + NAMELESS + "' || id WHERE id = ?");
    }

    /// What names a conversation in the database.
    static String key(Conversation conversation) {
        return switch (conversation) {
            case Conversation.InChannel(var channel) -> channel.folded();
            case Conversation.Between(var first, var second) ->
                    first.value() + "+" + second.value();
        };
    }

    /// The conversation's number. A conversation without one gets one.
    Numbered of(Conversation conversation) throws SQLException {
        var known = remembered.get(conversation);
        if (known == null) {
            known = find(conversation);
            if (known == null) {
                known = add(conversation);
            }
            remembered.put(conversation, known);
        }
        return known;
    }

    private @Nullable Numbered find(Conversation conversation) throws SQLException {
        find.setString(1, key(conversation));
        try (var found = find.executeQuery()) {
            if (!found.next()) {
                return null;
            }
            var id = found.getLong(1);
            return new Numbered(id, ordinal(index.newest(id)));
        }
    }

    /// @return 0 if there is no such message
    private long ordinal(long position) throws SQLException {
        ordinal.setLong(1, position);
        try (var found = ordinal.executeQuery()) {
            return found.next() ? found.getLong(1) : 0;
        }
    }

    private Numbered add(Conversation conversation) throws SQLException {
        add.setString(1, key(conversation));
        switch (conversation) {
            case Conversation.InChannel(var channel) -> add.setString(2, channel.text());
            case Conversation.Between(var first, var second) -> {
                add.setLong(3, first.value());
                add.setLong(4, second.value());
            }
        }
        try (var added = add.executeQuery()) {
            added.next();
            return new Numbered(added.getLong(1), 0);
        } finally {
            add.clearParameters();
        }
    }

    /// Writes the name of a channel as whoever has made it did, whoever made one of that name
    /// before.
    void spell(ChannelName channel) throws SQLException {
        name(of(new Conversation.InChannel(channel)), channel);
    }

    /// Gives the name of a channel to another one. Nothing must be [called so][#free].
    void rename(ChannelName channel, ChannelName next) throws SQLException {
        var before = new Conversation.InChannel(channel);
        var numbered = of(before);
        name(numbered, next);
        remembered.remove(before);
        remembered.put(new Conversation.InChannel(next), numbered);
    }

    private void name(Numbered numbered, ChannelName channel) throws SQLException {
        name.setString(1, channel.folded());
        name.setString(2, channel.text());
        name.setLong(3, numbered.id);
        name.executeUpdate();
    }

    /// Takes its name from a channel that was, so that another can have it: nobody finds any more
    /// what was said there.
    ///
    /// @return the conversation; null if none was called so
    @Nullable Numbered free(ChannelName channel) throws SQLException {
        var conversation = new Conversation.InChannel(channel);
        var known = remembered.remove(conversation);
        var numbered = known == null ? find(conversation) : known;
        if (numbered != null) {
            unname.setLong(1, numbered.id);
            unname.executeUpdate();
        }
        return numbered;
    }

    /// Forgets everything that is not in the database, and what is there as well.
    void forget() {
        remembered.clear();
    }
}
