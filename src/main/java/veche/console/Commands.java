package veche.console;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import veche.language.Language;

/// Everything that the operator can have done: the table of commands. The console and the control
/// socket both run what is in it, and help and completion are read off it. Safe for use by many
/// threads.
public final class Commands {

    private final List<Supplier<? extends OperatorCommand>> table;

    /// @param table makes each command anew for everyone who gives it; `help` need not be in it
    public Commands(List<Supplier<? extends OperatorCommand>> table) {
        // A method reference would have Java look at help, and so at picocli, at each start.
        this.table =
                Stream.concat(
                                Stream.<Supplier<? extends OperatorCommand>>of(
                                        () -> new HelpCommand()),
                                table.stream())
                        .toList();
    }

    /// Runs a command to its end on this thread. Never throws because of what the operator wrote.
    Exit run(Request request, Desk desk) {
        return picocli().run(request, desk);
    }

    /// Runs a line that an operator wrote in an IRC client, to its end on this thread, in English.
    /// Nothing is asked.
    ///
    /// @param operator their name in the settings
    /// @param answer takes each line of the answer
    /// @return how it ended
    public Exit run(String operator, String line, Consumer<String> answer) {
        var desk = new LineDesk(operator, text -> text.lines().forEach(answer), "stream.nobody");
        return run(line, Language.ENGLISH, desk);
    }

    /// Runs a line that an operator typed, as above.
    Exit run(String line, Language language, Desk desk) {
        var picocli = picocli();
        return picocli.run(new Request(picocli.words(line), false, language), desk);
    }

    /// What may come next in a line that is being written, in an IRC client as above.
    public List<Completed> complete(String line) {
        return new Completion(this, Language.ENGLISH).complete(line);
    }

    /// A way to go on with a line.
    ///
    /// @param start where in the line, in characters (UTF-16), the word begins that it completes
    /// @param text the whole of that word
    public record Completed(int start, String text) {}

    /// The same, as picocli reads them.
    PicocliCommands picocli() {
        return new PicocliCommands(table);
    }
}
