package veche.irc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import veche.config.Sts;

/// What this server is capable of, and what it says about that.
final class Offer {

    private Offer() {}

    /// What a client can ask for.
    static List<Capability> of(Client client) {
        return Arrays.stream(Capability.values())
                .filter(capability -> isOffered(client, capability))
                .toList();
    }

    private static boolean isOffered(Client client, Capability capability) {
        return switch (capability) {
            case ACCOUNT_REGISTRATION -> Registering.isOpen(client.house());
            case RELAYMSG -> client.house().settings().irc().relay().enabled();
            // Without its value it means nothing, and older clients are told none.
            case STS ->
                    sts(client).port().isPresent()
                            && client.registration().version() >= CapabilityVerbs.WITH_VALUES;
            default -> true;
        };
    }

    /// What stands behind the name of a capability; empty if nothing does.
    static String value(Client client, Capability capability) {
        return switch (capability) {
            case SASL -> String.join(",", Mechanism.names(client));
            case MULTILINE ->
                    "max-bytes=" + IncomingBatch.LONGEST + ",max-lines=" + IncomingBatch.LINES;
            case ACCOUNT_REGISTRATION -> registration(client.house());
            case RELAYMSG -> client.house().settings().irc().relay().separators();
            case STS -> sts(client, sts(client));
            default -> "";
        };
    }

    private static String registration(House house) {
        var tokens = new ArrayList<String>();
        if (Registering.isBeforeConnect(house)) {
            tokens.add("before-connect");
        }
        if (house.verification().isPresent()) {
            tokens.add("email-required");
        }
        if (house.settings().accounts().registering().customName()) {
            tokens.add("custom-account-name");
        }
        return String.join(",", tokens);
    }

    /// Whoever has come without TLS hears where to come, and everyone else for how long they shall
    /// come so.
    private static String sts(Client client, Sts sts) {
        if (!client.connection().isSecure()) {
            return "port=" + sts.port().orElseThrow();
        }
        return "duration=" + sts.duration().toSeconds() + (sts.preload() ? ",preload" : "");
    }

    private static Sts sts(Client client) {
        return client.house().settings().irc().sts();
    }
}
