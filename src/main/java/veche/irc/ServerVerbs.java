package veche.irc;

import java.util.List;
import veche.event.PersonFlag;

/// What there is to know of the server.
final class ServerVerbs {

    static final List<Verb> ALL =
            List.of(
                    Verb.after("MOTD", 0, here((client, p) -> motd(client))),
                    Verb.after("VERSION", 0, here((client, p) -> version(client))),
                    Verb.after("TIME", 0, here((client, p) -> time(client))),
                    Verb.after("INFO", 0, here((client, p) -> info(client))),
                    Verb.after("ADMIN", 0, here((client, p) -> admin(client))),
                    Verb.after("LINKS", 0, (client, p) -> links(client)),
                    Verb.always("ISUPPORT", 0, (client, p) -> client.offered().tellSupport()),
                    Verb.after("LUSERS", 0, (client, p) -> lusers(client)));

    private ServerVerbs() {}

    /// What is asked of a server, which may be named: by its name, with wildcards, or by somebody
    /// on it.
    private static Verb.Action here(Verb.Action action) {
        return (client, parameters) -> {
            if (!isElsewhere(client, parameters.at(0))) {
                action.run(client, parameters);
            }
        };
    }

    /// Whether another server than this one is meant, which there is not, as the client is told.
    static boolean isElsewhere(Client client, String target) throws InterruptedException {
        var house = client.house();
        var isMeant =
                target.isEmpty()
                        || house.names()
                                .parseGlob(target)
                                .filter(it -> it.matches(house.server()))
                                .isPresent()
                        || house.names()
                                .parseNickname(target)
                                .flatMap(house.state()::named)
                                .filter(People::isPresent)
                                .isPresent();
        if (!isMeant) {
            client.reply(Numeric.NO_SUCH_SERVER, Texts.word(target));
        }
        return !isMeant;
    }

    private static void version(Client client) throws InterruptedException {
        var house = client.house();
        client.reply(
                Numeric.VERSION,
                "veche-" + house.version() + ".",
                house.server(),
                "IRC and netcat");
        client.offered().tellSupport();
    }

    private static void time(Client client) throws InterruptedException {
        var house = client.house();
        client.reply(Numeric.TIME, house.server(), Welcome.DATE.format(house.clock().instant()));
    }

    private static void info(Client client) throws InterruptedException {
        var house = client.house();
        var lines =
                List.of(
                        "Veche " + house.version() + ", a chat server for IRC, netcat and more",
                        "Who talks here in the town assembly is heard by everyone, and kept.",
                        "Running since " + Welcome.DATE.format(house.started()));
        for (var line : lines) {
            client.reply(Numeric.INFO, line);
        }
        client.reply(Numeric.END_OF_INFO);
    }

    private static void admin(Client client) throws InterruptedException {
        var numerics =
                List.of(Numeric.ADMIN_LOCATION_1, Numeric.ADMIN_LOCATION_2, Numeric.ADMIN_EMAIL);
        var lines = client.house().settings().server().administrator();
        if (lines.isEmpty()) {
            client.reply(Numeric.NO_ADMINISTRATOR, client.house().server());
            return;
        }
        client.reply(Numeric.ADMIN_ME, client.house().server());
        for (var index = 0; index < lines.size(); index++) {
            client.reply(numerics.get(index), lines.get(index));
        }
    }

    /// All servers there are: this one.
    private static void links(Client client) throws InterruptedException {
        var server = client.house().server();
        var description = client.house().settings().server().description();
        client.reply(Numeric.LINKS, server, server, "0 " + description);
        client.reply(Numeric.END_OF_LINKS, "*");
    }

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
        var census = house.state().census();
        var present = census.here();
        var hidden = census.here(PersonFlag.INVISIBLE);
        var operators = census.here(PersonFlag.OPERATOR);
        var unknown = house.clients().unknown();
        var count = Integer.toString(present);
        var most = Integer.toString(house.clients().most(present));
        client.reply(
                Numeric.LUSER_CLIENT,
                "There are "
                        + (present - hidden)
                        + " users and "
                        + hidden
                        + " invisible on 1 server");
        client.reply(Numeric.LUSER_OPERATORS, Integer.toString(operators));
        client.reply(Numeric.LUSER_UNKNOWN, Integer.toString(unknown));
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
