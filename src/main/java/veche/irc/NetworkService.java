package veche.irc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import veche.event.Refused;
import veche.irc.ServiceCommand.Needs;
import veche.name.ServiceName;

/// A service that one talks to as if it were a person: a table of what it does.
///
/// @param name what it is called
/// @param verbs the commands of IRC that speak to it
/// @param commands without help, which every service has
record NetworkService(ServiceName name, List<String> verbs, List<ServiceCommand> commands) {

    private static final String HELP = "help";
    private static final String BOLD = "\u0002";

    NetworkService {
        verbs = List.copyOf(verbs);
        commands = List.copyOf(commands);
    }

    /// Does what the words ask for: a command, and what stands behind it. Runs on the client's own
    /// thread.
    void run(Client client, List<String> words) throws IOException, InterruptedException {
        client.session().settle();
        var first = words.isEmpty() ? HELP : words.getFirst();
        var query =
                new Query(
                        client,
                        name,
                        List.copyOf(words.subList(Math.min(1, words.size()), words.size())));
        try {
            var command = find(first);
            if (command.isPresent()) {
                run(command.get(), query);
            } else if (first.equalsIgnoreCase(HELP)) {
                help(query);
            } else {
                query.say("unknown", Texts.word(first), name.nickname());
            }
        } catch (Refused refused) {
            ServiceRefusals.tell(query, refused.refusal());
        }
    }

    private Optional<ServiceCommand> find(String word) {
        return commands.stream().filter(command -> command.isCalled(word)).findFirst();
    }

    private static void run(ServiceCommand command, Query query)
            throws Refused, IOException, InterruptedException {
        if (!may(command, query)) {
            query.say(command.needs() == Needs.ACCOUNT ? "needs.account" : "needs.operator");
        } else if (!command.takes(query.size())) {
            query.say("syntax", BOLD + command.syntax() + BOLD);
        } else {
            command.action().run(query);
        }
    }

    private static boolean may(ServiceCommand command, Query query) {
        return switch (command.needs()) {
            case ANYBODY -> true;
            case ACCOUNT -> query.client().session().account().isPresent();
            case OPERATOR -> query.isByOperator();
            case KEEPER -> query.mayKeepChannels();
        };
    }

    /// What operators alone may ask for, only they are told of.
    private static boolean isTold(ServiceCommand command, Query query) {
        return switch (command.needs()) {
            case ANYBODY, ACCOUNT -> true;
            case OPERATOR, KEEPER -> may(command, query);
        };
    }

    private void help(Query query) throws Refused, InterruptedException {
        if (query.size() == 0) {
            query.sayAll(overview(query));
            return;
        }
        var command = find(query.word(0));
        if (command.isPresent()) {
            query.sayAll(explanation(command.get(), query));
        } else {
            query.say("unknown", Texts.word(query.word(0)), name.nickname());
        }
    }

    private List<String> overview(Query query) {
        var lines = new ArrayList<String>();
        lines.add(query.phrase(key("about")));
        for (var command : commands) {
            if (isTold(command, query)) {
                lines.add(
                        "  "
                                + BOLD
                                + command.name().toUpperCase(Locale.ROOT)
                                + BOLD
                                + " - "
                                + query.phrase(key(command, "short")));
            }
        }
        lines.add(query.phrase("help.more", name.nickname()));
        return lines;
    }

    private List<String> explanation(ServiceCommand command, Query query) {
        var lines = new ArrayList<String>();
        lines.add(query.phrase("syntax", BOLD + command.syntax() + BOLD));
        lines.add(query.phrase(key(command, "long")));
        if (!command.aliases().isEmpty()) {
            lines.add(query.phrase("help.aliases", command.otherNames()));
        }
        return lines;
    }

    /// The phrase that says what a command does.
    ///
    /// @param length `short` or `long`
    String key(ServiceCommand command, String length) {
        return key(command.name()) + "." + length;
    }

    private String key(String part) {
        return name.nickname().folded() + "." + part;
    }
}
