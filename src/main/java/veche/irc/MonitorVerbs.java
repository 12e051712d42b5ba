package veche.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import veche.chat.Person;
import veche.name.Nickname;
import veche.wire.Tokens;

/// Who comes and goes of those whom a client watches for: MONITOR
/// (https://ircv3.net/specs/extensions/monitor).
final class MonitorVerbs {

    static final List<Verb> ALL =
            List.of(Verb.after("MONITOR", 1, MonitorVerbs::monitor).reading());

    /// How many bytes of names one line has.
    private static final int ROOM = 340;

    private MonitorVerbs() {}

    private static void monitor(Client client, Parameters parameters) throws InterruptedException {
        var list = client.watchlist();
        switch (parameters.at(0).toUpperCase(Locale.ROOT)) {
            case "+" -> add(client, parameters);
            case "-" -> list.remove(valid(client, parameters.items(1)));
            case "C" -> list.clear();
            case "L" -> {
                reply(client, Numeric.MONITOR_LIST, texts(list.names()));
                client.reply(Numeric.END_OF_MONITOR_LIST);
            }
            case "S" -> tell(client, list.names());
            default ->
                    client.reply(
                            Numeric.UNKNOWN_ERROR,
                            "MONITOR",
                            Texts.word(parameters.at(0)),
                            "Unknown subcommand");
        }
    }

    private static void add(Client client, Parameters parameters) throws InterruptedException {
        if (parameters.at(1).isEmpty()) {
            client.reply(Numeric.NEED_MORE_PARAMETERS, "MONITOR");
            return;
        }
        for (var word : parameters.items(1)) {
            if (client.names().parseNickname(word).isEmpty()) {
                client.send(client.refusals().erroneous(word));
            }
        }
        var wanted = valid(client, parameters.items(1));
        var tooMany = client.watchlist().add(wanted);
        for (var names : Tokens.lists(texts(tooMany), ',', ROOM)) {
            client.reply(Numeric.MONITOR_LIST_FULL, Integer.toString(Support.WATCHED), names);
        }
        var added = wanted.stream().filter(name -> !tooMany.contains(name)).toList();
        tell(client, added);
        for (var name : added) {
            client.subscriptions().watched(name);
        }
    }

    private static List<Nickname> valid(Client client, List<String> words) {
        var names = client.names();
        return words.stream()
                .flatMap(word -> names.parseNickname(word).stream())
                .distinct()
                .toList();
    }

    private static List<String> texts(List<Nickname> names) {
        return names.stream().map(Nickname::text).toList();
    }

    /// Says who of them is here, and who is not.
    private static void tell(Client client, List<Nickname> names) throws InterruptedException {
        client.session().settle();
        var here = new ArrayList<String>();
        var gone = new ArrayList<String>();
        for (var name : names) {
            var person = client.house().state().named(name).filter(Person::isHere);
            if (person.isPresent()) {
                here.add(Rendering.source(person.get().author()));
            } else {
                gone.add(name.text());
            }
        }
        reply(client, Numeric.MONITOR_ONLINE, here);
        reply(client, Numeric.MONITOR_OFFLINE, gone);
    }

    private static void reply(Client client, Numeric numeric, List<String> names)
            throws InterruptedException {
        for (var list : Tokens.lists(names, ',', client.room(numeric))) {
            client.reply(numeric, list);
        }
    }
}
