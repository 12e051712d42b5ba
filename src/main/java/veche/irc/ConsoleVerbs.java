package veche.irc;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.event.Level;
import veche.config.Privilege;
import veche.wire.Message;
import veche.wire.Pieces;

/// The console of the server for operators: CONSOLE, and for their programs COMPLETE, LOGS and
/// STATUS. They are Veche's own, and `docs/protocol.md` describes them. Runs on the client's own
/// thread.
final class ConsoleVerbs {

    private static final String CONSOLE = "CONSOLE";
    private static final String COMPLETE = "COMPLETE";
    private static final String LOGS = "LOGS";
    private static final String STATUS = "STATUS";

    static final List<Verb> ALL =
            List.of(
                    Verb.after(CONSOLE, 1, only(ConsoleVerbs::console)),
                    Verb.after(COMPLETE, 0, only(ConsoleVerbs::complete)),
                    Verb.after(LOGS, 1, only(ConsoleVerbs::logs)),
                    Verb.after(STATUS, 0, only(ConsoleVerbs::status)));

    /// The longest line of an answer, in bytes of UTF-8.
    private static final int LONGEST = 400;

    /// How many ways to go on with a line a client is told.
    private static final int MOST = 200;

    private ConsoleVerbs() {}

    private static Verb.Action only(Verb.Action action) {
        return Operators.only(Privilege.CONSOLE, action);
    }

    private static void console(Client client, Parameters parameters) throws InterruptedException {
        command(client, String.join(" ", parameters.from(0)));
    }

    /// Has a command of the console run. Each line of its answer is a notice, or, for a client that
    /// knows [Capability#VECHE_CONSOLE], a line of its own kind; to that one it is said when the
    /// answer is complete.
    static void command(Client client, String line) {
        var office = client.house().office();
        var operator = Operators.name(client);
        var output = client.output();
        if (!client.has(Capability.VECHE_CONSOLE)) {
            office.run(
                    operator,
                    line,
                    answer -> {
                        var notice = client.notice(Texts.cut(answer, LONGEST));
                        output.sendAll(List.of(notice));
                    });
            return;
        }
        var exit = office.run(operator, line, answer -> output.sendAll(answer(client, answer)));
        output.send(line(client, CONSOLE, "DONE", Integer.toString(exit)));
    }

    /// A line that is too long for one is several; an empty one is a line, too.
    private static List<Message> answer(Client client, String text) {
        var printable = Texts.printable(text);
        var pieces = printable.isEmpty() ? List.of("") : Pieces.of(printable, LONGEST);
        return pieces.stream().map(piece -> line(client, CONSOLE, "OUT", piece)).toList();
    }

    private static void complete(Client client, Parameters parameters) {
        var all = client.house().office().complete(parameters.at(0));
        try (var _ = client.output().batch("veche.chat/completions")) {
            client.output()
                    .sendAll(
                            all.stream()
                                    .limit(MOST)
                                    .map(it ->
                                            line(
                                                    client,
                                                    COMPLETE,
                                                    "ENTRY",
                                                    Integer.toString(it.start()),
                                                    it.text()))
                                    .toList());
        }
    }

    private static void logs(Client client, Parameters parameters) throws InterruptedException {
        switch (parameters.at(0).toUpperCase(Locale.ROOT)) {
            case "FOLLOW" -> follow(client, parameters);
            case "STOP" -> {
                client.logs().stop();
                client.send(line(client, LOGS, "STOPPED"));
            }
            default -> client.fail(LOGS, "INVALID_PARAMS", "Invalid parameters");
        }
    }

    private static void follow(Client client, Parameters parameters) throws InterruptedException {
        var level = level(parameters.present(1).orElse("*"));
        if (level.isEmpty()) {
            client.fail(LOGS, "INVALID_PARAMS", "That is no level", Texts.word(parameters.at(1)));
            return;
        }
        client.send(line(client, LOGS, "FOLLOWING"));
        client.logs().follow(level.get(), parameters.at(2));
    }

    private static Optional<Level> level(String word) {
        return word.equals("*")
                ? Optional.of(Level.TRACE)
                : Arrays.stream(Level.values())
                        .filter(level -> level.name().equalsIgnoreCase(word))
                        .findFirst();
    }

    private static void status(Client client, Parameters parameters) throws InterruptedException {
        for (var figures : client.house().office().figures(LONGEST)) {
            client.send(line(client, STATUS, "FIGURES", figures));
        }
    }

    private static Message line(Client client, String command, String... parameters) {
        return Message.of(command, parameters).withSource(client.house().server());
    }
}
