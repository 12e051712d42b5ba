package veche.irc;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import veche.config.Gateway;
import veche.net.Addresses;
import veche.net.Connection;
import veche.net.Reason;
import veche.wire.TagValue;
import veche.wire.Tokens;

/// For whom a connection speaks, if it is the one of a gateway such as a web page: WEBIRC
/// (https://ircv3.net/specs/extensions/webirc). The name that the gateway has found for the host is
/// not looked at, since nobody here could check it.
final class GatewayVerbs {

    static final List<Verb> ALL = List.of(Verb.before("WEBIRC", 4, GatewayVerbs::webirc));

    private static final Logger log = LoggerFactory.getLogger(GatewayVerbs.class);

    private static final String SECURE = "secure";
    private static final String REMOTE_PORT = "remote-port";
    private static final String CERTIFICATE = "certfp-sha-256";

    private GatewayVerbs() {}

    /// WEBIRC password gateway hostname address [options]
    private static void webirc(Client client, Parameters parameters) {
        var connection = client.connection();
        var address = Addresses.parse(parameters.at(3));
        if (connection.isGateway() || address.isEmpty() || !isTrusted(client, parameters.at(0))) {
            log.atWarn().log("somebody speaks for another client who is no gateway");
            connection.letGo(Reason.GATEWAY_FAILED, "");
            return;
        }
        log.atInfo()
                .addKeyValue("gateway", Texts.word(parameters.at(1)))
                .addKeyValue("client", address.get().getHostAddress())
                .log("a gateway speaks for a client");
        var refused = speak(connection, address.get(), options(parameters.at(4)));
        MDC.put("address", Addresses.text(connection.remote()));
        client.moved();
        refused.ifPresent(reason -> connection.letGo(reason, ""));
    }

    private static boolean isTrusted(Client client, String password) {
        var from = client.connection().remote().getAddress();
        return client.house().settings().irc().gateways().stream()
                .filter(gateway -> isFrom(gateway, from))
                .anyMatch(gateway -> Texts.isSame(gateway.password(), password));
    }

    private static boolean isFrom(Gateway gateway, InetAddress from) {
        return gateway.networks().stream().anyMatch(network -> network.contains(from));
    }

    private static Optional<Reason> speak(
            Connection connection, InetAddress address, Map<String, String> options) {
        var remote = new InetSocketAddress(address, port(options.getOrDefault(REMOTE_PORT, "")));
        var certificate =
                Optional.ofNullable(options.get(CERTIFICATE))
                        .map(written -> written.toLowerCase(Locale.ROOT))
                        .filter(written -> written.matches("[0-9a-f]{64}"));
        return connection.speaksFor(remote, options.containsKey(SECURE), certificate);
    }

    /// A port; 0 if it is none.
    private static int port(String written) {
        var number = written.matches("[0-9]{1,5}") ? Integer.parseInt(written) : 0;
        return number <= 0xffff ? number : 0;
    }

    /// What else the gateway says, each with what stands behind its `=`, if anything does.
    private static Map<String, String> options(String written) {
        var options = new HashMap<String, String>();
        for (var option : Tokens.words(written)) {
            var parts = option.split("=", 2);
            options.put(parts[0], parts.length > 1 ? TagValue.unescape(parts[1]) : "");
        }
        return options;
    }
}
