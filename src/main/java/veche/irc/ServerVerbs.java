package veche.irc;

import java.util.List;
import veche.chat.Person;
import veche.event.PersonFlag;

/// What there is to know of the server.
final class ServerVerbs {

    static final List<Verb> ALL =
            List.of(
                    Verb.after("MOTD", 0, (client, p) -> motd(client)),
                    Verb.after("LUSERS", 0, (client, p) -> lusers(client)));

    private ServerVerbs() {}

    /// The message of the day.
    static void motd(Client client) throws InterruptedException {
        var lines = client.house().settings().server().motd();
        if (lines.isEmpty()) {
            client.reply(Numeric.NO_MOTD);
            return;
        }
        client.reply(Numeric.MOTD_START, "- " + client.house().server() + " Message of the day - ");
        for (var line : lines) {
            client.reply(Numeric.MOTD, "- " + line);
        }
        client.reply(Numeric.END_OF_MOTD);
    }

    /// How many there are.
    static void lusers(Client client) throws InterruptedException {
        var house = client.house();
        var present = house.state().people().stream().filter(Person::isHere).toList();
        var hidden = present.stream().filter(it -> it.is(PersonFlag.INVISIBLE)).count();
        var operators = present.stream().filter(People::isOperator).count();
        var unknown = house.clients().all().stream().filter(it -> !it.isWelcome()).count();
        var count = Integer.toString(present.size());
        var most = Integer.toString(house.clients().most(present.size()));
        client.reply(
                Numeric.LUSER_CLIENT,
                "There are "
                        + (present.size() - hidden)
                        + " users and "
                        + hidden
                        + " invisible on 1 server");
        client.reply(Numeric.LUSER_OPERATORS, Long.toString(operators));
        client.reply(Numeric.LUSER_UNKNOWN, Long.toString(unknown));
        client.reply(Numeric.LUSER_CHANNELS, Integer.toString(house.state().channels().size()));
        client.reply(Numeric.LUSER_ME, "I have " + count + " clients and 0 servers");
        client.reply(
                Numeric.LOCAL_USERS, count, most, "Current local users " + count + ", max " + most);
        client.reply(
                Numeric.GLOBAL_USERS,
                count,
                most,
                "Current global users " + count + ", max " + most);
    }
}
