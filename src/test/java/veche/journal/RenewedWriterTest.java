package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
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
    private final Unindexed unindexed = new Unindexed();
    private Path file;
    private Connection first;
    private RenewedWriter writer;

    @BeforeEach
    void open() throws Exception {
        file = folder.resolve("veche.db");
        first = Sqlite.write(file, SynchronousMode.FULL);
        Schema.raise(first, file);
        writer =
                new RenewedWriter(
                        file, PRECIS, unindexed, new SqliteWriter(first, PRECIS, unindexed));
        fillDisk();
    }

    /// As the first writer sees it.
    private void fillDisk() throws SQLException {
        var pages = Sqlite.number(first, "PRAGMA page_count");
        Sqlite.execute(first, "PRAGMA max_page_count = " + pages);
    }

    private void makeRoom() throws SQLException {
        Sqlite.execute(first, "PRAGMA max_page_count = 1000000");
    }

    @AfterEach
    void close() throws SQLException {
        writer.close();
    }

    @Test
    void whatAFullDiskKeptOutIsStoredOnceThereIsRoom() throws Exception {
        var batch = much();

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> writer.append(batch))
                .satisfies(e -> assertThat(Sqlite.trouble(e)).isEqualTo(Trouble.DISK_FULL));
        assertThat(writer.last()).isZero();

        makeRoom();
        writer.append(batch);
        assertThat(writer.last()).isEqualTo(batch.size());
        writer.append(List.of(scribe.said("#tea", ANN, "and on")));
        assertThat(writer.messages()).isEqualTo(batch.size() + 1);
    }

    @Test
    void whatWasStoredThoughItFailedIsNotStoredTwice() throws Exception {
        var batch = much();
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> writer.append(batch));
        try (var other =
                new SqliteWriter(Sqlite.write(file, SynchronousMode.FULL), PRECIS, unindexed)) {
            other.append(batch);
        }
        writer.append(batch);
        assertThat(writer.last()).isEqualTo(batch.size());
        assertThat(writer.messages()).isEqualTo(batch.size());
    }

    /// Whoever reads has another reader after trouble, too.
    @Test
    void aReaderThatFailedIsAskedNothingMore() throws Exception {
        try (var readers = new Readers(file, PRECIS, unindexed)) {
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
}
