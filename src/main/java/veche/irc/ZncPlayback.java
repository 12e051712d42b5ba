package veche.irc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import veche.event.Conversation;
import veche.event.Text;
import veche.journal.Journal;
import veche.journal.JournalException;
import veche.wire.Message;
import veche.wire.Tokens;

/// What was said before, for clients that ask for it as they would ask the bouncer ZNC: in messages
/// to `*playback` (https://wiki.znc.in/Playback). Belongs to the client's own thread.
final class ZncPlayback {

    private static final String NAME = "*playback";
    private static final String SOURCE = "*playback!znc@znc.in";

    /// The latest moment that is understood: the year 9999.
    private static final long LATEST = 253_402_300_799_999L;

    private final Client client;
    private final Journal journal;

    private ZncPlayback(Client client) {
        this.client = client;
        this.journal = client.house().journal();
    }

    /// Does what a client asks for.
    ///
    /// @return false if it was not said to `*playback`
    static boolean takes(Client client, String target, Text text)
            throws JournalException, InterruptedException {
        if (!target.equalsIgnoreCase(NAME)) {
            return false;
        }
        client.session().settle();
        new ZncPlayback(client).obey(Tokens.words(text.plain()));
        return true;
    }

    private void obey(List<String> words) throws JournalException, InterruptedException {
        var command = words.isEmpty() ? "" : words.getFirst().toLowerCase(Locale.ROOT);
        if (command.equals("play") && words.size() >= 2 && words.size() <= 4) {
            play(words);
        } else if (command.equals("list")) {
            list();
        } else if (command.equals("clear") && words.size() <= 3) {
            clear(words);
        }
    }

    /// `clear [targets [until]]`: that has been seen. It can be played nevertheless, since others
    /// have said it as well, and other clients of the same person may want to see it.
    private void clear(List<String> words) throws JournalException, InterruptedException {
        var now = client.house().clock().instant();
        var until = words.size() > 2 ? time(words.get(2)) : Optional.of(now);
        if (until.isEmpty()) {
            return;
        }
        for (var place : places(words.size() > 1 ? words.get(1) : "*")) {
            client.readMarkers().seen(place.conversation(), until.get());
        }
    }

    /// `play targets [from [to]]`, both moments excluded.
    private void play(List<String> words) throws JournalException {
        var from = words.size() > 2 ? time(words.get(2)) : Optional.of(Instant.EPOCH);
        var to = words.size() > 3 ? time(words.get(3)) : Optional.of(Instant.ofEpochMilli(LATEST));
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        var after = Selector.at(from.get(), journal).last();
        var before = Selector.at(to.get(), journal).first();
        var limit = client.house().settings().irc().chathistory();
        var playback = new Playback(client);
        var past = new Past(client);
        for (var place : places(words.get(1))) {
            try (var turn = client.house().turns().take()) {
                past.in(turn);
                var entries = past.latest(place.conversation(), after, before, limit);
                playback.show(place, entries, turn);
            }
        }
    }

    /// Seconds since 1970, with a fraction or without.
    private static Optional<Instant> time(String written) {
        if (!written.matches("[0-9]{1,12}(\\.[0-9]{1,9})?")) {
            return Optional.empty();
        }
        var millis =
                new BigDecimal(written)
                        .movePointRight(3)
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact();
        return Optional.of(Instant.ofEpochMilli(Math.min(millis, LATEST)));
    }

    private List<Place> places(String written) throws JournalException {
        var places = new ArrayList<Place>();
        if (written.equals("*")) {
            places.addAll(channels());
            var me = Place.me(client);
            if (me.isPresent()) {
                for (var other : journal.correspondents(me.get(), 0)) {
                    places.add(Place.of(client, other));
                }
            }
            return places;
        }
        for (var name : Tokens.items(written)) {
            Place.of(client, name).ifPresent(places::add);
        }
        return places;
    }

    private List<Place> channels() {
        var house = client.house();
        return client
                .session()
                .person()
                .map(person -> house.state().readable(person, house.journal().last()))
                .orElse(List.of())
                .stream()
                .map(channel -> new Place(new Conversation.InChannel(channel), channel.text()))
                .toList();
    }

    /// Says in which conversations something was said, and when last: the name, and two moments.
    private void list() throws JournalException {
        var past = new Past(client);
        for (var place : places("*")) {
            past.newest(place.conversation())
                    .ifPresent(newest -> client.output().send(line(place.name(), newest.time())));
        }
    }

    private Message line(String name, Instant last) {
        var seconds = BigDecimal.valueOf(last.toEpochMilli(), 3);
        return Message.of("PRIVMSG", client.nick(), name + " 0 " + seconds.toPlainString())
                .withSource(SOURCE);
    }
}
