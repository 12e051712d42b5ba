package veche.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import veche.config.Retention;
import veche.event.Conversation;
import veche.event.Entry;
import veche.name.CaseMapping;
import veche.name.PersonId;

/// What happened, in order, kept. Nothing of how it is kept shows here.
///
/// One thread appends and prunes; any thread reads. Readers see whole batches, and only stored
/// ones. Reading may block on the disk, and never pins a virtual thread. Every list has the oldest
/// entry first.
public interface Journal extends AutoCloseable {

    /// How many messages are [told][#replay] at the start so that they are not stored again when
    /// they are sent again.
    int SENT = 10_000;

    /// How names are compared in it; always the same once something is stored.
    CaseMapping names();

    /// The position of the last stored entry, secrets included, also if it has been pruned since; 0
    /// if there was none.
    long last();

    /// The time of the last entry that is kept, aside from what is kept only as a fact; the epoch
    /// if there is none.
    Instant lastTime() throws JournalException;

    /// How many [spoken][Event.Spoken] entries are kept.
    long messages();

    /// Stores a batch, all of it or nothing, and returns when no crash can take it back.
    ///
    /// A message that a batch [deletes][Event.Redacted] loses its text and its tags for good, and
    /// is a [Event.Withdrawn] from then on. If there is no such message in that conversation,
    /// nothing changes but that the entry is stored. Whatever else followed from the message stays:
    /// a topic holds until another is set.
    ///
    /// When a channel is [renamed][Event.ChannelRenamed], all that is kept of it, and is to come,
    /// is told under its next name, and what is known of it stays true. If another channel was
    /// called so before, and is no more, nothing of that is found or true from then on.
    ///
    /// @param batch not empty; positions rise from entry to entry, and from [#last]; without
    ///   [passing][Event.Passing] and [withdrawn][Event.Withdrawn] events
    /// @throws JournalException if it could not be stored; nothing has changed, and the same batch
    ///   may be tried again
    /// @throws IllegalArgumentException if the batch is not as it should be; nothing has changed
    void append(List<Entry> batch) throws JournalException;

    /// Tells everything that the present state of the server follows from, oldest first: of each
    /// fact (an account, its credential, its language, whether it is here, a membership, a topic, a
    /// mode) the last entry that settled it, and the last [#SENT] messages that have ids of their
    /// senders'. How long this takes depends on how many facts there are, not on how much was ever
    /// said.
    void replay(Consumer<Entry> reader) throws JournalException;

    /// The entry at a position, if it is kept as what happened and not only, as
    /// [secrets][Event.Secret] and what else is [kept while it is true][Event.Current], as a fact.
    Optional<Entry> find(long position) throws JournalException;

    /// The last entries of a conversation between two positions, both excluded.
    ///
    /// @param limit at most so many; at least 1
    List<Entry> latest(Conversation conversation, Scope scope, long after, long before, int limit)
            throws JournalException;

    /// The last [spoken][Event.Spoken] entries.
    default List<Entry> latest(Conversation conversation, long after, long before, int limit)
            throws JournalException {
        return latest(conversation, Scope.SPOKEN, after, before, limit);
    }

    /// The first entries of a conversation between two positions, both excluded.
    ///
    /// @param limit at most so many; at least 1
    List<Entry> earliest(Conversation conversation, Scope scope, long after, long before, int limit)
            throws JournalException;

    /// The last [spoken][Event.Spoken] entry of a conversation.
    default Optional<Entry> newest(Conversation conversation) throws JournalException {
        return latest(conversation, 0, Long.MAX_VALUE, 1).stream().findFirst();
    }

    /// How many [spoken][Event.Spoken] entries there are in a conversation between two positions,
    /// both excluded.
    long count(Conversation conversation, long after, long before) throws JournalException;

    /// With whom an account has exchanged private messages after a position. The one with whom
    /// somebody spoke last comes last.
    List<Correspondent> correspondents(PersonId account, long after) throws JournalException;

    /// The private conversations of an account in which something was said after a position. The
    /// one in which somebody spoke last comes last.
    default List<Conversation.Between> correspondence(PersonId account, long after)
            throws JournalException {
        return correspondents(account, after).stream().map(Correspondent::conversation).toList();
    }

    /// The last entries that somebody looks for in what was said. Upper and lower case are the
    /// same, as are letters with and without accents; what sets type is no part of the words. What
    /// was stored before the call is found.
    List<Entry> search(Search search) throws JournalException;

    /// The last entries that have these words, said by anyone before a position.
    default List<Entry> search(
            Collection<? extends Conversation> within, String words, long before, int limit)
            throws JournalException {
        return search(new Search(within, words, before, limit));
    }

    /// The position of the last entry that is kept and not later than a time, aside from what is
    /// kept only as a fact; 0 if there is none.
    long positionAt(Instant time) throws JournalException;

    /// Forgets spoken entries that are older, or more in one conversation, than they are kept; and
    /// what was said to those of some rank, which is in no conversation, if it is older.
    ///
    /// @param limit at most so many in this call, so that appending does not wait long
    /// @return how many were forgotten; `limit` if there may be more
    int prune(Retention retention, Instant now, int limit) throws JournalException;

    /// Lets go of files and threads. Nothing else may be called afterwards.
    @Override
    void close();
}
