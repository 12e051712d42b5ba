package veche.irc;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import veche.chat.Command;
import veche.chat.Command.Target;
import veche.event.Conversation;
import veche.event.Conversation.Between;
import veche.event.Conversation.InChannel;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Refusal;
import veche.event.Refused;
import veche.irc.ServiceCommand.Needs;
import veche.journal.Correspondent;
import veche.journal.Search;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;
import veche.name.ServiceName;

/// The service that keeps what was said.
final class HistServ {

    static final NetworkService SERVICE =
            new NetworkService(
                    ServiceName.HIST_SERV,
                    List.of("HISTSERV", "HS"),
                    List.of(
                            ServiceCommand.of(
                                    "play",
                                    "<#channel|nickname> [count|time]",
                                    Needs.ANYBODY,
                                    HistServ::play),
                            ServiceCommand.of(
                                    "search", "<words>...", Needs.ANYBODY, HistServ::search),
                            ServiceCommand.of(
                                    "delete",
                                    "<#channel|nickname> <id>",
                                    Needs.ANYBODY,
                                    HistServ::delete),
                            ServiceCommand.of("forget", "[code]", Needs.ACCOUNT, HistServ::forget),
                            ServiceCommand.of("export", "", Needs.ACCOUNT, HistServ::export)));

    private static final int USUAL = 50;

    /// How many messages are found at most.
    private static final int FOUND = 30;

    /// How many messages are deleted when somebody asks once.
    private static final int FORGOTTEN = 500;

    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,4})([smhd])");

    private HistServ() {}

    /// Where something was said.
    ///
    /// @param place as a command names it
    private record Where(Conversation conversation, Target place) {}

    /// The conversation that the word at an index names, if it is one of those of whoever asks; if
    /// it is not, the client is told so.
    private static Optional<Where> where(Query query, String word)
            throws Refused, IOException, InterruptedException {
        var channel = query.house().names().parseChannel(word);
        if (channel.isPresent()) {
            if (!channels(query).contains(channel.get())) {
                throw new Refused(new Refusal.NotMember(channel.get()));
            }
            return Optional.of(
                    new Where(new InChannel(channel.get()), new Target.Everyone(channel.get())));
        }
        var name = query.house().names().parseNickname(word);
        var other = name.isPresent() ? other(query, name.get()) : Optional.<Where>empty();
        if (other.isEmpty()) {
            query.say("no_such_person", Texts.word(word));
        }
        return other;
    }

    /// Whoever is called so now, or else was when they last spoke with whoever asks.
    private static Optional<Where> other(Query query, Nickname name) throws Refused, IOException {
        var me = query.person().author().correspondent();
        var now = query.house().state().named(name).map(it -> it.author().correspondent());
        if (now.isPresent()) {
            return Optional.of(new Where(Between.of(me, now.get()), new Target.One(name)));
        }
        return query.house().journal().correspondents(me, 0).reversed().stream()
                .filter(it -> it.name().equals(name))
                .map(Correspondent::conversation)
                .map(between -> new Where(between, new Target.One(name)))
                .findFirst();
    }

    private static void play(Query query) throws Refused, IOException, InterruptedException {
        var wanted = query.word(1).toLowerCase(Locale.ROOT);
        var time = TIME.matcher(wanted);
        var isTime = time.matches();
        if (!wanted.isEmpty() && !isTime && !COUNT.matcher(wanted).matches()) {
            query.say("histserv.play.bad", Texts.word(wanted));
            return;
        }
        var where = where(query, query.word(0));
        if (where.isEmpty()) {
            return;
        }
        var most = query.house().settings().irc().chathistory();
        var limit = isTime ? most : wanted.isEmpty() ? USUAL : Integer.parseInt(wanted);
        var journal = query.house().journal();
        var after =
                isTime
                        ? journal.positionAt(query.house().clock().instant().minus(duration(time)))
                        : 0;
        var entries =
                journal.latest(
                        where.get().conversation(), after, Long.MAX_VALUE, Math.min(limit, most));
        var past = new SpokenLines(query);
        var lines = new ArrayList<String>();
        lines.add(query.phrase("histserv.play.begin", query.word(0), entries.size()));
        entries.forEach(entry -> lines.addAll(past.lines(entry)));
        lines.add(query.phrase("histserv.play.end"));
        query.sayAll(lines);
    }

    private static Duration duration(Matcher time) {
        var amount = Long.parseLong(time.group(1));
        return switch (time.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /// Searches what whoever asks can read, or, if the words end with `in` and a name, one
    /// conversation of it.
    private static void search(Query query) throws Refused, IOException, InterruptedException {
        var size = query.size();
        var isOne = size > 2 && query.word(size - 2).equalsIgnoreCase("in");
        var places = new ArrayList<Conversation>();
        if (isOne) {
            var where = where(query, query.word(size - 1));
            if (where.isEmpty()) {
                return;
            }
            places.add(where.get().conversation());
        } else {
            places.addAll(conversations(query));
            channels(query).forEach(name -> places.add(new InChannel(name)));
        }
        var words = String.join(" ", query.words().subList(0, isOne ? size - 2 : size));
        var found = query.house().journal().search(places, words, Long.MAX_VALUE, FOUND);
        var past = new SpokenLines(query);
        var lines = new ArrayList<String>();
        lines.add(
                query.phrase(
                        found.size() < FOUND ? "histserv.search.found" : "histserv.search.many",
                        found.size()));
        found.forEach(entry -> lines.addAll(past.found(entry)));
        query.sayAll(lines);
    }

    private static List<Between> conversations(Query query) throws Refused, IOException {
        return query.house().journal().correspondence(query.person().author().correspondent(), 0);
    }

    private static void delete(Query query) throws Refused, IOException, InterruptedException {
        var where = where(query, query.word(0));
        if (where.isEmpty()) {
            return;
        }
        var position = MessageId.parse(query.word(1));
        var message =
                position.isPresent()
                        ? query.house().journal().find(position.get())
                        : Optional.<Entry>empty();
        if (message.isPresent()
                && message.get().event() instanceof Event.Spoken spoken
                && !(spoken instanceof Event.Withdrawn)
                && spoken.conversation().equals(where.get().conversation())) {
            query.perform(redaction(where.get().place(), message.get().position(), spoken));
            query.say("histserv.delete.done");
        } else {
            query.say("histserv.delete.none", Texts.word(query.word(1)));
        }
    }

    private static Command.Redact redaction(Target place, long position, Event.Spoken spoken) {
        return new Command.Redact(place, position, spoken.by().person(), Optional.empty());
    }

    private static List<ChannelName> channels(Query query) throws Refused {
        var house = query.house();
        return house.state().readable(query.person(), house.journal().last());
    }

    /// Deletes the last messages of whoever asks in the channels that they are in and in their
    /// conversations, so many that nobody is flooded by it; who wants more gone asks again.
    private static void forget(Query query) throws Refused, IOException, InterruptedException {
        var account = query.account();
        if (!query.isConfirmed(
                0, "histserv.forget.warning", "FORGET", account.name().text(), account.id())) {
            return;
        }
        var places = new ArrayList<Conversation>();
        places.addAll(conversations(query));
        channels(query).forEach(name -> places.add(new InChannel(name)));
        var mine = find(query, places, account.id());
        for (var entry : mine) {
            switch (entry.event()) {
                case Event.Told told ->
                        query.client()
                                .ask(
                                        new Command.Forget(
                                                told.to(), entry.position(), told.by().person()));
                case Event.Spoken spoken
                        when spoken.conversation() instanceof InChannel(var channel) ->
                        query.client()
                                .ask(
                                        redaction(
                                                new Target.Everyone(channel),
                                                entry.position(),
                                                spoken));
                default -> {}
            }
        }
        query.say("histserv.forget.done", mine.size());
    }

    private static List<Entry> find(Query query, List<Conversation> places, PersonId account)
            throws IOException {
        var search = new Search(places, "", Optional.of(account), 0, Long.MAX_VALUE, FORGOTTEN);
        return places.isEmpty() ? List.of() : query.house().journal().search(search);
    }

    private static void export(Query query) throws Refused, IOException, InterruptedException {
        var places = new ArrayList<Conversation>(conversations(query));
        query.house()
                .state()
                .channels()
                .all()
                .forEach(channel -> places.add(new InChannel(channel.name())));
        var hasBegun = query.house().exports().begin(query, query.account(), places);
        query.say(hasBegun ? "histserv.export.begun" : "histserv.export.busy");
    }
}
