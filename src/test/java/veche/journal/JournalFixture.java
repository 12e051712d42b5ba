package veche.journal;

import static veche.journal.Scribe.author;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import veche.config.Retention;
import veche.event.Author;
import veche.event.Conversation;
import veche.event.Entry;
import veche.name.ChannelName;

/// A journal in a test, and what tests ask of it.
abstract class JournalFixture {

    static final Author ANN = author(7, "ann");
    static final Author BOB = author(71, "bob");
    static final Author EVE = author(700, "eve");
    static final Conversation TEA = channel("#tea");
    static final Conversation CHESS = channel("#chess");
    static final long END = Long.MAX_VALUE;
    static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    Journal journal;
    final Scribe scribe = new Scribe();

    /// A journal without entries, or, if there was one before, one with the same entries.
    abstract Journal open() throws JournalException;

    static Conversation channel(String name) {
        return new Conversation.InChannel(new ChannelName(name));
    }

    static Conversation.Between between(Author one, Author other) {
        return Conversation.Between.of(one.person(), other.person());
    }

    @BeforeEach
    void openJournal() throws JournalException {
        journal = open();
    }

    @AfterEach
    void closeJournal() {
        journal.close();
    }

    /// What a restart of the server does to a journal.
    final void reopen() throws JournalException {
        journal.close();
        journal = open();
    }

    final Entry append(Entry entry) throws JournalException {
        journal.append(List.of(entry));
        return entry;
    }

    final List<Entry> facts() throws JournalException {
        var facts = new ArrayList<Entry>();
        journal.replay(facts::add);
        return facts;
    }

    final List<Entry> everythingIn(Conversation conversation) throws JournalException {
        return journal.latest(conversation, 0, END, 1_000_000);
    }

    final List<Entry> search(String words) throws JournalException {
        return journal.search(List.of(TEA), words, END, 100);
    }

    static Retention keep(long count) {
        return new Retention(Optional.empty(), OptionalLong.of(count));
    }
}
