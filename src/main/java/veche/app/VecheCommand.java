package veche.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import veche.bench.BenchCommand;
import veche.console.ControlClient;
import veche.console.Exit;
import veche.language.Language;

/// The command line of the program, with its commands, as picocli knows them.
@Command(
        name = "veche",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        synopsisSubcommandLabel = "COMMAND")
final class VecheCommand implements Runnable {

    private record Row(String name, Supplier<?> command) {}

    private static final List<Row> COMMANDS =
            List.of(
                    new Row("serve", ServeCommand::new),
                    new Row("echo", EchoCommand::new),
                    new Row("chat", ChatCommand::new),
                    new Row("ctl", ControlCommand::new),
                    new Row("password", PasswordCommand::new),
                    new Row("bench", BenchCommand::new));

    private VecheCommand() {}

    /// For these arguments: with the one command that the first of them names, or else with all,
    /// since picocli takes long to look at the options of each.
    static CommandLine line(String... arguments) {
        var words =
                ResourceBundle.getBundle(
                        "veche.app.help",
                        Language.ofSystem().locale(),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        var veche = new CommandLine(new VecheCommand());
        for (var row : named(arguments)) {
            veche.addSubcommand(row.name(), row.command().get());
        }
        var ctl = veche.getSubcommands().get("ctl");
        if (ctl != null) {
            // What follows the operator's command are that command's options.
            ctl.setStopAtPositional(true);
        }
        return veche.setResourceBundle(words).setParameterExceptionHandler(VecheCommand::explain);
    }

    private static List<Row> named(String... arguments) {
        var named =
                COMMANDS.stream()
                        .filter(row -> arguments.length > 0 && row.name().equals(arguments[0]))
                        .toList();
        return named.isEmpty() ? COMMANDS : named;
    }

    /// What is wrong with the arguments, and where to read how to write them.
    private static int explain(ParameterException mistake, String... arguments) {
        var command = mistake.getCommandLine();
        var words = new StringWriter();
        try (var lines = new PrintWriter(words)) {
            lines.println(mistake.getMessage());
            UnmatchedArgumentException.printSuggestions(mistake, lines);
            lines.print(
                    CannotStart.words(
                            "usage", command.getCommandSpec().qualifiedName() + " --help"));
        }
        var isControl = command.getCommand() instanceof ControlCommand;
        var given = isControl ? List.of(arguments).subList(1, arguments.length) : List.<String>of();
        return ControlClient.fail(words.toString(), Exit.MISUSED, false, given);
    }

    /// Without a command, there is only help.
    @Override
    public void run() {
        line().usage(System.out);
    }
}
