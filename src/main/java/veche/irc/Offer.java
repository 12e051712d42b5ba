package veche.irc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
            case STS -> false;
            case ACCOUNT_REGISTRATION -> Registering.isOpen(client.house());
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
}
