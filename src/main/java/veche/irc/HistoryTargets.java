package veche.irc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import veche.event.Conversation;
import veche.journal.Journal;
import veche.journal.JournalException;
import veche.wire.Message;

/// Where something was said last: CHATHISTORY TARGETS
/// (https://ircv3.net/specs/extensions/chathistory#targets). For the client's own thread.
final class HistoryTargets {

    private final Client client;
    private final Journal journal;

    HistoryTargets(Client client) {
        this.client = client;
        this.journal = client.house().journal();
    }

    /// A conversation, and when something was last said there.
    private record Target(String name, long position, Instant time) {}

    /// Tells in which conversations the last message came between two moments, both excluded.
    ///
    /// @param from counted from this one, be it the earlier or the later one
    /// @param limit at most so many
    void tell(Instant from, Instant to, int limit) throws JournalException {
        var isForward = !from.isAfter(to);
        var first = isForward ? from : to;
        var last = isForward ? to : from;
        var found =
                all(journal.positionAt(first)).stream()
                        .filter(it -> it.time().isAfter(first) && it.time().isBefore(last))
                        .sorted(Comparator.comparingLong(Target::position))
                        .toList();
        var skipped = isForward ? 0 : Math.max(0, found.size() - limit);
        var output = client.output();
        try (var _ = output.batch("draft/chathistory-targets")) {
            output.sendAll(found.stream().skip(skipped).limit(limit).map(this::line).toList());
        }
    }

    private List<Target> all(long after) throws JournalException {
        var all = new ArrayList<Target>();
        var past = new Past(client);
        var state = client.house().state();
        var channels =
                client.session()
                        .person()
                        .map(person -> state.readable(person, journal.last()))
                        .orElse(List.of());
        for (var channel : channels) {
            past.newest(new Conversation.InChannel(channel))
                    .map(newest -> new Target(channel.text(), newest.position(), newest.time()))
                    .ifPresent(all::add);
        }
        var me = Place.me(client);
        if (me.isPresent()) {
            for (var other : journal.correspondents(me.get(), after)) {
                var place = Place.of(client, other);
                all.add(new Target(place.name(), other.position(), other.time()));
            }
        }
        return all;
    }

    private Message line(Target target) {
        return new Message(
                Map.of(),
                client.house().server(),
                "CHATHISTORY",
                List.of("TARGETS", target.name(), ServerTime.text(target.time())));
    }
}
