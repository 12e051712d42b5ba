package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static veche.journal.Scribe.author;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import veche.event.Author;
import veche.event.ChannelFlag;
import veche.event.Conversation;
import veche.event.Credential;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Manner;
import veche.event.ModeChange;
import veche.event.Text;
import veche.language.Language;
import veche.name.CaseMapping;
import veche.name.ChannelName;
import veche.net.Reason;

/// A database that an older Veche has written.
class SchemaTest {

    private static final Author ANN = author(1, "ann");
    private static final Author BOB = author(3, "Боб");
    private static final ChannelName TEA = new ChannelName("#Tea");
    private static final long END = Long.MAX_VALUE;

    @TempDir Path folder;

    @BeforeEach
    void writeFormOne() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.executeUpdate(Schema.script("journal-1.sql"));
            statement.executeUpdate(
                    """
                    INSERT INTO conversation VALUES (1, '#tea', '#Tea', NULL, NULL);
                    INSERT INTO conversation VALUES (2, '1+3', NULL, 1, 3);
                    INSERT INTO message VALUES
                        (6, 6000, 'said', 1, 1, 1, 'ann', NULL, 'good morning', NULL),
                        (7, 7000, 'said', 1, 2, 3, 'Боб', NULL, 'машет', 'action'),
                        (8, 8000, 'topic', 1, 3, 1, 'ann', NULL, 'green', NULL),
                        (9, 9000, 'told', 2, 1, 3, 'Боб', 'ann', 'psst', NULL),
                        (12, 12000, 'topic', 1, 4, 3, 'Боб', NULL, NULL, NULL);
                    INSERT INTO event VALUES
                        (1, 1000, 'registered', 1, 'ann', NULL, NULL, NULL, NULL),
                        (3, 3000, 'registered', 3, 'Боб', NULL, NULL, NULL, NULL),
                        (5, 5000, 'joined', 1, 'ann', '#Tea', NULL, NULL, NULL),
                        (10, 10000, 'language', 3, NULL, NULL, NULL, 'ru', NULL),
                        (11, 11000, 'left', 3, 'Боб', NULL, NULL, 'quit', 10),
                        (13, 13000, 'announced', NULL, NULL, NULL, 'hear', NULL, NULL);
                    INSERT INTO fact VALUES
                        ('account/1', 1, 1000, 'registered', 1, 'ann', NULL, NULL, NULL, NULL),
                        ('account/1/credential', 2, 1000, 'credential', 1, NULL, NULL, '$1', NULL,
                            NULL),
                        ('account/3', 3, 3000, 'registered', 3, 'Боб', NULL, NULL, NULL, NULL),
                        ('account/3/credential', 4, 3000, 'credential', 3, NULL, NULL, '$3', NULL,
                            NULL),
                        ('account/1/member/#tea', 5, 5000, 'joined', 1, 'ann', '#Tea', NULL, NULL,
                            NULL),
                        ('account/3/language', 10, 10000, 'language', 3, NULL, NULL, NULL, 'ru',
                            NULL),
                        ('account/3/left', 11, 11000, 'left', 3, 'Боб', NULL, NULL, 'quit', 10),
                        ('channel/#tea/topic', 12, 12000, 'topic', 3, 'Боб', '#Tea', NULL, NULL,
                            NULL);
                    UPDATE tally SET last = 13, messages = 5;
                    PRAGMA user_version = 1;
                    """);
        }
    }

    private Path file() {
        return folder.resolve("veche.db");
    }

    private static Entry entry(int second, Event event) {
        return new Entry(second, Instant.ofEpochSecond(second), event);
    }

    @Test
    void nothingIsLostWhenAnOlderFormIsRaised() throws Exception {
        var tea = new Conversation.InChannel(TEA);
        var pair = Conversation.Between.of(ANN.person(), BOB.person());
        var spoken =
                List.of(
                        entry(6, said(ANN, Manner.SPEECH, "good morning")),
                        entry(7, said(BOB, Manner.ACTION, "машет")),
                        entry(8, new Event.TopicSet(TEA, ANN, Optional.of(new Text("green")))),
                        entry(12, new Event.TopicSet(TEA, BOB, Optional.empty())));
        var told = entry(9, new Event.Told(BOB, ANN, Manner.SPEECH, new Text("psst")));
        var left = entry(11, new Event.Left(BOB, 10, Reason.QUIT));
        try (var journal = SqliteJournal.open(file(), CaseMapping.ASCII)) {
            assertThat(journal.names()).isEqualTo(CaseMapping.PRECIS);
            assertThat(journal.latest(tea, 0, END, 100)).isEqualTo(spoken);
            assertThat(journal.latest(pair, 0, END, 100)).containsExactly(told);
            assertThat(journal.latest(tea, Scope.EVERYTHING, 0, END, 100)).isEqualTo(spoken);
            assertThat(journal.find(11)).contains(left);
            assertThat(journal.search(List.of(tea, pair), "psst", END, 9)).containsExactly(told);
            assertThat(journal.last()).isEqualTo(13);
            assertThat(journal.messages()).isEqualTo(5);
            assertThat(facts(journal))
                    .containsExactly(
                            entry(1, new Event.Registered(ANN)),
                            new Entry(2, entry(1, left.event()).time(), secret(ANN, "$1")),
                            entry(3, new Event.Registered(BOB)),
                            new Entry(4, entry(3, left.event()).time(), secret(BOB, "$3")),
                            entry(5, new Event.Joined(TEA, ANN)),
                            entry(10, new Event.LanguageChosen(BOB.person(), Language.RUSSIAN)),
                            left);
        }
    }

    private static Event said(Author by, Manner manner, String text) {
        return new Event.Said(TEA, by, manner, new Text(text));
    }

    private static Event secret(Author of, String secret) {
        return new Event.CredentialSet(of.person(), new Credential(secret));
    }

    private static List<Entry> facts(Journal journal) throws JournalException {
        var facts = new ArrayList<Entry>();
        journal.replay(facts::add);
        return facts;
    }

    @Test
    void anOlderHistoryGoesOn() throws Exception {
        var tea = new Conversation.InChannel(TEA);
        var said = entry(14, said(ANN, Manner.NOTICE, "go on"));
        var parted = entry(15, new Event.Parted(TEA, ANN));
        try (var journal = SqliteJournal.open(file(), CaseMapping.PRECIS)) {
            journal.append(List.of(said, parted));
        }
        try (var journal = SqliteJournal.open(file(), CaseMapping.PRECIS)) {
            assertThat(journal.latest(tea, Scope.EVERYTHING, 0, END, 2))
                    .containsExactly(said, parted);
            assertThat(journal.count(tea, 0, END)).isEqualTo(5);
            assertThat(facts(journal)).extracting(Entry::position).doesNotContain(5L);
        }
    }

    /// What form 2 knew of channels stood under their names.
    @Test
    void channelsOfFormTwoKeepWhatIsKnownOfThemWhenTheyAreRenamed() throws Exception {
        var other = folder.resolve("two.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                var statement = connection.createStatement()) {
            statement.executeUpdate(Schema.script("journal-1.sql"));
            statement.executeUpdate(Schema.script("journal-2.sql"));
            statement.executeUpdate(
                    """
                    INSERT INTO conversation (id, key, channel) VALUES (4, '#чай/1%', '#чай/1%');
                    INSERT INTO message (position, time, kind, conversation, ordinal, account, name,
                        text) VALUES (2, 2000, 'said', 4, 1, 1, 'ann', 'good morning');
                    INSERT INTO event (position, time, kind, account, name, channel, detail, text)
                        VALUES (3, 3000, 'said_to_rank', 1, 'ann', '#b', 'voice speech', 'psst'),
                        (5, 5000, 'joined', 1, 'ann', '#Чай/1%', NULL, NULL),
                        (7, 7000, 'said_to_rank', 1, 'ann', '#Чай/1%', 'voice speech', 'тсс');
                    INSERT INTO happening VALUES (4, 5);
                    INSERT INTO fact (key, position, time, kind, account, name, channel, detail,
                        number) VALUES
                        ('account/1', 1, 1000, 'registered', 1, 'ann', NULL, NULL, NULL),
                        ('channel/#чай%2F1%25/made', 4, 4000, 'made', 1, 'ann', '#Чай/1%', NULL,
                            NULL),
                        ('account/1/member/#чай%2F1%25', 5, 5000, 'joined', 1, 'ann', '#Чай/1%',
                            NULL, NULL),
                        ('channel/#b/flag/secret', 6, 6000, 'mode', 1, 'ann', '#b',
                            '+flag secret', NULL),
                        ('account/1/read/#b', 7, 7000, 'read', 1, NULL, '#B', NULL, 5),
                        ('account/1/read/1+3', 8, 8000, 'read', 1, NULL, NULL, NULL, 6);
                    UPDATE fact SET to_account = 3 WHERE position = 8;
                    UPDATE tally SET last = 8, messages = 1;
                    PRAGMA user_version = 2;
                    """);
        }
        var tea = new ChannelName("#Чай/1%");
        var next = new ChannelName("#next");
        var b = new ChannelName("#b");
        var joined = new Event.Joined(tea, ANN);
        var flagged =
                new Event.ModeChanged(b, ANN, new ModeChange.Flagged(ChannelFlag.SECRET, true));
        var read = new Event.ReadMarked(ANN.person(), new Conversation.InChannel(b), 5);
        var readOther =
                new Event.ReadMarked(
                        ANN.person(), Conversation.Between.of(ANN.person(), BOB.person()), 6);
        try (var journal = SqliteJournal.open(other, CaseMapping.PRECIS)) {
            assertThat(facts(journal))
                    .containsExactly(
                            entry(1, new Event.Registered(ANN)),
                            entry(4, new Event.ChannelMade(tea, ANN)),
                            entry(5, joined),
                            entry(6, flagged),
                            entry(7, read),
                            entry(8, readOther));
            assertThat(journal.find(3)).isPresent();
            assertThat(journal.latest(new Conversation.InChannel(tea), Scope.EVERYTHING, 0, END, 9))
                    .extracting(Entry::event)
                    .containsExactly(
                            new Event.Said(tea, ANN, Manner.SPEECH, new Text("good morning")),
                            joined);
            journal.append(
                    List.of(
                            entry(9, new Event.ChannelRenamed(tea, next, ANN, Optional.empty())),
                            entry(10, new Event.Parted(next, ANN)),
                            entry(11, new Event.ChannelClosed(b, false))));
            assertThat(facts(journal))
                    .containsExactly(
                            entry(1, new Event.Registered(ANN)),
                            entry(4, new Event.ChannelMade(next, ANN)),
                            entry(7, read),
                            entry(8, readOther));
            assertThat(journal.find(7))
                    .map(entry -> ((Event.SaidToRank) entry.event()).channel())
                    .contains(next);
        }
    }
}
