package veche.irc;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import veche.config.MetadataLimits;
import veche.config.Sts;

/// What this server is capable of, and what it says about that.
final class Offer {

    private Offer() {}

    /// What a client can ask for, and what stands behind the name of each; nothing if it is empty.
    static Map<Capability, String> of(Client client, Settings settings) {
        var all = new EnumMap<Capability, String>(Capability.class);
        for (var capability : Capability.values()) {
            if (isOffered(client, settings, capability)) {
                all.put(capability, value(client, settings, capability));
            }
        }
        return all;
    }

    private static boolean isOffered(Client client, Settings settings, Capability capability) {
        return switch (capability) {
            case ACCOUNT_REGISTRATION -> Registering.isOpen(settings);
            case RELAYMSG -> settings.irc().relay().enabled();
            // Without its value it means nothing, and older clients are told none.
            case STS ->
                    settings.irc().sts().port().isPresent()
                            && client.registration().version() >= CapabilityVerbs.WITH_VALUES;
            default -> true;
        };
    }

    private static String value(Client client, Settings settings, Capability capability) {
        return switch (capability) {
            case SASL -> String.join(",", Mechanism.names(client, settings));
            case MULTILINE ->
                    "max-bytes=" + IncomingBatch.LONGEST + ",max-lines=" + IncomingBatch.LINES;
            case ACCOUNT_REGISTRATION -> registration(client.house(), settings);
            case METADATA -> metadata(settings.irc().metadata());
            case RELAYMSG -> settings.irc().relay().separators();
            case STS -> sts(client, settings.irc().sts());
            default -> "";
        };
    }

    private static String registration(House house, Settings settings) {
        var tokens = new ArrayList<String>();
        if (Registering.isBeforeConnect(settings)) {
            tokens.add("before-connect");
        }
        if (house.verification().isPresent()) {
            tokens.add("email-required");
        }
        if (settings.accounts().registering().customName()) {
            tokens.add("custom-account-name");
        }
        return String.join(",", tokens);
    }

    private static String metadata(MetadataLimits limits) {
        return (limits.beforeConnect() ? "before-connect," : "")
                + "max-subs="
                + limits.subscriptions()
                + ",max-keys="
                + limits.keys()
                + ",max-value-bytes="
                + limits.valueBytes();
    }

    /// Whoever has come without TLS hears where to come, and everyone else for how long they shall
    /// come so.
    private static String sts(Client client, Sts sts) {
        if (!client.connection().isSecure()) {
            return "port=" + sts.port().orElseThrow();
        }
        return "duration=" + sts.duration().toSeconds() + (sts.preload() ? ",preload" : "");
    }
}
