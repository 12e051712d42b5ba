package veche.irc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import veche.wire.LineLimits;
import veche.wire.Message;
import veche.wire.Tokens;

/// What client and server are capable of: CAP
/// (https://ircv3.net/specs/extensions/capability-negotiation).
final class CapabilityVerbs {

    static final List<Verb> ALL = List.of(Verb.always("CAP", 1, CapabilityVerbs::cap));

    /// The version from which capabilities have values, and a list may have several lines.
    static final int WITH_VALUES = 302;

    /// How many bytes of capabilities one line has at most.
    private static final int ROOM = 400;

    private CapabilityVerbs() {}

    private static void cap(Client client, Parameters parameters) throws InterruptedException {
        switch (parameters.at(0).toUpperCase(Locale.ROOT)) {
            case "LS" -> list(client, parameters);
            case "LIST" -> enabled(client);
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
        client.registration().speaks(version);
        if (!client.isWelcome()) {
            client.registration().negotiate();
        }
        client.offered().list(version);
    }

    private static void request(Client client, Parameters parameters) throws InterruptedException {
        if (!client.isWelcome()) {
            client.registration().negotiate();
        }
        client.offered().request(parameters.at(1));
        client.updateWatchlist();
        client.subscriptions().update();
    }

    private static void enabled(Client client) throws InterruptedException {
        for (var line : lines(client, "LIST", texts(client.output().capabilities()))) {
            client.send(line);
        }
    }

    /// A list, in several lines if it is long and the client can have it so. For one that cannot it
    /// is as much of it as fits into a line, in which drafts and what others than IRCv3 have made
    /// come last.
    static List<Message> lines(Client client, String subcommand, List<String> tokens) {
        var isSeveral = client.registration().version() >= WITH_VALUES;
        var lists =
                Tokens.lists(
                        isSeveral ? tokens : settledFirst(tokens), ' ', room(client, subcommand));
        if (lists.isEmpty() || !isSeveral) {
            return List.of(line(client, subcommand, lists.isEmpty() ? "" : lists.getFirst()));
        }
        var lines = new ArrayList<Message>();
        for (var list : lists.subList(0, lists.size() - 1)) {
            lines.add(line(client, subcommand, "*", list));
        }
        lines.add(line(client, subcommand, lists.getLast()));
        return lines;
    }

    private static List<String> settledFirst(List<String> tokens) {
        return tokens.stream().sorted(Comparator.comparing(token -> token.contains("/"))).toList();
    }

    /// How many bytes of capabilities one line has, by what the server and the client are called.
    static int room(Client client, String subcommand) {
        return Math.min(ROOM, line(client, subcommand, "*", "").room(LineLimits.CLASSIC));
    }

    static Message line(Client client, String... parameters) {
        var all = new ArrayList<String>();
        all.add(client.nick());
        all.addAll(List.of(parameters));
        return new Message(Map.of(), client.house().server(), "CAP", all);
    }
}
