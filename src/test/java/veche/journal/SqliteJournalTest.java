package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import veche.config.Retention;
import veche.event.Conversation;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Manner;
import veche.event.Text;
import veche.journal.JournalException.Trouble;
import veche.name.CaseMapping;

class SqliteJournalTest extends JournalContract {

    @TempDir Path folder;

    @Override
    Journal open() throws JournalException {
        return SqliteJournal.open(file(), CaseMapping.PRECIS);
    }

    private Path file() {
        return folder.resolve("veche.db");
    }

    /// What an operator can do with another tool while the server runs.
    private void run(String database, String... statements) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(database));
    }

    private Trouble troubleOfOpening(Path file) {
        var thrown =
                assertThatExceptionOfType(JournalException.class)
                        .isThrownBy(() -> SqliteJournal.open(file, CaseMapping.PRECIS).close());
        thrown.withMessageContaining(file.toString());
        return thrown.actual().trouble();
    }

    @Test
    void howNamesAreComparedCanBeChosenUntilSomethingHappens() throws Exception {
        journal.close();
        journal = SqliteJournal.open(file(), CaseMapping.ASCII);
        assertThat(journal.names()).isEqualTo(CaseMapping.ASCII);
        journal.close();
        journal = SqliteJournal.open(file(), CaseMapping.RFC1459);
        append(scribe.said("#tea", ANN, "first"));
        journal.close();
        journal = SqliteJournal.open(file(), CaseMapping.PRECIS);
        assertThat(journal.names()).isEqualTo(CaseMapping.RFC1459);
        assertThat(everythingIn(TEA)).hasSize(1);
    }

    @Test
    void whatIsTrueOfAChannelStandsUnderTheNumberOfItsHistoryHoweverNamesAreCompared()
            throws Exception {
        journal.close();
        journal = SqliteJournal.open(file(), CaseMapping.RFC1459);
        var square = CaseMapping.RFC1459.channel("#A[b");
        var curly = CaseMapping.RFC1459.channel("#a{B");
        var next = CaseMapping.RFC1459.channel("#next");
        append(scribe.entry(new Event.ChannelMade(square, ANN)));
        append(scribe.entry(new Event.Joined(square, ANN)));
        append(scribe.entry(new Event.Said(square, ANN, Manner.SPEECH, new Text("hello"))));
        append(scribe.entry(new Event.Joined(curly, BOB)));
        append(scribe.entry(new Event.Parted(curly, ANN)));
        append(scribe.entry(new Event.ChannelRenamed(curly, next, BOB, Optional.empty())));
        assertThat(facts())
                .extracting(Entry::event)
                .containsExactly(new Event.ChannelMade(next, ANN), new Event.Joined(next, BOB));
        assertThat(everythingIn(new Conversation.InChannel(next))).hasSize(1);
    }

    @Test
    void aBatchThatFailsHalfwayLeavesNothingAndCanBeTriedAgain() throws Exception {
        append(scribe.said("#tea", ANN, "first"));
        run(
                "veche.db",
                """
                CREATE TRIGGER trouble BEFORE INSERT ON message WHEN new.text = 'bad'
                BEGIN SELECT RAISE(ABORT, 'trouble'); END
                """);
        var batch = new ArrayList<Entry>();
        for (var i = 0; i < 40; i++) {
            batch.add(scribe.said("#new", ANN, "hello"));
            batch.add(scribe.joined("#tea", BOB));
        }
        batch.add(scribe.said("#tea", ANN, "bad"));

        for (var attempt = 0; attempt < 2; attempt++) {
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> journal.append(batch));
            assertThat(everythingIn(channel("#new"))).isEmpty();
            assertThat(facts()).isEmpty();
            assertThat(journal.last()).isEqualTo(1);
            assertThat(journal.messages()).isEqualTo(1);
        }
        run("veche.db", "DROP TRIGGER trouble");
        journal.append(batch);
        assertThat(journal.count(channel("#new"), 0, Long.MAX_VALUE)).isEqualTo(40);
        assertThat(everythingIn(TEA)).hasSize(2);
        assertThat(facts()).hasSize(1);
    }

    @Test
    void anotherProgramThatWritesIsAFailureThatPasses() throws Exception {
        var entry = scribe.said("#tea", ANN, "hello");
        try (var other = connect("veche.db");
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> journal.append(List.of(entry)))
                    .returns(Trouble.IN_USE, JournalException::trouble);
            statement.execute("ROLLBACK");
        }
        append(entry);
        assertThat(everythingIn(TEA)).containsExactly(entry);
    }

    @Test
    void nothingOfAnOldSecretIsLeftInTheFiles() throws Exception {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var live = new HashMap<Long, String>();
        var dead = new ArrayList<String>();
        for (var i = 0; i < 60; i++) {
            var batch = new ArrayList<Entry>();
            for (var k = 0; k < 50; k++) {
                var who = Scribe.author(random.nextInt(1, 300), "somebody");
                var removed = random.nextInt(4) == 0;
                var secret = "$secret$%d$%s$".formatted(i * 50 + k, "x".repeat(random.nextInt(90)));
                batch.add(removed ? scribe.removed(who) : scribe.credential(who, secret));
                var old =
                        removed
                                ? live.remove(who.person().value())
                                : live.put(who.person().value(), secret);
                if (old != null) {
                    dead.add(old);
                }
            }
            journal.append(batch);
        }
        assertThat(dead).as("in the log, seed %d", seed).anyMatch(bytesOfAllFiles()::contains);
        journal.prune(Retention.EVERYTHING, Scribe.START, 10);

        var bytes = bytesOfAllFiles();
        assertThat(live.values()).as("seed %d", seed).allMatch(bytes::contains);
        assertThat(dead).as("seed %d", seed).noneMatch(bytes::contains);

        append(scribe.cleared(live.size()));
        journal.prune(Retention.EVERYTHING, Scribe.START, 10);
        assertThat(bytesOfAllFiles().contains("$secret$")).as("seed %d", seed).isFalse();
    }

    @Test
    void nothingOfADeletedMessageIsLeftInTheJournal() throws Exception {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var said = new ArrayList<Entry>();
        for (var i = 0; i < 2_000; i++) {
            var length = random.nextInt(200);
            said.add(scribe.said("#tea", ANN, "$said$%d$%s".formatted(i, "x".repeat(length))));
        }
        journal.append(said);
        var deleted = new ArrayList<Entry>();
        for (var entry : said) {
            if (random.nextInt(4) == 0) {
                deleted.add(entry);
                append(scribe.redacted("#tea", ANN, entry.position()));
            }
        }
        journal.prune(Retention.EVERYTHING, Scribe.START, 10);

        var bytes = bytesOf(List.of(file(), folder.resolve("veche.db-wal")));
        said.removeAll(deleted);
        assertThat(said).as("seed %d", seed).allMatch(entry -> bytes.contains(words(entry)));
        assertThat(deleted).as("seed %d", seed).noneMatch(entry -> bytes.contains(words(entry)));
    }

    private static String words(Entry entry) {
        var words = ((Event.Said) entry.event()).text().value();
        return words.substring(0, words.lastIndexOf('$') + 1);
    }

    private String bytesOfAllFiles() throws IOException {
        try (var files = Files.list(folder)) {
            return bytesOf(files.toList());
        }
    }

    private static String bytesOf(List<Path> files) throws IOException {
        var bytes = new StringBuilder();
        for (var file : files) {
            bytes.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return bytes.toString();
    }

    @Test
    void onlyItsOwnerMayReadTheFiles() throws Exception {
        append(scribe.said("#tea", ANN, "between us"));
        journal.search(List.of(TEA), "us", 100, 10);
        for (var name : List.of("veche.db", "veche.db-wal", "search.db", "search.db-wal")) {
            var permissions = Files.getPosixFilePermissions(folder.resolve(name));
            assertThat(PosixFilePermissions.toString(permissions)).as(name).isEqualTo("rw-------");
        }
    }

    @Test
    void aRowThatMakesNoSenseIsNamed() throws Exception {
        append(scribe.said("#tea", ANN, "hello"));
        run("veche.db", "UPDATE message SET kind = 'sung' WHERE position = 1");
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> everythingIn(TEA))
                .withMessageContaining("position 1");
    }

    @Test
    void aFileIsOpenedByOneServerOnly() {
        assertThat(troubleOfOpening(file())).isEqualTo(Trouble.IN_USE);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThat(troubleOfOpening(folder.resolve("missing").resolve("veche.db")))
                .isEqualTo(Trouble.NOT_WRITABLE);
    }

    /// The file says itself that it may not be written, by byte 18 of its header: SQLite heeds that
    /// as it does a file's mode, which is nothing to a test that runs as root.
    @Test
    void aFileThatMayNotBeWrittenIsRefusedBeforeAnythingIsSaid() throws Exception {
        append(scribe.said("#tea", ANN, "hello"));
        journal.close();
        var bytes = Files.readAllBytes(file());
        bytes[18] = 3;
        Files.write(file(), bytes);
        assertThat(troubleOfOpening(file())).isEqualTo(Trouble.NOT_WRITABLE);
        bytes[18] = 2;
        Files.write(file(), bytes);
        journal = open();
        assertThat(everythingIn(TEA)).hasSize(1);
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAlone() throws IOException {
        var file = folder.resolve("other.db");
        Files.writeString(file, "shopping list: tea, milk. ".repeat(100));
        assertThat(troubleOfOpening(file)).isEqualTo(Trouble.DAMAGED);
        assertThat(file).content().startsWith("shopping list");
    }

    @Test
    void aDatabaseOfAnotherProgramIsRefused() throws SQLException {
        run("other.db", "CREATE TABLE recipe (name TEXT)");
        assertThat(troubleOfOpening(folder.resolve("other.db"))).isEqualTo(Trouble.DAMAGED);
    }

    @Test
    void aJournalOfANewerVecheIsRefusedAndWorksAgainWithThatOne() throws Exception {
        append(scribe.said("#tea", ANN, "from the future"));
        journal.close();
        run("veche.db", "PRAGMA user_version = " + (Schema.VERSION + 1));
        assertThat(troubleOfOpening(file())).isEqualTo(Trouble.TOO_NEW);

        run("veche.db", "PRAGMA user_version = " + Schema.VERSION);
        journal = open();
        assertThat(everythingIn(TEA)).hasSize(1);
    }

    @Test
    void afterAFailureToOpenTheNextAttemptIsNotInItsWay() throws Exception {
        journal.close();
        var contents = Files.readAllBytes(file());
        Files.writeString(
                file(), "not a database, and longer than the header of one is ".repeat(9));
        assertThat(troubleOfOpening(file())).isEqualTo(Trouble.DAMAGED);
        Files.write(file(), contents);
        journal = open();
        assertThat(journal.last()).isZero();
    }

    @Test
    void aFullDiskIsToldFromOtherTrouble() throws SQLException {
        try (var connection = connect("small.db");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE message (text TEXT)");
            statement.execute("PRAGMA max_page_count = 2");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() ->
                            statement.execute("INSERT INTO message VALUES (randomblob(10000))"))
                    .satisfies(e -> assertThat(Sqlite.trouble(e)).isEqualTo(Trouble.DISK_FULL));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "garbage", "damaged", "newer", "ofAnotherJournal", "empty"})
    void anIndexThatCannotBeUsedIsMadeAnew(String what) throws Exception {
        var said = append(scribe.said("#tea", ANN, "is there any tea left?"));
        assertThat(journal.search(List.of(TEA), "tea", 100, 10)).containsExactly(said);
        journal.close();
        spoilIndex(what);

        journal = open();
        var more = append(scribe.said("#tea", BOB, "no tea"));
        assertThat(journal.search(List.of(TEA), "tea", 100, 10)).containsExactly(said, more);
    }

    private void spoilIndex(String what) throws Exception {
        var index = folder.resolve("search.db");
        switch (what) {
            case "missing" -> Files.delete(index);
            case "garbage" -> Files.writeString(index, "garbage ".repeat(1_000));
            case "damaged" -> {
                var bytes = Files.readAllBytes(index);
                new Random(1).nextBytes(bytes);
                System.arraycopy(Files.readAllBytes(index), 0, bytes, 0, 100);
                Files.write(index, bytes);
            }
            case "newer" -> run("search.db", "PRAGMA user_version = 99");
            case "ofAnotherJournal" -> run("search.db", "UPDATE progress SET position = 1000");
            case "empty" -> Files.write(index, new byte[0]);
            default -> throw new IllegalArgumentException(what);
        }
    }

    @Test
    void anIndexThatIsDeletedWhileTheServerRunsIsMadeAnew() throws Exception {
        var said = append(scribe.said("#tea", ANN, "is there any tea left?"));
        assertThat(journal.search(List.of(TEA), "tea", 100, 10)).containsExactly(said);
        for (var ending : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(folder.resolve("search.db" + ending));
        }
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> journal.search(List.of(TEA), "tea", 100, 10));
        assertThat(journal.search(List.of(TEA), "tea", 100, 10)).containsExactly(said);
    }

    @Test
    void whatIsForgottenLeavesTheIndexAsWell() throws Exception {
        append(scribe.said("#tea", ANN, "tea"));
        append(scribe.said("#tea", ANN, "more tea"));
        var keepOne = new Retention(Optional.empty(), OptionalLong.of(1));
        assertThat(journal.prune(keepOne, Scribe.START, 10)).isEqualTo(1);
        journal.search(List.of(TEA), "tea", 100, 10);
        assertThat(number("search.db", "SELECT count(*) FROM spoken")).isEqualTo(1);

        assertThat(number("veche.db", "SELECT count(*) FROM forgotten")).isEqualTo(1);
        journal.prune(keepOne, Scribe.START, 10);
        assertThat(number("veche.db", "SELECT count(*) FROM forgotten")).isZero();
    }

    private long number(String database, String sql) throws SQLException {
        try (var connection = connect(database)) {
            return Sqlite.number(connection, sql);
        }
    }

    @Test
    void whatIsDeletedLeavesTheIndexAsWell() throws Exception {
        var oops = append(scribe.said("#tea", ANN, "tea"));
        append(scribe.said("#tea", ANN, "more tea"));
        journal.search(List.of(TEA), "tea", 100, 10);
        append(scribe.redacted("#tea", ANN, oops.position()));
        journal.search(List.of(TEA), "tea", 100, 10);
        assertThat(number("search.db", "SELECT count(*) FROM spoken")).isEqualTo(1);
    }

    @Test
    void howFarSomebodyHasReadIsKeptOnce() throws Exception {
        for (var time = 1; time <= 10; time++) {
            append(scribe.entry(new Event.ReadMarked(ANN.person(), TEA, time)));
        }
        assertThat(number("veche.db", "SELECT count(*) FROM event")).isZero();
        assertThat(number("veche.db", "SELECT max(number) FROM fact")).isEqualTo(10);
    }

    @Test
    void onlyTheLastThatMayBeSentAgainAreNoted() throws Exception {
        var sent = new ArrayList<Entry>();
        for (var i = 0; i < Journal.SENT + 10; i++) {
            sent.add(scribe.sent("#tea", ANN, "id " + i));
        }
        journal.append(sent);
        journal.prune(Retention.EVERYTHING, Scribe.START, 10);
        assertThat(number("veche.db", "SELECT count(*) FROM sent")).isEqualTo(Journal.SENT);
    }

    @Test
    void anyToolCanReadTheHistory() throws Exception {
        append(scribe.said("#Tea", ANN, "доброе утро"));
        append(scribe.told(BOB, ANN, "psst"));
        try (var connection = connect("veche.db");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM history")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("utc")).isEqualTo("2026-01-01 00:00:01");
            assertThat(rows.getString("conversation")).isEqualTo("#Tea");
            assertThat(rows.getString("name")).isEqualTo("ann");
            assertThat(rows.getString("text")).isEqualTo("доброе утро");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("to_name")).isEqualTo("ann");
            assertThat(rows.next()).isFalse();
        }
    }
}
