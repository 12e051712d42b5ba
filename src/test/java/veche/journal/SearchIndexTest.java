package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import veche.name.CaseMapping;

class SearchIndexTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(SearchIndex.class);
    private final BlockingQueue<String> logged = new LinkedBlockingQueue<>();
    private final AppenderBase<ILoggingEvent> appender =
            new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent event) {
                    logged.add(event.getLevel() + " " + event.getFormattedMessage());
                }
            };
    private @Nullable Level level;

    @TempDir Path folder;

    @BeforeEach
    void listen() {
        level = logger.getLevel();
        logger.setLevel(Level.DEBUG);
        appender.start();
        logger.addAppender(appender);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(appender);
        logger.setLevel(level);
    }

    private String next() throws InterruptedException {
        return String.valueOf(logged.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void theOperatorIsToldOnceThatItFailsAndOnceThatItWorks() throws Exception {
        var journal = folder.resolve("veche.db");
        SqliteJournal.open(journal, CaseMapping.PRECIS).close();
        var file = folder.resolve("search.db");
        for (var ending : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(folder.resolve("search.db" + ending));
        }
        Files.createDirectory(file);
        try (var index = new SearchIndex(file, journal, CaseMapping.PRECIS, 1)) {
            index.start();
            assertThat(next()).isEqualTo("WARN search index fails");
            assertThat(next()).isEqualTo("DEBUG search index fails");
            assertThat(next()).isEqualTo("DEBUG search index fails");
            Files.delete(file);
            assertThat(index.awaitFollowed(30_000)).isTrue();
        }
        assertThat(logged)
                .filteredOn(line -> !line.startsWith("DEBUG"))
                .containsExactly("INFO search index works again");
    }
}
