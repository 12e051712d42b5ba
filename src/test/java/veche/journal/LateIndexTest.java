package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static veche.journal.JournalFixture.END;
import static veche.journal.JournalFixture.LATER;
import static veche.journal.JournalFixture.keep;
import static veche.journal.Scribe.author;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import veche.config.Retention;
import veche.event.Author;
import veche.event.Conversation;
import veche.event.Entry;
import veche.name.CaseMapping;
import veche.name.ChannelName;

/// The table `message_index` lags behind, and nobody notices.
class LateIndexTest {

    private static final List<Author> PEOPLE =
            List.of(author(1, "ann"), author(2, "bob"), author(3, "eve"));

    @TempDir Path folder;

    private final Scribe scribe = new Scribe();
    private Path file;
    private Journal journal;

    @BeforeEach
    void open() throws JournalException {
        file = folder.resolve("veche.db");
        journal = SqliteJournal.open(file, CaseMapping.PRECIS);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    /// What a crash leaves: the files as they are.
    private void crash() throws Exception {
        var left = Files.createTempDirectory(folder, "crashed").resolve("veche.db");
        for (var end : List.of("", "-wal")) {
            Files.copy(Path.of(file + end), Path.of(left + end));
        }
        journal.close();
        file = left;
        journal = SqliteJournal.open(file, CaseMapping.PRECIS);
    }

    private long indexed() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            return Sqlite.number(connection, "SELECT count(*) FROM message_index");
        }
    }

    private List<Entry> said(String channel, int times) {
        var batch = new ArrayList<Entry>();
        for (var i = 0; i < times; i++) {
            batch.add(scribe.said(channel, PEOPLE.getFirst(), "hello"));
        }
        return batch;
    }

    @Test
    void aFewMessagesWaitUntilThereAreMoreOrAMinuteIsOver() throws Exception {
        journal.append(said("#tea", Unindexed.EACH));
        assertThat(indexed()).isZero();
        journal.append(said("#tea", 1));
        assertThat(indexed()).isEqualTo(Unindexed.EACH + 1);
        journal.append(said("#tea", 1));
        journal.prune(Retention.EVERYTHING, LATER, 10);
        assertThat(indexed()).isEqualTo(Unindexed.EACH + 2);
    }

    @Test
    void nothingWaitsAfterAStop() throws Exception {
        journal.append(said("#tea", 5));
        journal.close();
        assertThat(indexed()).isEqualTo(5);
        journal = SqliteJournal.open(file, CaseMapping.PRECIS);
    }

    @Test
    void nothingIsLostIfAnotherProgramIsInTheWayOfAStop() throws Exception {
        journal.append(said("#tea", 5));
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Sqlite.execute(other, "BEGIN IMMEDIATE");
            journal.close();
            Sqlite.execute(other, "ROLLBACK");
        }
        assertThat(indexed()).isZero();
        journal = SqliteJournal.open(file, CaseMapping.PRECIS);
        assertThat(journal.count(channel("#tea"), 0, END)).isEqualTo(5);
    }

    @Test
    void whatACrashKeptOutOfTheIndexIsFoundAfterTheStart() throws Exception {
        journal.append(said("#tea", 5));
        journal.append(said("#chess", 40));
        journal.append(said("#tea", 6));
        crash();
        assertThat(journal.latest(channel("#tea"), 0, END, 100)).hasSize(11);
        assertThat(journal.count(channel("#chess"), 0, END)).isEqualTo(40);
        journal.append(said("#tea", 7));
        assertThat(journal.latest(channel("#tea"), 0, END, 100)).hasSize(18);
        assertThat(journal.count(channel("#tea"), 0, END)).isEqualTo(18);
        journal.prune(Retention.EVERYTHING, LATER, 10);
        assertThat(indexed()).isEqualTo(58);
    }

    @Test
    void whatIsForgottenLeavesTheIndex() throws Exception {
        journal.append(said("#tea", 50));
        journal.append(said("#tea", 5));
        journal.prune(keep(10), LATER, 100);
        assertThat(indexed()).isEqualTo(10);
        assertThat(journal.count(channel("#tea"), 0, END)).isEqualTo(10);
    }

    /// Whatever waits and whatever does not, and whenever the server crashes, it is the same
    /// history that a journal without any index tells.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theHistoryIsWhatAJournalInMemoryHas(long seed) throws Exception {
        var random = new Random(seed);
        try (var model = new MemoryJournal()) {
            for (var round = 0; round < 150; round++) {
                var batch = batch(random);
                journal.append(batch);
                model.append(batch);
                switch (random.nextInt(20)) {
                    case 0 -> crash();
                    case 1 -> {
                        journal.prune(keep(60), LATER, 10_000);
                        model.prune(keep(60), LATER, 10_000);
                    }
                    default -> {}
                }
                compare(random, model);
            }
        }
    }

    private List<Entry> batch(Random random) {
        var batch = new ArrayList<Entry>();
        var size = 1 + random.nextInt(random.nextInt(10) == 0 ? 400 : 20);
        for (var i = 0; i < size; i++) {
            var by = PEOPLE.get(random.nextInt(PEOPLE.size()));
            // Some talk much, and some hardly ever.
            var channel = "#" + random.nextInt(1 + random.nextInt(8));
            batch.add(
                    switch (random.nextInt(6)) {
                        case 0 -> scribe.joined(channel, by);
                        case 1 ->
                                scribe.told(by, PEOPLE.get(random.nextInt(PEOPLE.size())), "psst");
                        default -> scribe.said(channel, by, "hello");
                    });
        }
        return batch;
    }

    private void compare(Random random, Journal model) throws JournalException {
        var end = (int) journal.last() + 2;
        var conversations = List.of(channel("#" + random.nextInt(8)), between(random.nextInt(3)));
        for (var conversation : conversations) {
            var after = random.nextInt(3) == 0 ? 0 : random.nextInt(end);
            var before = random.nextInt(3) == 0 ? END : random.nextInt(end);
            var limit = 1 + random.nextInt(150);
            for (var scope : Scope.values()) {
                assertThat(journal.latest(conversation, scope, after, before, limit))
                        .isEqualTo(model.latest(conversation, scope, after, before, limit));
                assertThat(journal.earliest(conversation, scope, after, before, limit))
                        .isEqualTo(model.earliest(conversation, scope, after, before, limit));
            }
            assertThat(journal.count(conversation, after, before))
                    .isEqualTo(model.count(conversation, after, before));
        }
        var whose = PEOPLE.get(random.nextInt(PEOPLE.size())).person();
        var after = random.nextInt(end);
        assertThat(journal.correspondents(whose, after))
                .isEqualTo(model.correspondents(whose, after));
    }

    /// Somebody who reads while others talk never sees a message and not those before it.
    @Test
    void whoReadsWhileMessagesAreIndexedSeesNoGap() throws Exception {
        var batches = 400;
        var reading = CompletableFuture.supplyAsync(() -> readUntil(batches * 3L));
        for (var i = 0; i < batches; i++) {
            var batch = new ArrayList<>(said("#tea", 3));
            batch.add(scribe.joined("#tea", PEOPLE.getFirst()));
            batch.addAll(said("#" + i % 5, 20));
            journal.append(batch);
        }
        assertThat(reading.get(60, TimeUnit.SECONDS)).isPositive();
    }

    /// @return how often
    private int readUntil(long all) {
        var times = 0;
        var tea = channel("#tea");
        try {
            var said = 0L;
            while (said < all) {
                var entries = journal.latest(tea, Scope.EVERYTHING, 0, END, 100_000);
                // In each batch three are said, and then somebody comes.
                for (var i = 0; i < entries.size(); i++) {
                    assertThat(entries.get(i).position()).isEqualTo(1 + i / 4 * 24 + i % 4);
                }
                said = entries.size() * 3L / 4;
                times++;
            }
        } catch (JournalException e) {
            throw new AssertionError(e);
        }
        return times;
    }

    /// The private words of two of three people.
    private static Conversation between(int pair) {
        return Conversation.Between.of(
                PEOPLE.get(pair).person(), PEOPLE.get((pair + 1) % PEOPLE.size()).person());
    }

    private static Conversation channel(String name) {
        return new Conversation.InChannel(new ChannelName(name));
    }
}
