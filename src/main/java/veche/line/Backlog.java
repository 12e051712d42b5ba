package veche.line;

import java.util.List;
import veche.chat.Arrival;
import veche.chat.Person;
import veche.chat.State;
import veche.config.History;
import veche.event.Conversation;
import veche.event.Conversation.InChannel;
import veche.event.Entry;
import veche.journal.Journal;
import veche.journal.JournalException;
import veche.name.ChannelName;

/// What was said before a client came, as it is shown on arrival and on joining a channel. Runs on
/// the client's own thread, while the [screen is held][Screen#hold].
final class Backlog {

    /// Somebody who has missed less than this is shown so many messages, to know what the talk was
    /// of.
    private static final int CONTEXT = 10;

    private final State state;
    private final Journal journal;
    private final History limits;
    private final Screen screen;

    Backlog(Visit visit) {
        this.state = visit.house().hub().state();
        this.journal = visit.house().journal();
        this.limits = visit.house().settings().history();
        this.screen = visit.screen();
    }

    /// Shows what somebody has missed everywhere, the current channel last.
    ///
    /// @param before only what has a lower position
    void showMissed(Person person, Arrival arrival, long before) throws JournalException {
        for (var conversation : journal.correspondence(person.id(), arrival.seen())) {
            showMissed(conversation, "missed.private", arrival, before);
        }
        var readable = state.readable(person, journal.last());
        var current = screen.current().filter(readable::contains);
        for (var channel : readable) {
            if (!current.filter(channel::equals).isPresent()) {
                showMissed(new InChannel(channel), "missed.elsewhere", arrival, before);
            }
        }
        if (current.isPresent()) {
            showChannel(current.get(), arrival, before);
        }
    }

    /// Shows the last messages of a channel to somebody who has just joined it.
    void showLast(ChannelName channel, long before) throws JournalException {
        showContext(channel, before, limits.newcomers());
    }

    private void showContext(ChannelName channel, long before, int limit) throws JournalException {
        var entries = latest(new InChannel(channel), 0, before, limit);
        if (!entries.isEmpty()) {
            screen.say("context", channel);
            screen.showPast(entries);
        }
    }

    private void showChannel(ChannelName channel, Arrival arrival, long before)
            throws JournalException {
        if (arrival.newcomer()) {
            showLast(channel, before);
            return;
        }
        var conversation = new InChannel(channel);
        var missed = journal.count(conversation, arrival.seen(), before);
        if (missed < CONTEXT) {
            showContext(channel, arrival.seen() + 1, CONTEXT - (int) missed);
        }
        showMissed(conversation, "missed", arrival, before);
    }

    /// @param phrase says how many were missed
    private void showMissed(Conversation conversation, String phrase, Arrival arrival, long before)
            throws JournalException {
        var missed = journal.count(conversation, arrival.seen(), before);
        if (missed == 0) {
            return;
        }
        screen.say(phrase, missed, conversation instanceof InChannel(var name) ? name : "");
        if (missed > limits.missed()) {
            screen.say("missed.more", missed - limits.missed(), limits.missed());
        }
        screen.showPast(latest(conversation, arrival.seen(), before, limits.missed()));
    }

    private List<Entry> latest(Conversation conversation, long after, long before, int limit)
            throws JournalException {
        return limit == 0 ? List.of() : journal.latest(conversation, after, before, limit);
    }
}
