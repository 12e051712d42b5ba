package veche.irc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import veche.wire.Message;
import veche.wire.Tokens;

/// What client and server are capable of: CAP
/// (https://ircv3.net/specs/extensions/capability-negotiation).
final class CapabilityVerbs {

    static final List<Verb> ALL = List.of(Verb.always("CAP", 1, CapabilityVerbs::cap));

    /// The version from which capabilities have values, and a list may have several lines.
    static final int WITH_VALUES = 302;

    /// How many bytes of capabilities one line has.
    private static final int ROOM = 400;

    private CapabilityVerbs() {}

    private static void cap(Client client, Parameters parameters) throws InterruptedException {
        switch (parameters.at(0).toUpperCase(Locale.ROOT)) {
            case "LS" -> list(client, parameters);
            case "LIST" -> tell(client, "LIST", texts(client.output().capabilities()));
            case "REQ" -> request(client, parameters);
            case "END" -> client.registration().negotiated();
            default -> client.reply(Numeric.INVALID_CAP_COMMAND, Texts.word(parameters.at(0)));
        }
    }

    private static List<String> texts(Iterable<Capability> capabilities) {
        var texts = new ArrayList<String>();
        capabilities.forEach(capability -> texts.add(capability.text()));
        return texts;
    }

    private static void list(Client client, Parameters parameters) throws InterruptedException {
        var version =
                parameters.at(1).matches("[0-9]{1,6}") ? Integer.parseInt(parameters.at(1)) : 0;
        if (!client.isWelcome()) {
            client.registration().negotiate(version);
        }
        if (version >= WITH_VALUES) {
            var all = new LinkedHashSet<>(client.output().capabilities());
            all.add(Capability.CAP_NOTIFY);
            client.output().capabilities(all);
        }
        var tokens = new ArrayList<String>();
        for (var capability : Offer.of(client)) {
            var value = version >= WITH_VALUES ? Offer.value(client, capability) : "";
            tokens.add(capability.text() + (value.isEmpty() ? "" : "=" + value));
        }
        tell(client, "LS", tokens);
    }

    private static void tell(Client client, String command, List<String> tokens)
            throws InterruptedException {
        var isSeveral = client.registration().version() >= WITH_VALUES;
        var lines = isSeveral ? Tokens.lists(tokens, ' ', ROOM) : List.of(String.join(" ", tokens));
        if (lines.isEmpty()) {
            lines = List.of("");
        }
        for (var index = 0; index < lines.size(); index++) {
            var isLast = index == lines.size() - 1;
            send(client, command, isLast ? Optional.empty() : Optional.of("*"), lines.get(index));
        }
    }

    private static void send(Client client, String command, Optional<String> more, String list)
            throws InterruptedException {
        var parameters = new ArrayList<>(Arrays.asList(client.nick(), command));
        more.ifPresent(parameters::add);
        parameters.add(list);
        client.send(
                Message.of("CAP", parameters.toArray(String[]::new))
                        .withSource(client.house().server()));
    }

    /// All of what is asked for is granted, or nothing.
    private static void request(Client client, Parameters parameters) throws InterruptedException {
        if (!client.isWelcome()) {
            client.registration().negotiate(0);
        }
        var next = new LinkedHashSet<>(client.output().capabilities());
        for (var word : Tokens.words(parameters.at(1))) {
            var isRemoved = word.startsWith("-");
            var capability = Capability.parse(isRemoved ? word.substring(1) : word);
            var isPossible =
                    capability.isPresent()
                            && Offer.of(client).contains(capability.get())
                            && capability.get() != Capability.STS
                            && !(isRemoved && isFixed(client, capability.get()));
            if (!isPossible) {
                send(client, "NAK", Optional.empty(), parameters.at(1));
                return;
            }
            if (isRemoved) {
                next.remove(capability.get());
            } else {
                next.add(capability.get());
            }
        }
        send(client, "ACK", Optional.empty(), parameters.at(1));
        client.output().capabilities(next);
        client.watchlist().update();
        client.subscriptions().update();
    }

    /// Whoever speaks version 302 always hears of new capabilities.
    private static boolean isFixed(Client client, Capability capability) {
        return capability == Capability.CAP_NOTIFY
                && client.registration().version() >= WITH_VALUES;
    }
}
