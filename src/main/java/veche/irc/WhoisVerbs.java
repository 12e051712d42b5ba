package veche.irc;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import veche.chat.FormerNames.Former;
import veche.chat.Person;

/// Who somebody is, and who they were: WHOIS, WHOWAS.
final class WhoisVerbs {

    static final List<Verb> ALL =
            List.of(
                    Verb.after("WHOIS", 0, WhoisVerbs::whois),
                    Verb.after("WHOWAS", 0, WhoisVerbs::whowas));

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss uuuu 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private WhoisVerbs() {}

    /// `WHOIS [server] nick{,nick}`; instead of the server somebody who is on it can be named.
    private static void whois(Client client, Parameters parameters) throws InterruptedException {
        client.session().settle();
        var index = parameters.size() > 1 ? 1 : 0;
        var names = parameters.at(index);
        if (names.isEmpty()) {
            client.reply(Numeric.NO_NICKNAME_GIVEN);
        } else if (index == 1 && !isHere(client, parameters.at(0))) {
            client.reply(Numeric.NO_SUCH_SERVER, Texts.word(parameters.at(0)));
        } else {
            for (var name : MessageVerbs.atMost(client, parameters.items(index))) {
                tell(client, name);
            }
            client.reply(Numeric.END_OF_WHOIS, Texts.parameter(names));
        }
    }

    private static boolean isHere(Client client, String server) {
        return person(client, server).isPresent()
                || client.names()
                        .parseGlob(server)
                        .filter(it -> it.matches(client.house().server()))
                        .isPresent();
    }

    private static Optional<Person> person(Client client, String name) {
        return client.names()
                .parseNickname(name)
                .flatMap(client.house().state()::named)
                .filter(People::isPresent);
    }

    private static void tell(Client client, String name) throws InterruptedException {
        var person = person(client, name);
        var service = Services.named(name, client.names());
        if (service.isPresent()) {
            tell(client, service.get());
        } else if (person.isPresent()) {
            client.output().sendAll(new Whois(client, person.get()).lines());
        } else {
            client.reply(Numeric.NO_SUCH_NICK, Texts.word(name));
        }
    }

    private static void tell(Client client, NetworkService service) throws InterruptedException {
        var name = service.name().nickname().text();
        var site = client.house().settings().server();
        client.reply(Numeric.WHOIS_USER, name, name, site.name(), "*", service.verbs().getFirst());
        client.reply(Numeric.WHOIS_SERVER, name, site.name(), site.network());
        client.reply(Numeric.WHOIS_OPERATOR, name, "is a network service");
        client.reply(Numeric.WHOIS_BOT, name);
    }

    /// `WHOWAS nick{,nick} [count]`: the latest first; all unless the count is a positive number
    /// (https://modern.ircdocs.horse/#whowas-message).
    private static void whowas(Client client, Parameters parameters) throws InterruptedException {
        client.session().settle();
        if (parameters.at(0).isEmpty()) {
            client.reply(Numeric.NO_NICKNAME_GIVEN);
            return;
        }
        var count = parameters.at(1);
        var most = count.matches("0*[1-9][0-9]{0,3}") ? Integer.parseInt(count) : Integer.MAX_VALUE;
        for (var name : MessageVerbs.atMost(client, parameters.items(0))) {
            var known =
                    client.names()
                            .parseNickname(name)
                            .map(client.house().state().formerNames()::of)
                            .orElse(List.of());
            if (known.isEmpty()) {
                client.reply(Numeric.WAS_NO_SUCH_NICK, Texts.word(name));
            }
            for (var former : known.stream().limit(most).toList()) {
                tell(client, former);
            }
        }
        client.reply(Numeric.END_OF_WHOWAS, Texts.parameter(parameters.at(0)));
    }

    private static void tell(Client client, Former former) throws InterruptedException {
        var who = former.who();
        var name = who.name().text();
        var at = who.address().indexOf('@');
        client.reply(
                Numeric.WHOWAS_USER,
                name,
                who.address().substring(0, at),
                who.address().substring(at + 1),
                "*",
                former.realname().map(Rendering::oneLine).orElse(name));
        client.reply(
                Numeric.WHOIS_SERVER, name, client.house().server(), DATE.format(former.until()));
    }
}
