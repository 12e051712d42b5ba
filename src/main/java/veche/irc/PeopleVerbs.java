package veche.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import veche.chat.Command;
import veche.chat.Person;
import veche.event.Refused;
import veche.event.Text;
import veche.wire.Tokens;
import veche.wire.Utf8;

/// Who is here and looks at their screen, and by what name they are known: AWAY, SETNAME, ISON,
/// USERHOST; and from whom one takes messages: ACCEPT.
final class PeopleVerbs {

    static final List<Verb> ALL =
            List.of(
                    Verb.always("AWAY", 0, PeopleVerbs::away),
                    Verb.after("SETNAME", 1, PeopleVerbs::setName),
                    Verb.after("ACCEPT", 1, PeopleVerbs::accept),
                    Verb.after("ISON", 1, PeopleVerbs::isOn).reading(),
                    Verb.after("USERHOST", 1, PeopleVerbs::userHost).reading());

    /// How many people one USERHOST asks for (RFC 2812 section 4.8).
    private static final int ASKED_FOR = 5;

    private PeopleVerbs() {}

    /// Before the client has said who it is, only if it has asked for that
    /// (https://ircv3.net/specs/extensions/pre-away).
    private static void away(Client client, Parameters parameters) throws InterruptedException {
        if (!client.isWelcome() && !client.has(Capability.PRE_AWAY)) {
            client.reply(Numeric.NOT_REGISTERED);
            return;
        }
        var words = ChannelVerbs.words(parameters, 0);
        client.ask(new Command.SetAway(words));
        client.reply(words.isPresent() ? Numeric.NOW_AWAY : Numeric.UN_AWAY);
    }

    /// A client that does not know of it is told nothing, as ever
    /// (https://ircv3.net/specs/extensions/setname).
    private static void setName(Client client, Parameters parameters) throws InterruptedException {
        var written = parameters.at(0);
        var isFitting = Utf8.length(written) <= Support.LONGEST_WORDS;
        var realname = isFitting ? Text.parse(written) : Optional.<Text>empty();
        if (realname.isPresent()) {
            client.ask(new Command.SetRealname(realname.get()));
        } else if (client.has(Capability.SETNAME)) {
            client.fail("SETNAME", "INVALID_REALNAME", "Realname is not valid");
        }
    }

    /// `nick` lets somebody send messages who may not otherwise (user mode R), `-nick` takes that
    /// back, and `*` lists them (https://modern.ircdocs.horse does not have it, but other servers).
    private static void accept(Client client, Parameters parameters)
            throws Refused, InterruptedException {
        for (var written : parameters.items(0)) {
            var isWelcome = !written.startsWith("-");
            var name = client.names().parseNickname(isWelcome ? written : written.substring(1));
            if (written.equals("*")) {
                listAccepted(client);
            } else if (name.isPresent()) {
                client.ask(new Command.Accept(name.get(), isWelcome));
            } else {
                client.reply(Numeric.NO_SUCH_NICK, Texts.word(written));
            }
        }
    }

    private static void listAccepted(Client client) throws Refused, InterruptedException {
        client.session().settle();
        for (var id : client.person().accepted()) {
            var person = client.house().state().person(id);
            if (person.isPresent()) {
                client.reply(Numeric.ACCEPT_LIST, person.get().name().text());
            }
        }
        client.reply(Numeric.END_OF_ACCEPT);
    }

    private static void isOn(Client client, Parameters parameters) throws InterruptedException {
        client.session().settle();
        var here = named(client, parameters).filter(Person::isHere).map(it -> it.name().text());
        reply(client, Numeric.IS_ON, here.toList());
    }

    private static void userHost(Client client, Parameters parameters) throws InterruptedException {
        client.session().settle();
        var found = new ArrayList<String>();
        named(client, parameters).limit(ASKED_FOR).forEach(person -> found.add(userHost(person)));
        reply(client, Numeric.USER_HOST, found);
    }

    /// As many of them as fit into a line: there is but one.
    private static void reply(Client client, Numeric numeric, List<String> found)
            throws InterruptedException {
        var lists = Tokens.lists(found, ' ', client.room(numeric));
        client.reply(numeric, lists.isEmpty() ? "" : lists.getFirst());
    }

    private static String userHost(Person person) {
        return person.name()
                + (People.isOperator(person) ? "*" : "")
                + (People.away(person).isPresent() ? "=-" : "=+")
                + person.author().address();
    }

    /// Those who are called as the parameters say, which may be several, or one with spaces in it.
    private static Stream<Person> named(Client client, Parameters parameters) {
        return parameters.from(0).stream()
                .flatMap(words -> Tokens.words(words).stream())
                .flatMap(word -> client.names().parseNickname(word).stream())
                .flatMap(name -> client.house().state().named(name).stream())
                .filter(People::isPresent);
    }
}
