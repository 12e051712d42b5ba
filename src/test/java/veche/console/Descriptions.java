package veche.console;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import veche.language.Language;

/// What the help of commands says.
public final class Descriptions {

    private Descriptions() {}

    /// Everything that can be written at a console and that its help does not explain.
    public static List<String> missing(Commands commands, Language language) {
        return missing(commands.picocli().commandLine(language));
    }

    /// As above, of a command line and the commands in it.
    public static List<String> missing(CommandLine commandLine) {
        return inner(commandLine.getCommandSpec()).flatMap(Descriptions::missing).toList();
    }

    private static Stream<String> missing(CommandSpec command) {
        var name = command.qualifiedName();
        var arguments =
                command.args().stream()
                        .filter(it -> !it.hidden() && it.description().length == 0)
                        .map(it -> name + " " + it.paramLabel());
        return HelpCommand.summary(command).isEmpty()
                ? Stream.concat(Stream.of(name), arguments)
                : arguments;
    }

    private static Stream<CommandSpec> inner(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .flatMap(inner -> Stream.concat(Stream.of(inner), inner(inner)));
    }
}
