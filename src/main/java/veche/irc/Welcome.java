package veche.irc;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import veche.event.Refused;
import veche.wire.Message;
import veche.wire.Tokens;

/// What a client is told when it comes in. Runs on the client's own thread.
final class Welcome {

    static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /// How many tokens fit between the nickname and the text of a line, which has 15 parameters.
    private static final int TOKENS = 13;

    private final Client client;
    private final House house;

    Welcome(Client client) {
        this.client = client;
        this.house = client.house();
    }

    void say() throws Refused, IOException, InterruptedException {
        var server = house.server();
        var network = house.settings().server().network();
        client.reply(
                Numeric.WELCOME, "Welcome to the " + network + " IRC Network " + client.nick());
        client.reply(
                Numeric.YOUR_HOST,
                "Your host is " + server + ", running version veche-" + house.version());
        client.reply(Numeric.CREATED, "This server was created " + DATE.format(house.started()));
        client.reply(
                Numeric.MY_INFO,
                server,
                "veche-" + house.version(),
                Modes.personLetters(),
                Support.channelModes(),
                Support.channelModesWithParameter());
        support(client);
        ServerVerbs.lusers(client);
        client.subscriptions().sync().welcomed();
        ServerVerbs.motd(client);
        if (client.person().author().login().isPresent()) {
            tellPersistence();
            new Arriving(client).arrive(List.of());
        }
    }

    private void tellPersistence() throws InterruptedException {
        var account = client.session().account();
        if (client.has(Capability.PERSISTENCE) && account.isPresent()) {
            client.send(Persistence.status(client, account.get().id()));
        }
    }

    /// What ISUPPORT says, in as few lines as hold it.
    static void support(Client client) throws InterruptedException {
        var isExtended = client.has(Capability.EXTENDED_ISUPPORT) && client.has(Capability.BATCH);
        try (var _ = isExtended ? client.output().batch("draft/isupport") : NO_BATCH) {
            var all = client.house().support();
            for (var from = 0; from < all.size(); from += TOKENS) {
                var some = all.subList(from, Math.min(from + TOKENS, all.size()));
                for (var tokens : Tokens.lists(some, ' ', 350)) {
                    client.send(supportLine(client, tokens));
                }
            }
        }
    }

    private static final Output.Batch NO_BATCH = () -> {};

    private static Message supportLine(Client client, String tokens) {
        var parameters = new ArrayList<String>();
        parameters.add(client.nick());
        parameters.addAll(List.of(tokens.split(" ")));
        parameters.add(Numeric.I_SUPPORT.text());
        return new Message(Map.of(), client.house().server(), Numeric.I_SUPPORT.code(), parameters);
    }
}
