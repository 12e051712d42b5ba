package veche.line;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import veche.chat.Channel;
import veche.chat.Person;
import veche.event.ChannelFlag;
import veche.event.Conversation;
import veche.event.Conversation.InChannel;
import veche.event.Entry;
import veche.event.Refused;
import veche.name.ChannelName;
import veche.name.Nickname;

/// What people look at: who is here, what channels there are, what was said. Each answer takes
/// account of everything that the client asked for before.
final class Looking {

    /// How many people are named, and not only counted.
    private static final int NAMED = 50;

    private static final int USUAL = 50;
    private static final int MOST = 1000;
    private static final int FOUND = 30;

    private Looking() {}

    static void who(Visit visit, String words) throws InterruptedException {
        visit.session().settle();
        var state = visit.house().hub().state();
        var channel = visit.screen().current().flatMap(state.channels()::find);
        var members =
                channel.isPresent()
                        ? channel.get().members().stream()
                                .flatMap(id -> state.person(id).stream())
                                .toList()
                        : List.copyOf(state.people());
        var here = names(members.stream().filter(Person::isHere));
        var away = members.size() - here.size();
        var names = firstOf(here);
        if (channel.isPresent()) {
            visit.screen().say("who.channel", channel.get().name(), here.size(), names, away);
        } else {
            visit.screen().say("who", here.size(), names, away);
        }
    }

    /// A crowd is counted, since everyone who arrives is told who is here.
    private static String firstOf(List<String> names) {
        var first = String.join(", ", names.subList(0, Math.min(names.size(), NAMED)));
        return names.size() > NAMED ? first + ", … +" + (names.size() - NAMED) : first;
    }

    private static List<String> names(Stream<Person> people) {
        return people.map(Person::name)
                .sorted(Comparator.comparing(Nickname::folded))
                .map(Nickname::text)
                .toList();
    }

    static void channels(Visit visit, String words) throws InterruptedException {
        visit.session().settle();
        var state = visit.house().hub().state();
        var lines = new ArrayList<String>();
        var all = state.channels().all().stream().filter(it -> isVisible(visit, it)).toList();
        for (var channel : all) {
            var here =
                    channel.members().stream()
                            .flatMap(id -> state.person(id).stream())
                            .filter(Person::isHere)
                            .count();
            var counted =
                    visit.screen()
                            .wording()
                            .phrase(
                                    "channels.line",
                                    channel.name(),
                                    here,
                                    channel.members().size());
            var topic = channel.topic().map(about -> "  " + about.text().plain()).orElse("");
            lines.add(counted + topic);
        }
        visit.screen().say("channels", lines.size());
        if (!lines.isEmpty()) {
            visit.screen().show(lines);
        }
    }

    /// A secret channel is known to its members only.
    private static boolean isVisible(Visit visit, Channel channel) {
        var reader = visit.session().person().map(Person::id);
        return !channel.is(ChannelFlag.SECRET) || reader.filter(channel::isMember).isPresent();
    }

    static void showTopic(Visit visit, ChannelName name) {
        var topic = visit.house().hub().state().channels().find(name).flatMap(Channel::topic);
        if (topic.isPresent()) {
            visit.screen().say("topic", topic.get().text().plain(), topic.get().by().name());
        } else {
            visit.screen().say("topic.none");
        }
    }

    /// Those of whose past the visitor can be told.
    private static List<ChannelName> channels(Visit visit) throws Refused {
        var house = visit.house();
        return house.hub().state().readable(visit.person(), house.journal().last());
    }

    static void history(Visit visit, String words)
            throws Refused, IOException, InterruptedException {
        var channel = visit.screen().current();
        if (channel.isEmpty()) {
            visit.screen().say("nowhere");
            return;
        }
        if (!words.isEmpty() && !words.matches("[1-9][0-9]{0,3}")) {
            visit.screen().say("history.bad", MOST);
            return;
        }
        var wanted = words.isEmpty() ? USUAL : Math.min(Integer.parseInt(words), MOST);
        visit.session().settle();
        var screen = visit.screen();
        screen.hold();
        try {
            var place = new InChannel(channel.get());
            var entries =
                    channels(visit).contains(channel.get())
                            ? visit.house()
                                    .journal()
                                    .latest(place, 0, screen.position() + 1, wanted)
                            : List.<Entry>of();
            screen.say("history", channel.get(), entries.size());
            screen.showPast(entries);
            screen.say("history.end");
        } finally {
            screen.release(0);
        }
    }

    static void search(Visit visit, String words)
            throws Refused, IOException, InterruptedException {
        visit.session().settle();
        var screen = visit.screen();
        var journal = visit.house().journal();
        var person = visit.person();
        var places = new ArrayList<Conversation>(journal.correspondence(person.id(), 0));
        channels(visit).forEach(channel -> places.add(new InChannel(channel)));
        screen.hold();
        try {
            var found = journal.search(places, words, screen.position() + 1, FOUND);
            screen.say(found.size() < FOUND ? "search" : "search.many", found.size());
            screen.showFound(found);
        } finally {
            screen.release(0);
        }
    }
}
