package veche.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import veche.event.Author;
import veche.event.Conversation;
import veche.event.Entry;
import veche.event.Event;
import veche.journal.Journal;
import veche.journal.JournalException;
import veche.journal.Scope;

/// What one client can be shown of what happened before: what was said, and, if it understands that
/// (https://ircv3.net/specs/extensions/chathistory#draft-event-playback-capability), also who came
/// and went, reactions, and the like. Messages that were deleted are left out. For the client's own
/// thread.
final class Past {

    /// How many entries are read at once at least, since not all of them are shown.
    private static final int PORTION = 50;

    private final Client client;
    private final Journal journal;
    private final boolean plays;
    private HistoryTurns.@Nullable Turn turn;

    Past(Client client) {
        this.client = client;
        this.journal = client.house().journal();
        this.plays = client.has(Capability.EVENT_PLAYBACK);
    }

    /// Reads in a turn from now on, and lets others in where much is read and little shown.
    void in(HistoryTurns.Turn its) {
        turn = its;
    }

    /// The last entries between two positions, both excluded, the oldest first.
    ///
    /// @param limit at most so many
    List<Entry> latest(Conversation conversation, long after, long before, int limit)
            throws JournalException {
        var found = new ArrayList<Entry>();
        var portion = Math.max(limit, PORTION);
        for (var end = isReadable(conversation) ? before : 0; found.size() < limit; ) {
            var read = journal.latest(conversation, scope(), after, end, portion);
            found.addAll(shown(conversation, read).toList().reversed());
            if (read.size() < portion) {
                break;
            }
            end = read.getFirst().position();
            letOthersInUnless(found.size() >= limit);
        }
        return List.copyOf(found.subList(0, Math.min(limit, found.size())).reversed());
    }

    /// The first entries between two positions, both excluded, the oldest first.
    ///
    /// @param limit at most so many
    List<Entry> earliest(Conversation conversation, long after, long before, int limit)
            throws JournalException {
        var found = new ArrayList<Entry>();
        var portion = Math.max(limit, PORTION);
        for (var start = isReadable(conversation) ? after : before; found.size() < limit; ) {
            var read = journal.earliest(conversation, scope(), start, before, portion);
            found.addAll(shown(conversation, read).toList());
            if (read.size() < portion) {
                break;
            }
            start = read.getLast().position();
            letOthersInUnless(found.size() >= limit);
        }
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    private boolean isReadable(Conversation conversation) {
        return !(conversation instanceof Conversation.InChannel(var name))
                || client.house().state().isReadable(name, journal.last());
    }

    /// The last message.
    Optional<Entry> newest(Conversation conversation) throws JournalException {
        return latest(conversation, 0, Long.MAX_VALUE, 1).stream().findFirst();
    }

    private void letOthersInUnless(boolean isAll) {
        if (turn != null && !isAll) {
            turn.letOthersIn();
        }
    }

    private Scope scope() {
        return plays ? Scope.EVERYTHING : Scope.SPOKEN;
    }

    private Stream<Entry> shown(Conversation conversation, List<Entry> entries) {
        return shown(
                entries.stream().filter(entry -> isSeen(conversation, entry.event())).toList());
    }

    /// In an auditorium those without a rank do not see who of the others comes and goes, and later
    /// they do not either. Who has a rank now is what counts: who had one then is not known.
    private boolean isSeen(Conversation conversation, Event event) {
        return switch (event) {
            case Event.Joined joined -> sees(conversation, joined.by());
            case Event.Parted parted -> sees(conversation, parted.by());
            case Event.Left left -> sees(conversation, left.by());
            case Event.Renamed renamed -> sees(conversation, renamed.by());
            default -> true;
        };
    }

    private boolean sees(Conversation conversation, Author member) {
        return !(conversation instanceof Conversation.InChannel(var name))
                || client.house()
                        .state()
                        .channels()
                        .find(name)
                        .filter(channel -> !new Sight(client).sees(channel, member.person()))
                        .isEmpty();
    }

    /// What the client can be shown of these, as it is now.
    Stream<Entry> shown(List<Entry> entries) {
        return entries.stream().filter(entry -> isShown(entry.event())).map(this::toMe);
    }

    private boolean isShown(Event event) {
        return switch (event) {
            case Event.Said _, Event.Told _ -> true;
            // The past of a channel is told under its present name.
            case Event.Withdrawn _, Event.ChannelRenamed _ -> false;
            case Event.Reacted _ -> plays && client.has(Capability.MESSAGE_TAGS);
            case Event.Redacted _ -> plays && client.has(Capability.MESSAGE_REDACTION);
            default -> plays;
        };
    }

    /// What was said to the client's owner under another name is said to them under the present
    /// one, so that their client knows who is meant.
    private Entry toMe(Entry entry) {
        var me = client.session().person().map(person -> person.author());
        if (entry.event() instanceof Event.Told(var by, var to, var manner, var text, var tags)
                && me.filter(it -> isSame(it, to)).isPresent()) {
            var told = new Event.Told(by, to.called(me.get().name()), manner, text, tags);
            return new Entry(entry.position(), entry.time(), told);
        }
        return entry;
    }

    private static boolean isSame(Author one, Author other) {
        return one.correspondent().equals(other.correspondent());
    }
}
