package veche.irc;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.chat.Command;
import veche.event.Conversation;
import veche.event.Event;
import veche.event.Refused;
import veche.journal.JournalException;
import veche.name.ChannelName;
import veche.wire.Message;

/// How far the owner of one client has read (https://ircv3.net/specs/extensions/read-marker). Of
/// somebody with an account the chat remembers it; of a guest, who has one client and is gone with
/// it, it is remembered here.
final class ReadMarkers {

    private static final Logger log = LoggerFactory.getLogger(ReadMarkers.class);

    private static final String NAME = "MARKREAD";

    /// How many conversations of a guest are remembered.
    private static final int REMEMBERED = 1_000;

    private final Client client;

    /// Null as long as there is none, as most guests have none. Made by the client's own thread.
    private volatile @Nullable Map<Conversation, Long> ofGuest;

    ReadMarkers(Client client) {
        this.client = client;
    }

    /// `MARKREAD target` and `MARKREAD target timestamp=TIME`.
    static void ask(Client client, Parameters parameters) throws Refused, InterruptedException {
        if (parameters.at(0).isEmpty()) {
            client.fail(NAME, "NEED_MORE_PARAMS", "Missing parameters");
            return;
        }
        client.session().settle();
        try {
            client.readMarkers().answer(parameters);
        } catch (JournalException failure) {
            log.atError().setCause(failure).log("a read marker could not be found");
            client.fail(
                    NAME,
                    "INTERNAL_ERROR",
                    "The read timestamp could not be returned",
                    Texts.word(parameters.at(0)));
        }
    }

    private void answer(Parameters parameters)
            throws JournalException, Refused, InterruptedException {
        var written = parameters.at(0);
        var place = Place.of(client, written);
        if (parameters.size() == 1
                && place.isEmpty()
                && client.names().parseChannel(written).isPresent()) {
            // One may ask before one joins.
            var channel = new Conversation.InChannel(client.names().channel(written));
            client.send(line(written, read(channel)));
            return;
        }
        var time = Timestamps.parseReference(parameters.at(1));
        if (place.isEmpty()) {
            failParameter(written);
        } else if (parameters.size() == 1) {
            client.send(line(place.get().name(), read(place.get().conversation())));
        } else if (time.isEmpty()) {
            failParameter(parameters.at(1));
        } else {
            mark(place.get(), time.get());
        }
    }

    private void failParameter(String written) throws InterruptedException {
        client.fail(NAME, "INVALID_PARAMS", "Invalid parameters", Texts.word(written));
    }

    /// Nobody has read what was not said yet, and nobody goes back.
    private void mark(Place place, Instant time) throws Refused, InterruptedException {
        var now = client.house().clock().instant();
        var read = Math.min(time.toEpochMilli(), now.toEpochMilli());
        var conversation = place.conversation();
        if (read <= read(conversation)) {
            client.send(line(place.name(), read(conversation)));
        } else if (client.session().account().isEmpty()) {
            remember(conversation, read);
            client.send(line(place.name(), read));
        } else {
            // All clients of its owner that know what it is are told, and this one with them.
            client.session().perform(new Command.MarkRead(conversation, read));
            if (!client.has(Capability.READ_MARKER)) {
                client.send(line(place.name(), read(conversation)));
            }
        }
    }

    /// What was said until a moment has been read. Of somebody with an account, those clients are
    /// told that know what a read marker is.
    void seen(Conversation conversation, Instant until) throws InterruptedException {
        var now = client.house().clock().instant();
        var read = Math.min(until.toEpochMilli(), now.toEpochMilli());
        if (client.session().account().isPresent()) {
            client.ask(new Command.MarkRead(conversation, read));
        } else if (read > read(conversation)) {
            remember(conversation, read);
        }
    }

    /// The line that says how far a channel was read. Any thread.
    Message line(ChannelName channel) {
        return line(channel.text(), read(new Conversation.InChannel(channel)));
    }

    /// What a guest has read of a channel, they have read under its next name as well. Runs on the
    /// journal's thread.
    void renamed(Event.ChannelRenamed event) {
        var known = ofGuest;
        if (known != null) {
            var read = known.remove(new Conversation.InChannel(event.channel()));
            if (read != null) {
                known.put(new Conversation.InChannel(event.next()), read);
            }
        }
    }

    private void remember(Conversation conversation, long read) {
        var known = ofGuest;
        if (known == null) {
            known = Collections.synchronizedMap(new Remembered());
            ofGuest = known;
        }
        known.put(conversation, read);
    }

    /// Of more conversations than can be remembered, the first is forgotten.
    private static final class Remembered extends LinkedHashMap<Conversation, Long> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Conversation, Long> eldest) {
            return size() > REMEMBERED;
        }
    }

    /// The time of the last message that was read, in milliseconds since 1970; 0 for none.
    private long read(Conversation conversation) {
        return client.session()
                .account()
                .map(account ->
                        client.house()
                                .state()
                                .preferences()
                                .read(account.id(), conversation)
                                .orElse(0L))
                .orElseGet(() -> ofGuest(conversation));
    }

    private long ofGuest(Conversation conversation) {
        var known = ofGuest;
        return known == null ? 0 : known.getOrDefault(conversation, 0L);
    }

    /// The line that says how far the client's owner, who has an account, has read a conversation;
    /// empty if the other person is not known any more. Any thread.
    ///
    /// @param time of the last message they have read, in milliseconds since 1970
    Optional<Message> line(Conversation conversation, long time) {
        return name(conversation).map(name -> line(name, time));
    }

    private Optional<String> name(Conversation conversation) {
        return switch (conversation) {
            case Conversation.InChannel(var channel) -> Optional.of(channel.text());
            case Conversation.Between(var first, var second) -> {
                var other = Place.me(client).filter(first::equals).isPresent() ? second : first;
                yield client.house().state().person(other).map(person -> person.name().text());
            }
        };
    }

    private Message line(String target, long time) {
        var when = time == 0 ? "*" : Timestamps.reference(Instant.ofEpochMilli(time));
        return new Message(Map.of(), client.house().server(), NAME, List.of(target, when));
    }
}
