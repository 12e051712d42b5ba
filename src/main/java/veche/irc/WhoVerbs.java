package veche.irc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import veche.chat.Person;
import veche.name.Glob;
import veche.name.Mask;
import veche.wire.Message;

/// Who there is: WHO (https://modern.ircdocs.horse/#who-message).
final class WhoVerbs {

    static final List<Verb> ALL = List.of(Verb.after("WHO", 0, WhoVerbs::who).reading());

    private WhoVerbs() {}

    private static void who(Client client, Parameters parameters) throws InterruptedException {
        client.session().settle();
        var mask = parameters.present(0).orElse("*");
        var query = WhoQuery.parse(parameters.at(1));
        client.output().sendAll(lines(client, mask, query));
        client.reply(Numeric.END_OF_WHO, Texts.parameter(mask));
    }

    private static List<Message> lines(Client client, String mask, WhoQuery query) {
        var sight = new Sight(client);
        var reply = new WhoReply(client, query);
        var lines = new ArrayList<Message>();
        var name = client.names().parseChannel(mask);
        if (name.isPresent()) {
            var channel = client.house().state().channels().find(name.get()).filter(sight::sees);
            channel.stream()
                    .flatMap(it -> sight.members(it).stream())
                    .filter(person -> isAskedFor(person, query))
                    .forEach(person -> lines.add(reply.of(person, channel)));
        } else {
            found(client, sight, mask)
                    .filter(person -> isAskedFor(person, query))
                    .forEach(person -> lines.add(reply.of(person, sight.common(person))));
        }
        return lines;
    }

    private static boolean isAskedFor(Person person, WhoQuery query) {
        return !query.operators() || People.isOperator(person);
    }

    /// Whoever is called so, also if they do not want to be found; else all whom the mask means.
    private static Stream<Person> found(Client client, Sight sight, String mask) {
        var state = client.house().state();
        var named =
                client.names().parseNickname(mask).flatMap(state::named).filter(People::isPresent);
        if (named.isPresent()) {
            return named.stream();
        }
        return matching(client, mask).stream()
                .flatMap(means -> state.people().stream().filter(sight::finds).filter(means))
                .sorted(Comparator.comparing(person -> person.name().folded()));
    }

    /// A mask is about the nickname, the address or the real name, or, with `!` or `@` in it, about
    /// the nickname and both parts of the address.
    private static Optional<Predicate<Person>> matching(Client client, String mask) {
        if (mask.equals("0") || mask.equals("*")) {
            return Optional.of(_ -> true);
        }
        if (mask.indexOf('!') >= 0 || mask.indexOf('@') >= 0) {
            return client.names().parseMask(mask).map(it -> person -> matches(it, person));
        }
        return client.names().parseGlob(mask).map(it -> person -> matches(it, client, person));
    }

    private static boolean matches(Mask mask, Person person) {
        return mask.matches(person.name().text(), People.user(person), People.host(person));
    }

    private static boolean matches(Glob glob, Client client, Person person) {
        return glob.matches(person.name().text())
                || glob.matches(People.user(person))
                || glob.matches(People.host(person))
                || glob.matches(client.house().rendering().realname(person.author()));
    }
}
