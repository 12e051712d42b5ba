package veche.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.event.Conversation;
import veche.event.Entry;
import veche.journal.Journal;
import veche.journal.JournalException;

/// What was said before, for clients that ask for it: CHATHISTORY
/// (https://ircv3.net/specs/extensions/chathistory). Belongs to the client's own thread.
final class ChatHistory {

    private static final Logger log = LoggerFactory.getLogger(ChatHistory.class);

    private static final String NAME = "CHATHISTORY";

    private final Client client;
    private final Journal journal;
    private final Past past;

    private ChatHistory(Client client) {
        this.client = client;
        this.journal = client.house().journal();
        this.past = new Past(client);
    }

    static void ask(Client client, Parameters parameters) throws InterruptedException {
        client.session().settle();
        new ChatHistory(client).answer(parameters);
    }

    private void answer(Parameters parameters) throws InterruptedException {
        var command = parameters.at(0).toUpperCase(Locale.ROOT);
        var size = size(command);
        if (size == 0) {
            fail("INVALID_PARAMS", "Unknown command", Texts.word(parameters.at(0)));
        } else if (parameters.size() < size) {
            fail("INVALID_PARAMS", "Insufficient parameters", command);
        } else if (parameters.size() > size) {
            fail("INVALID_PARAMS", "Too many parameters", command);
        } else {
            var limit = limit(parameters.at(size - 1));
            if (limit.isEmpty()) {
                fail(
                        "INVALID_PARAMS",
                        "Invalid limit",
                        command,
                        Texts.word(parameters.at(size - 1)));
            } else {
                answer(command, parameters, limit.get());
            }
        }
    }

    /// How many parameters a command has; 0 if there is no such.
    private static int size(String command) {
        return switch (command) {
            case "LATEST", "BEFORE", "AFTER", "AROUND", "TARGETS" -> 4;
            case "BETWEEN" -> 5;
            default -> 0;
        };
    }

    private Optional<Integer> limit(String written) {
        return written.matches("[0-9]{1,9}") && Integer.parseInt(written) > 0
                ? Optional.of(
                        Math.min(
                                Integer.parseInt(written),
                                client.house().settings().irc().chathistory()))
                : Optional.empty();
    }

    private void answer(String command, Parameters parameters, int limit)
            throws InterruptedException {
        try {
            if (command.equals("TARGETS")) {
                answerTargets(parameters, limit);
            } else {
                answerMessages(command, parameters, limit);
            }
        } catch (JournalException failure) {
            log.atError().setCause(failure).log("history could not be read");
            fail(
                    "MESSAGE_ERROR",
                    "Messages could not be retrieved",
                    command,
                    Texts.word(parameters.at(1)));
        }
    }

    private void answerTargets(Parameters parameters, int limit)
            throws JournalException, InterruptedException {
        var from = Timestamps.parseReference(parameters.at(1));
        var to = Timestamps.parseReference(parameters.at(2));
        if (from.isEmpty() || to.isEmpty()) {
            var wrong = parameters.at(from.isEmpty() ? 1 : 2);
            fail("INVALID_PARAMS", "Invalid timestamp", "TARGETS", Texts.word(wrong));
            return;
        }
        new HistoryTargets(client).tell(from.get(), to.get(), limit);
    }

    private void answerMessages(String command, Parameters parameters, int limit)
            throws JournalException, InterruptedException {
        var place = Place.of(client, parameters.at(1));
        if (place.isEmpty()) {
            fail(
                    "INVALID_TARGET",
                    "Messages could not be retrieved",
                    command,
                    Texts.word(parameters.at(1)));
            return;
        }
        var selectors = new ArrayList<Selector>();
        for (var written : parameters.from(2).subList(0, parameters.size() - 3)) {
            var isAny = command.equals("LATEST") && written.equals("*");
            var selector =
                    isAny ? Optional.of(new Selector(0, 0)) : Selector.parse(written, journal);
            if (selector.isEmpty()) {
                failSelector(command, parameters.at(1), written);
                return;
            }
            selectors.add(selector.get());
        }
        try (var turn = client.house().turns().take()) {
            past.in(turn);
            show(place.get(), find(command, place.get().conversation(), selectors, limit), turn);
        }
    }

    private void failSelector(String command, String target, String written)
            throws InterruptedException {
        if (Selector.isKnown(written)) {
            fail("INVALID_PARAMS", "Invalid reference", command, Texts.word(written));
        } else {
            fail(
                    "INVALID_MSGREFTYPE",
                    "Messages are known by msgid= and timestamp=",
                    command,
                    Texts.word(target),
                    Texts.word(written));
        }
    }

    private List<Entry> find(
            String command, Conversation conversation, List<Selector> selectors, int limit)
            throws JournalException {
        var from = selectors.getFirst();
        return switch (command) {
            case "BEFORE" -> past.latest(conversation, 0, from.first(), limit);
            case "AFTER" -> past.earliest(conversation, from.last(), Long.MAX_VALUE, limit);
            case "AROUND" -> around(conversation, from, limit);
            case "BETWEEN" -> between(conversation, from, selectors.getLast(), limit);
            default -> past.latest(conversation, from.last(), Long.MAX_VALUE, limit);
        };
    }

    /// Half of them before what is named; the rest is it, and what follows it.
    private List<Entry> around(Conversation conversation, Selector middle, int limit)
            throws JournalException {
        var before = past.latest(conversation, 0, middle.first(), limit / 2);
        var after =
                past.earliest(
                        conversation, middle.first() - 1, Long.MAX_VALUE, limit - before.size());
        var all = new ArrayList<>(before);
        all.addAll(after);
        return all;
    }

    /// Counted from the first, be it the earlier or the later one.
    private List<Entry> between(Conversation conversation, Selector from, Selector to, int limit)
            throws JournalException {
        return from.first() <= to.first()
                ? past.earliest(conversation, from.last(), to.first(), limit)
                : past.latest(conversation, to.last(), from.first(), limit);
    }

    private void show(Place place, List<Entry> entries, HistoryTurns.Turn turn) {
        client.output().sendPast(entries, turn, "chathistory", place.name());
    }

    private void fail(String code, String text, String... context) throws InterruptedException {
        client.fail(NAME, code, text, context);
    }
}
