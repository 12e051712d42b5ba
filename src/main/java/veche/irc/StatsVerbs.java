package veche.irc;

import java.time.Duration;
import java.util.List;
import veche.config.Privilege;

/// How the server is doing: STATS, with a letter for what is asked. See
/// https://modern.ircdocs.horse/#stats-message
final class StatsVerbs {

    static final List<Verb> ALL = List.of(Verb.after("STATS", 1, StatsVerbs::stats));

    private StatsVerbs() {}

    private static void stats(Client client, Parameters parameters) throws InterruptedException {
        if (ServerVerbs.isElsewhere(client, parameters.at(1))) {
            return;
        }
        var letter = Texts.word(parameters.at(0)).substring(0, 1);
        switch (letter) {
            case "u" -> uptime(client);
            case "m" -> commands(client);
            case "o" -> operators(client);
            case "k" -> bans(client);
            case "l" -> connections(client);
            default -> {}
        }
        client.reply(Numeric.END_OF_STATS, letter);
    }

    private static void uptime(Client client) throws InterruptedException {
        var house = client.house();
        var time = Duration.between(house.started(), house.clock().instant());
        client.reply(
                Numeric.STATS_UPTIME,
                "Server Up %d days %d:%02d:%02d"
                        .formatted(
                                time.toDays(),
                                time.toHoursPart(),
                                time.toMinutesPart(),
                                time.toSecondsPart()));
    }

    private static void commands(Client client) throws InterruptedException {
        for (var one : client.house().tally().all().entrySet()) {
            client.reply(
                    Numeric.STATS_COMMANDS, one.getKey(), Long.toString(one.getValue()), "0", "0");
        }
    }

    /// Operators who are here.
    private static void operators(Client client) throws InterruptedException {
        if (client.operator().isEmpty()) {
            client.reply(Numeric.NO_PRIVILEGES);
            return;
        }
        var house = client.house();
        for (var person : house.state().people()) {
            var operator = house.operators().of(person, house.settings().operators());
            if (operator.isPresent()) {
                client.reply(
                        Numeric.STATS_OPERATOR,
                        "O",
                        person.author().address(),
                        "*",
                        person.name().text(),
                        operator.get().name());
            }
        }
    }

    private static void bans(Client client) throws InterruptedException {
        if (!Operators.may(client, Privilege.BAN)) {
            client.reply(Numeric.NO_PRIVILEGES);
            return;
        }
        var house = client.house();
        for (var ban : house.state().bans().all(house.clock().instant())) {
            client.reply(
                    Numeric.STATS_BAN,
                    "K",
                    ban.whom().text(),
                    "*",
                    ban.why().map(Rendering::oneLine).orElse("*"));
        }
    }

    /// How much waits for each client, and how long it has been here.
    private static void connections(Client client) throws InterruptedException {
        if (!Operators.may(client, Privilege.SEE_ADDRESSES)) {
            client.reply(Numeric.NO_PRIVILEGES);
            return;
        }
        var now = client.house().clock().instant();
        for (var other : client.house().clients().all()) {
            var connection = other.connection();
            client.reply(
                    Numeric.STATS_LINK,
                    other.nick() + "[" + Texts.host(connection.remote().getAddress()) + "]",
                    Integer.toString(connection.outbox().queued()),
                    Long.toString(Duration.between(connection.since(), now).toSeconds()));
        }
    }
}
