package veche.irc;

import java.util.ArrayList;
import java.util.List;
import veche.chat.Arrival;
import veche.chat.Person;
import veche.event.Conversation;
import veche.event.Entry;
import veche.event.Event;
import veche.journal.Journal;
import veche.journal.JournalException;
import veche.name.ChannelName;

/// What was said before a client came, for one that cannot ask for it: it is played when the client
/// comes in, and when it joins a channel. For the client's own thread, while the [output is
/// held][Output#hold], so that no message comes twice and none is lost between the past and the
/// present.
final class Playback {

    private final Client client;
    private final Journal journal;
    private final Past past;

    Playback(Client client) {
        this.client = client;
        this.journal = client.house().journal();
        this.past = new Past(client);
    }

    /// Whether the client does not ask by itself.
    static boolean isFor(Client client) {
        return !client.has(Capability.CHATHISTORY) && !client.has(Capability.ZNC_PLAYBACK);
    }

    /// Plays what somebody has missed in a channel. Who is here for the first time, or on a device
    /// for the first time, is played how the talk was going.
    void missed(ChannelName channel, Arrival arrival) throws JournalException {
        if (arrival.newcomer() || (arrival.newDevice() && isLittle(channel, arrival))) {
            newest(channel, arrival.position() + 1);
        } else {
            missed(place(channel), arrival);
        }
    }

    /// Whether what somebody has missed is less than how the talk was going, of which it is a part.
    private boolean isLittle(ChannelName channel, Arrival arrival) throws JournalException {
        var history = client.house().settings().history();
        var conversation = place(channel).conversation();
        var missed = journal.count(conversation, arrival.seen(), arrival.position() + 1);
        return Math.min(missed, history.missed()) < history.newcomers();
    }

    /// Plays what others have told somebody in private meanwhile.
    void missedInPrivate(Person person, Arrival arrival) throws JournalException {
        var me = person.author().correspondent();
        for (var other : journal.correspondents(me, arrival.seen())) {
            missed(Place.of(client, other), arrival);
        }
    }

    /// Plays the last of what was said in a channel that somebody has joined.
    ///
    /// @param before only what has a lower position
    void newest(ChannelName channel, long before) throws JournalException {
        var place = place(channel);
        var limit = client.house().settings().history().newcomers();
        try (var turn = client.house().turns().take()) {
            past.in(turn);
            show(place, past.latest(place.conversation(), 0, before, limit), turn);
        }
    }

    private static Place place(ChannelName channel) {
        return new Place(new Conversation.InChannel(channel), channel.text());
    }

    private void missed(Place place, Arrival arrival) throws JournalException {
        var limit = client.house().settings().history().missed();
        var conversation = place.conversation();
        var before = arrival.position() + 1;
        try (var turn = client.house().turns().take()) {
            past.in(turn);
            var entries = past.latest(conversation, arrival.seen(), before, limit);
            if (entries.size() == limit) {
                var first = entries.isEmpty() ? before : entries.getFirst().position();
                tellOfMore(place, journal.count(conversation, arrival.seen(), first), limit);
            }
            show(place, entries, turn);
        }
    }

    private void tellOfMore(Place place, long more, int limit) {
        if (more > 0) {
            client.output()
                    .send(
                            client.notice(
                                    "%d earlier messages in %s are not shown. To see them: /msg HistServ play %s %d"
                                            .formatted(
                                                    more,
                                                    place.name(),
                                                    place.name(),
                                                    more + limit)));
        }
    }

    /// Shows entries of a conversation.
    ///
    /// @param turn in which they were read
    void show(Place place, List<Entry> entries, HistoryTurns.Turn turn) {
        var shown = new ArrayList<Entry>();
        var dated = new Dated(client.house().settings().zone(), client.house().clock());
        for (var entry : entries) {
            if (isUnderstood(entry.event())) {
                shown.add(client.has(Capability.SERVER_TIME) ? entry : dated.of(entry));
            }
        }
        if (!shown.isEmpty()) {
            client.output().sendPast(shown, turn, "chathistory", place.name());
        }
    }

    /// Many clients take a private message that their owner has sent for one that they have got.
    private boolean isUnderstood(Event event) {
        var me = Place.me(client);
        return !(event instanceof Event.Told told)
                || me.filter(told.by().correspondent()::equals).isEmpty()
                || me.filter(told.to().correspondent()::equals).isPresent()
                || client.has(Capability.ECHO_MESSAGE)
                || client.has(Capability.SELF_MESSAGE);
    }
}
