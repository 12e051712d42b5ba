package veche.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// `help`: what can be done, or how to write one command.
@Command(name = "help")
final class HelpCommand implements OperatorCommand.Inquiry {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "COMMAND", descriptionKey = "command")
    private List<String> about = new ArrayList<>();

    @Override
    public void run(Operator operator) {
        var found = spec.root();
        for (var word : about) {
            var inner = found.subcommands().get(word);
            if (inner == null) {
                throw new UnmatchedArgumentException(found.commandLine(), List.of(word));
            }
            found = inner.getCommandSpec();
        }
        if (found.parent() == null) {
            list(found, operator);
        } else {
            explain(found, operator);
        }
    }

    /// Says how to write one command.
    static void explain(CommandSpec command, Operator operator) {
        var usage = command.commandLine().getUsageMessage(Ansi.OFF).stripTrailing();
        var value = new LinkedHashMap<String, Object>();
        value.put("command", PicocliCommands.name(command));
        value.put("usage", usage);
        operator.print(usage);
        operator.answer(value);
    }

    private static void list(CommandSpec root, Operator operator) {
        var summaries = new LinkedHashMap<String, Object>();
        root.subcommands().forEach((name, it) -> summaries.put(name, summary(it.getCommandSpec())));
        operator.print(root.commandLine().getHelp().commandList().stripTrailing());
        operator.say("help.more");
        operator.answer(summaries);
    }

    /// What a command does, in a line.
    static String summary(CommandSpec command) {
        return String.join(" ", command.usageMessage().description());
    }

    @Override
    public Collection<String> candidates(ArgSpec argument) {
        return spec.root().subcommands().keySet();
    }
}
