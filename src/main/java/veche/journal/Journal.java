package veche.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import veche.config.Retention;
import veche.event.Conversation;
import veche.event.Entry;
import veche.name.PersonId;

/// What happened, in order, kept. Nothing of how it is kept shows here.
///
/// One thread appends and prunes; any thread reads. Readers see whole batches, and only stored
/// ones. Reading may block on the disk, and never pins a virtual thread. Every list has the oldest
/// entry first.
public interface Journal extends AutoCloseable {

    /// The position of the last stored entry, secrets included, also if it has been pruned since; 0
    /// if there was none.
    long last();

    /// The time of the last entry that is kept, secrets aside; the epoch if there is none.
    Instant lastTime() throws JournalException;

    /// How many [spoken][Event.Spoken] entries are kept.
    long messages();

    /// Stores a batch, all of it or nothing, and returns when no crash can take it back.
    ///
    /// @param batch not empty; positions rise from entry to entry, and from [#last]
    /// @throws JournalException if it could not be stored; nothing has changed, and the same batch
    ///   may be tried again
    /// @throws IllegalArgumentException if it is empty or its positions do not rise; nothing has
    ///   changed
    void append(List<Entry> batch) throws JournalException;

    /// Tells everything that the present state of the server follows from, oldest first: of each
    /// fact (an account, its credential, its language, whether it is here, a membership, a topic)
    /// the last entry that settled it. How long this takes depends on how many facts there are, not
    /// on how much was ever said.
    void replay(Consumer<Entry> reader) throws JournalException;

    /// The last entries of a conversation between two positions, both excluded.
    ///
    /// @param limit at most so many; at least 1
    List<Entry> latest(Conversation conversation, long after, long before, int limit)
            throws JournalException;

    /// How many entries [#latest] would find without a limit.
    long count(Conversation conversation, long after, long before) throws JournalException;

    /// The private conversations of an account in which something was said after a position. The
    /// one in which somebody spoke last comes last.
    List<Conversation.Between> correspondence(PersonId account, long after) throws JournalException;

    /// The last entries, said before a position, that have all of these words, or words that begin
    /// with them, in their text. Upper and lower case are the same, as are letters with and without
    /// accents. What was stored before the call is found.
    ///
    /// @param within where to look
    /// @param words anything that a person may type; it has no syntax, and only its letters and
    ///   digits count
    /// @param limit at most so many; at least 1
    List<Entry> search(
            Collection<? extends Conversation> within, String words, long before, int limit)
            throws JournalException;

    /// The position of the last entry that is kept and not later than a time, secrets aside; 0 if
    /// there is none.
    long positionAt(Instant time) throws JournalException;

    /// Forgets spoken entries that are older, or more in one conversation, than they are kept.
    ///
    /// @param limit at most so many in this call, so that appending does not wait long
    /// @return how many were forgotten; `limit` if there may be more
    int prune(Retention retention, Instant now, int limit) throws JournalException;

    /// Lets go of files and threads. Nothing else may be called afterwards.
    @Override
    void close();
}
