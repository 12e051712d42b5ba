package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// All rows get into their table, once and in order, however they are divided among statements.
class InsertsTest {

    @TempDir Path folder;

    private Connection connection;
    private Inserts rows;

    @BeforeEach
    void open() throws SQLException {
        connection = Sqlite.write(folder.resolve("some.db"), SynchronousMode.OFF);
        Sqlite.execute(
                connection, "CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
        rows = new Inserts(connection, "word", "id", "text");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void anyNumberOfRowsIsStored() throws SQLException {
        for (var count = 0; count <= 150; count++) {
            Sqlite.execute(connection, "DELETE FROM word");
            add(1, count);
            rows.flush();
            assertThat(stored()).isEqualTo(words(1, count));
        }
    }

    @Test
    void whatIsForgottenIsNotStored() throws SQLException {
        add(1, 40);
        rows.forget();
        add(41, 50);
        rows.flush();
        assertThat(stored()).isEqualTo(words(41, 50));
    }

    @Test
    void afterAFailureTheSameStatementsGoOn() throws SQLException {
        add(1, 80);
        rows.add(81L, null);
        assertThatExceptionOfType(SQLException.class).isThrownBy(rows::flush);
        rows.forget();
        Sqlite.execute(connection, "DELETE FROM word");

        add(1, 81);
        rows.flush();
        assertThat(stored()).isEqualTo(words(1, 81));
    }

    private void add(long from, long to) throws SQLException {
        for (var id = from; id <= to; id++) {
            rows.add(id, word(id));
        }
    }

    private static List<String> words(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(InsertsTest::word).toList();
    }

    private static String word(long id) {
        return "word " + id;
    }

    private List<String> stored() throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT text FROM word ORDER BY id")) {
            var all = new ArrayList<String>();
            while (found.next()) {
                all.add(Sqlite.text(found, 1));
            }
            return all;
        }
    }
}
