package veche.journal;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows on their way into a table. Many go into one statement, since what costs time is a statement
/// rather than a row: this makes a row at least five times cheaper.
final class Inserts {

    /// How many rows a statement takes. What is left over goes into the next smaller.
    private static final int[] SIZES = {64, 8, 1};

    private final Connection connection;
    private final String into;
    private final String placeholders;

    /// For each size, prepared when it is needed first: a quiet server needs only the smallest.
    private final @Nullable PreparedStatement[] statements =
            new @Nullable PreparedStatement[SIZES.length];

    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /// @param columns those of which each row says what is in them, in that order; all others have
    ///   nothing, or what the table has by default
    Inserts(Connection connection, String table, String... columns) {
        this(connection, table, Map.of(), columns);
    }

    /// @param same columns in which all rows have the same, and what that is, in SQL
    Inserts(Connection connection, String table, Map<String, String> same, String... columns) {
        this.connection = connection;
        var names = Stream.concat(Stream.of(columns), same.keySet().stream());
        var values = Stream.concat(Stream.of(columns).map(_ -> "?"), same.values().stream());
        into = names.collect(joining(", ", "INSERT INTO " + table + " (", ") VALUES "));
        placeholders = values.collect(joining(", ", "(", ")"));
    }

    /// Adds a row. It is in the table at the latest after [#flush].
    void add(@Nullable Object... row) throws SQLException {
        rows.add(row);
        if (rows.size() == SIZES[0]) {
            flush();
        }
    }

    /// Puts into the table what waits. If that fails, what waited has to be [forgotten][#forget].
    void flush() throws SQLException {
        var done = 0;
        for (var index = 0; index < SIZES.length; index++) {
            for (var size = SIZES[index]; rows.size() - done >= size; done += size) {
                insert(statement(index), rows.subList(done, done + size));
            }
        }
        rows.clear();
    }

    /// Forgets the rows that are not in the table yet.
    void forget() {
        rows.clear();
    }

    private PreparedStatement statement(int index) throws SQLException {
        var statement = statements[index];
        if (statement == null) {
            statement =
                    connection.prepareStatement(
                            into
                                    + String.join(
                                            ", ", Collections.nCopies(SIZES[index], placeholders)));
            statements[index] = statement;
        }
        return statement;
    }

    private static void insert(PreparedStatement statement, List<@Nullable Object[]> rows)
            throws SQLException {
        var place = 1;
        for (var row : rows) {
            for (var value : row) {
                statement.setObject(place++, value);
            }
        }
        statement.executeUpdate();
        statement.clearParameters();
    }
}
