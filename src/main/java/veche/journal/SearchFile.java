package veche.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig.SynchronousMode;
import veche.event.Text;
import veche.name.PersonId;

/// The database `search.db`: which words were said where, and how far `veche.db` has been read.
/// Used by the thread of the [SearchIndex].
final class SearchFile implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SearchFile.class);

    /// Which form the database has, from `search.sql`. One of another form is made anew.
    private static final int FORM = 2;

    private final Connection connection;
    private final PreparedStatement add;
    private final PreparedStatement remove;
    private final PreparedStatement advance;
    private long position;
    private long forgotten;

    /// A message that is to be found.
    ///
    /// @param author whose it is; the guest's id, if they are a guest
    record Message(long position, long conversation, long author, String text) {}

    private SearchFile(Connection connection) throws SQLException {
        this.connection = connection;
        add =
                connection.prepareStatement(
                        """
                        INSERT INTO spoken (rowid, conversation, author, text)
                        VALUES (?, ?, ?, ?)
                        """);
        remove = connection.prepareStatement("DELETE FROM spoken WHERE rowid = ?");
        advance = connection.prepareStatement("UPDATE progress SET position = ?, forgotten = ?");
        position = Sqlite.number(connection, "SELECT position FROM progress");
        forgotten = Sqlite.number(connection, "SELECT forgotten FROM progress");
    }

    /// Opens an index. One that cannot be used is made anew.
    ///
    /// @param last the last position of the journal: an index that has read further is of another
    ///   one
    static SearchFile open(Path file, long last) throws SQLException {
        if (!isUsable(file, last)) {
            log.atInfo().addKeyValue("file", file).log("search index is made anew");
            delete(file);
        }
        // What a crash takes from it is read again.
        var connection = Sqlite.write(file, SynchronousMode.NORMAL);
        try {
            if (isEmpty(connection)) {
                Sqlite.atomically(
                        connection,
                        () -> {
                            Sqlite.execute(connection, Schema.script("search.sql"));
                            Sqlite.execute(connection, "PRAGMA user_version = " + FORM);
                        });
            }
            return new SearchFile(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static boolean isUsable(Path file, long last) throws SQLException {
        try (var connection = Sqlite.write(file, SynchronousMode.NORMAL)) {
            return isEmpty(connection)
                    || (Sqlite.number(connection, "PRAGMA user_version") == FORM
                            && Sqlite.number(connection, "SELECT position FROM progress") <= last);
        } catch (SQLException e) {
            return switch (Sqlite.trouble(e)) {
                case DAMAGED, FAILED -> false;
                default -> throw e;
            };
        }
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        return Sqlite.number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    }

    /// Removes an index, so that the next one is made anew.
    static void delete(Path file) throws SQLException {
        try {
            for (var ending : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
            }
        } catch (IOException e) {
            throw new SQLException("cannot remove " + file, e);
        }
    }

    /// Up to which position messages have been read.
    long position() {
        return position;
    }

    /// Up to which id forgotten messages have been read.
    long forgotten() {
        return forgotten;
    }

    /// Takes in new messages and gives up forgotten ones, all of it or nothing.
    ///
    /// @param gone positions by id
    void take(List<Message> messages, SequencedMap<Long, Long> gone) throws SQLException {
        var newPosition = messages.isEmpty() ? position : messages.getLast().position();
        var newForgotten = gone.isEmpty() ? forgotten : gone.lastEntry().getKey();
        Sqlite.atomically(
                connection,
                () -> {
                    for (var message : messages) {
                        add(message);
                    }
                    for (var at : gone.values()) {
                        remove.setLong(1, at);
                        remove.executeUpdate();
                    }
                    advance.setLong(1, newPosition);
                    advance.setLong(2, newForgotten);
                    advance.executeUpdate();
                });
        position = newPosition;
        forgotten = newForgotten;
    }

    private void add(Message message) throws SQLException {
        add.setLong(1, message.position());
        add.setString(2, token(message.conversation()));
        add.setString(3, token(message.author()));
        add.setString(4, String.join(" ", words(message.text())));
        add.executeUpdate();
    }

    /// Somebody may have changed the text with another tool, so that it is not safe to show.
    private static List<String> words(String text) {
        return Text.parse(text).map(Words::of).orElse(List.of());
    }

    /// The full-text query for messages of one of the conversations, by somebody, or by anyone,
    /// that have all of the words, or words that begin with them. Neither a number nor a word can
    /// be taken for syntax.
    ///
    /// @param words as [Words#of] gives them
    static String query(
            Collection<Long> conversations, Optional<PersonId> by, Collection<String> words) {
        var places =
                conversations.stream()
                        .map(id -> '"' + token(id) + '"')
                        .collect(Collectors.joining(" OR "));
        var query = new StringBuilder("conversation : (%s)".formatted(places));
        by.ifPresent(id -> query.append(" AND author : \"%s\"".formatted(token(id.value()))));
        if (!words.isEmpty()) {
            var prefixes =
                    words.stream()
                            .map(word -> '"' + word + "\"*")
                            .collect(Collectors.joining(" AND "));
            query.append(" AND text : (%s)".formatted(prefixes));
        }
        return query.toString();
    }

    private static String token(long id) {
        return "n" + id;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
