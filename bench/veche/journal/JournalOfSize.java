package veche.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.event.Author;
import veche.event.Conversation;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Manner;
import veche.event.Text;
import veche.name.CaseMapping;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;

/// Journals of many messages, made by the journal itself and kept in `target/journals`: ten million
/// take some minutes and some gigabytes, once.
///
/// What is said is made of words that become rarer and rarer (Zipf), in a hundred channels, of
/// which the first is [#CHANNEL].
final class JournalOfSize {

    private static final Logger log = LoggerFactory.getLogger(JournalOfSize.class);

    static final ChannelName CHANNEL = new ChannelName("#bench0");

    private static final Author SOMEBODY = new Author(new PersonId(7), new Nickname("ann"));
    private static final int CHANNELS = 100;
    private static final int PEOPLE = 1000;
    private static final int WORDS = 50_000;
    private static final int BATCH = 10_000;
    private static final int MANY_AT_ONCE = 4_000;
    private static final List<ChannelName> MANY_CHANNELS =
            IntStream.range(0, 1000).mapToObj(i -> new ChannelName("#many" + i)).toList();
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");

    private final Random random = new Random(1);
    private final List<Author> people = new ArrayList<>();
    private final List<ChannelName> channels = new ArrayList<>();

    private JournalOfSize() {
        for (var i = 0; i < PEOPLE; i++) {
            people.add(new Author(new PersonId(1 + i), new Nickname("person" + i)));
        }
        for (var i = 0; i < CHANNELS; i++) {
            channels.add(new ChannelName("#bench" + i));
        }
    }

    /// Opens one, which is made first if it is not there.
    ///
    /// @param messages how many are in it
    static SqliteJournal open(long messages) throws JournalException, IOException {
        var folder = Path.of("target", "journals", Long.toString(messages));
        var whole = folder.resolve("whole");
        var isWhole = Files.exists(whole);
        Files.createDirectories(folder);
        var journal = SqliteJournal.open(folder.resolve("journal.db"), CaseMapping.PRECIS);
        if (!isWhole) {
            var maker = new JournalOfSize();
            while (journal.last() < messages) {
                journal.append(maker.batch(journal.last(), messages));
            }
            while (!isSearchable(journal)) {
                log.info("{} messages: the index still follows", messages);
            }
            Files.createFile(whole);
        }
        return journal;
    }

    /// Waits until all is in the index, for as long as a search does.
    private static boolean isSearchable(SqliteJournal journal) throws JournalException {
        var within = List.<Conversation>of(new Conversation.InChannel(CHANNEL));
        try {
            journal.search(within, word(1), Long.MAX_VALUE, 1);
            return true;
        } catch (JournalException e) {
            if (e.trouble() != JournalException.Trouble.NOT_READY) {
                throw e;
            }
            return false;
        }
    }

    private List<Entry> batch(long last, long messages) {
        var batch = new ArrayList<Entry>();
        for (var i = 1; i <= BATCH && last + i <= messages; i++) {
            var channel = channels.get(random.nextInt(CHANNELS));
            batch.add(said(last + i, channel, text()));
        }
        return batch;
    }

    private Entry said(long position, ChannelName channel, String text) {
        return said(position, channel, people.get(random.nextInt(PEOPLE)), text);
    }

    private static Entry said(long position, ChannelName channel, Author author, String text) {
        var said = new Event.Said(channel, author, Manner.SPEECH, new Text(text));
        return new Entry(position, BEGIN.plusSeconds(position), said);
    }

    private String text() {
        var text = new StringBuilder();
        while (text.length() < 64) {
            // The less often a word is said, the more of such words there are.
            var rank = (int) Math.pow(WORDS, random.nextDouble());
            text.append(text.isEmpty() ? "" : " ").append(word(rank));
        }
        return text.toString();
    }

    /// A word: the one of rank 1 is in most messages, the one of rank 50,000 is rare.
    static String word(int rank) {
        var letters = new StringBuilder();
        for (var left = rank; left > 0; left /= 20) {
            letters.append("bcdfghjklmnpqrstvwxz".charAt(left % 20))
                    .append("aeiou".charAt(left % 5));
        }
        return letters.toString();
    }

    /// A batch of some thousand messages behind those that are there: a thousand other channels
    /// take turns.
    static List<Entry> nextOfMany(long last) {
        var batch = new ArrayList<Entry>();
        for (var i = 1; i <= MANY_AT_ONCE; i++) {
            var channel = MANY_CHANNELS.get((int) ((last + i) % MANY_CHANNELS.size()));
            batch.add(said(last + i, channel, SOMEBODY, "one more"));
        }
        return batch;
    }

    /// A batch of one message, behind those that are there.
    static List<Entry> next(long last) {
        return List.of(said(last + 1, CHANNEL, SOMEBODY, "one more"));
    }
}
