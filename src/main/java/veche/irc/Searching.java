package veche.irc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.event.Conversation;
import veche.event.Entry;
import veche.event.Event;
import veche.journal.Journal;
import veche.journal.JournalException;
import veche.journal.Search;
import veche.name.PersonId;
import veche.wire.TagValue;

/// Finds what was said: SEARCH (https://soju.im/search). Belongs to the client's own thread.
final class Searching {

    private static final Logger log = LoggerFactory.getLogger(Searching.class);

    private static final String NAME = "SEARCH";

    private final Client client;
    private final Journal journal;
    private final Map<String, String> attributes;

    private Searching(Client client, Map<String, String> attributes) {
        this.client = client;
        this.journal = client.house().journal();
        this.attributes = attributes;
    }

    static void ask(Client client, Parameters parameters) throws InterruptedException {
        client.session().settle();
        try {
            new Searching(client, attributes(parameters.at(0))).answer();
        } catch (JournalException failure) {
            log.atError().setCause(failure).log("history could not be searched");
            client.fail(NAME, "INTERNAL_ERROR", "The search could not be run");
        }
    }

    /// They are written as tags are: `from=ann;text=a\sword`.
    private static Map<String, String> attributes(String written) {
        var attributes = new HashMap<String, String>();
        for (var attribute : written.split(";", -1)) {
            var equals = attribute.indexOf('=');
            if (equals > 0) {
                attributes.put(
                        attribute.substring(0, equals),
                        TagValue.unescape(attribute.substring(equals + 1)));
            }
        }
        return attributes;
    }

    private Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name)).filter(value -> !value.isEmpty());
    }

    private void answer() throws JournalException, InterruptedException {
        var wrong = wrong();
        if (wrong.isPresent()) {
            client.fail(NAME, "INVALID_PARAMS", "Invalid parameters", wrong.get());
            return;
        }
        var found = find();
        try (var turn = client.house().turns().take()) {
            client.output().sendPast(found, turn, "soju.im/search");
        }
    }

    /// The attribute whose value cannot be what it should.
    private Optional<String> wrong() throws JournalException {
        var place = attribute("in");
        if (place.isPresent() && Place.of(client, place.get()).isEmpty()) {
            return Optional.of("in");
        }
        for (var name : List.of("after", "before")) {
            if (attribute(name).isPresent() && time(name).isEmpty()) {
                return Optional.of(name);
            }
        }
        var limit = attribute("limit");
        return limit.filter(it -> !it.matches("[0-9]{1,9}")).map(_ -> "limit");
    }

    private Optional<Instant> time(String name) {
        return attribute(name).flatMap(Timestamps::parse);
    }

    private List<Entry> find() throws JournalException {
        var within = within();
        var after = time("after");
        var before = time("before");
        var first = after.isEmpty() ? 0 : Selector.at(after.get(), journal).first() - 1;
        var last = before.isEmpty() ? Long.MAX_VALUE : journal.positionAt(before.get()) + 1;
        var text = attribute("text").orElse("");
        var author = author();
        if (attribute("from").isPresent() && author.isEmpty()) {
            return List.of();
        }
        if (text.isBlank() && author.isEmpty()) {
            return latest(within, first, last);
        }
        var search = new Search(within, text, author, first, last, limit());
        return new Past(client)
                .shown(journal.search(search))
                .filter(entry -> isMessage(entry.event()))
                .toList();
    }

    private List<Conversation> within() throws JournalException {
        var place = attribute("in");
        if (place.isPresent()) {
            return Place.of(client, place.get()).stream().map(Place::conversation).toList();
        }
        var within = new ArrayList<Conversation>();
        client.session()
                .person()
                .ifPresent(person ->
                        client.house().state().readable(person, journal.last()).stream()
                                .map(Conversation.InChannel::new)
                                .forEach(within::add));
        var me = Place.me(client);
        if (me.isPresent()) {
            within.addAll(journal.correspondence(me.get(), 0));
        }
        return within;
    }

    /// Who is meant by the name of an author; empty if nobody is, or nobody is named.
    private Optional<PersonId> author() throws JournalException {
        var name = attribute("from").flatMap(client.names()::parseNickname);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var here = client.house().state().named(name.get());
        if (here.isPresent()) {
            return here.map(person -> person.author().correspondent());
        }
        var me = Place.me(client);
        if (me.isEmpty()) {
            return Optional.empty();
        }
        return journal.correspondents(me.get(), 0).reversed().stream()
                .filter(other -> other.name().equals(name.get()))
                .map(other -> other.conversation())
                .map(it -> it.first().equals(me.get()) ? it.second() : it.first())
                .findFirst();
    }

    /// Everything that was said there, since no words are asked for. However many conversations
    /// there are, no more is kept meanwhile than what may be shown and what one of them has.
    private List<Entry> latest(List<Conversation> within, long after, long before)
            throws JournalException {
        var past = new Past(client);
        var newest = new PriorityQueue<>(Comparator.comparingLong(Entry::position));
        try (var turn = client.house().turns().take()) {
            past.in(turn);
            for (var conversation : within) {
                var oldest = newest.size() < limit() ? after : newest.element().position();
                past.latest(conversation, oldest, before, limit()).stream()
                        .filter(entry -> isMessage(entry.event()))
                        .forEach(newest::add);
                while (newest.size() > limit()) {
                    newest.remove();
                }
                turn.letOthersIn();
            }
        }
        return newest.stream().sorted(newest.comparator()).toList();
    }

    private static boolean isMessage(Event event) {
        return event instanceof Event.Said || event instanceof Event.Told;
    }

    private int limit() {
        var most = client.house().settings().irc().chathistory();
        return Math.clamp(attribute("limit").map(Integer::parseInt).orElse(most), 1, most);
    }
}
