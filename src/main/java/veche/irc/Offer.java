package veche.irc;

import java.util.Arrays;
import java.util.List;

/// What this server is capable of, and what it says about that.
final class Offer {

    private Offer() {}

    /// What a client can ask for.
    static List<Capability> of(Client client) {
        return Arrays.stream(Capability.values())
                .filter(capability -> capability != Capability.STS)
                .toList();
    }

    /// What stands behind the name of a capability; empty if nothing does.
    static String value(Client client, Capability capability) {
        return switch (capability) {
            case SASL -> "PLAIN";
            case MULTILINE ->
                    "max-bytes=" + IncomingBatch.LONGEST + ",max-lines=" + IncomingBatch.LINES;
            case ACCOUNT_REGISTRATION -> "before-connect,custom-account-name";
            default -> "";
        };
    }
}
