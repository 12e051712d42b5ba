package veche.irc;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import veche.chat.Command;
import veche.chat.Preference;
import veche.event.Refused;
import veche.name.PersonId;
import veche.wire.Message;

/// Whether somebody stays in their channels while they are away: PERSISTENCE
/// (https://github.com/ircv3/ircv3-specifications/pull/503).
final class Persistence {

    private static final String NAME = "PERSISTENCE";

    private Persistence() {}

    static void ask(Client client, Parameters parameters) throws Refused, InterruptedException {
        client.session().settle();
        var account = client.session().account();
        if (account.isEmpty()) {
            client.fail(NAME, "ACCOUNT_REQUIRED", "You need to be logged in to an account");
            return;
        }
        var id = account.get().id();
        var wish = parameters.at(1).toUpperCase(Locale.ROOT);
        switch (parameters.at(0).toUpperCase(Locale.ROOT)) {
            case "GET" -> client.send(status(client, id));
            case "SET" -> {
                switch (wish) {
                    case "ON", "OFF" ->
                            choose(client, id, Optional.of(wish.toLowerCase(Locale.ROOT)));
                    case "DEFAULT" -> choose(client, id, Optional.empty());
                    default -> client.fail(NAME, "INVALID_PARAMS", "Invalid parameters");
                }
            }
            default -> client.fail(NAME, "INVALID_PARAMS", "Invalid parameters");
        }
    }

    /// All sessions of whoever chooses are told, as far as they understand it.
    private static void choose(Client client, PersonId account, Optional<String> value)
            throws Refused, InterruptedException {
        client.session().perform(new Command.Prefer(Preference.PERSISTENCE, value));
        if (!client.has(Capability.PERSISTENCE)) {
            client.send(status(client, account));
        }
    }

    /// What the owner of an account has chosen, and what holds.
    static Message status(Client client, PersonId account) {
        var house = client.house();
        var preferences = house.state().preferences();
        var chosen = preferences.of(account, Preference.PERSISTENCE).orElse("default");
        var stays = preferences.stays(account, house.settings().accounts().alwaysOn());
        return new Message(
                Map.of(),
                house.server(),
                NAME,
                List.of("STATUS", chosen.toUpperCase(Locale.ROOT), stays ? "ON" : "OFF"));
    }
}
