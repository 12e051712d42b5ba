package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig.SynchronousMode;
import veche.event.Author;
import veche.event.Entry;
import veche.journal.JournalException.Trouble;
import veche.name.CaseMapping;

/// What could not be stored is stored when it can be.
class RenewedWriterTest {

    private static final Author ANN = Scribe.author(1, "ann");
    private static final CaseMapping PRECIS = CaseMapping.PRECIS;

    @TempDir Path folder;

    private final Scribe scribe = new Scribe();
    private Path file;
    private RenewedWriter writer;

    @BeforeEach
    void open() throws Exception {
        file = folder.resolve("veche.db");
        var connection = Sqlite.write(file, SynchronousMode.FULL);
        Schema.raise(connection, file);
        writer = new RenewedWriter(file, PRECIS, new SqliteWriter(connection, PRECIS));
        // For this connection the disk is full.
        var pages = Sqlite.number(connection, "PRAGMA page_count");
        Sqlite.execute(connection, "PRAGMA max_page_count = " + pages);
    }

    @AfterEach
    void close() throws SQLException {
        writer.close();
    }

    @Test
    void whatAFullDiskKeptOutIsStoredOnceThereIsRoom() throws Exception {
        var batch = much();

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> append(batch))
                .satisfies(e -> assertThat(Sqlite.trouble(e)).isEqualTo(Trouble.DISK_FULL));
        assertThat(writer.last()).isZero();

        append(batch);
        assertThat(writer.last()).isEqualTo(batch.size());
        append(List.of(scribe.said("#tea", ANN, "and on")));
        assertThat(writer.messages()).isEqualTo(batch.size() + 1);
    }

    /// Whoever reads has another reader after trouble, too.
    @Test
    void aReaderThatFailedIsAskedNothingMore() throws Exception {
        try (var readers = new Readers(file, PRECIS)) {
            var former = List.of(readers.ask(it -> it), readers.ask(it -> it));
            for (var i = 0; i < former.size(); i++) {
                assertThatExceptionOfType(JournalException.class)
                        .isThrownBy(() ->
                                readers.ask(_ -> {
                                    throw new SQLException("on purpose");
                                }));
            }
            for (var i = 0; i < former.size(); i++) {
                var present = readers.ask(it -> it);
                assertThat(former).doesNotContain(present);
            }
            assertThat(readers.ask(SqliteReader::lastTime)).isEqualTo(Instant.EPOCH);
        }
    }

    private List<Entry> much() {
        var batch = new ArrayList<Entry>();
        for (var i = 0; i < 500; i++) {
            batch.add(scribe.said("#tea", ANN, "words ".repeat(60).strip()));
        }
        return batch;
    }

    private void append(List<Entry> batch) throws SQLException {
        writer.write(it -> {
            it.append(batch);
            return true;
        });
    }
}
