package veche.irc;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import veche.event.Refused;
import veche.wire.Message;

/// What a client is told when it comes in. Runs on the client's own thread.
final class Welcome {

    static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Client client;
    private final House house;

    Welcome(Client client) {
        this.client = client;
        this.house = client.house();
    }

    void say() throws Refused, IOException, InterruptedException {
        try (var _ = client.output().gather()) {
            introduce();
        }
        if (client.person().author().login().isPresent()) {
            tellPersistence();
            new Arriving(client).arrive(List.of());
        }
    }

    private void introduce() throws Refused, IOException, InterruptedException {
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
                Modes.PERSON_LETTERS,
                Support.CHANNEL_MODES,
                Support.CHANNEL_MODES_WITH_PARAMETER);
        client.offered().tellSupport();
        ServerVerbs.lusers(client);
        client.subscriptions().welcomed();
        ServerVerbs.motd(client);
        tellModes();
    }

    /// What whoever has just come is like from the start.
    private void tellModes() throws Refused, InterruptedException {
        var person = client.person();
        var modes = People.modes(house, person);
        if (person.sessionCount() == 1 && !person.flags().isEmpty()) {
            var line = Message.of("MODE", client.nick(), modes);
            client.send(line.withSource(Rendering.source(person.author())));
        }
    }

    private void tellPersistence() throws InterruptedException {
        var account = client.session().account();
        if (client.has(Capability.PERSISTENCE) && account.isPresent()) {
            client.send(Persistence.status(client, account.get().id()));
        }
    }
}
