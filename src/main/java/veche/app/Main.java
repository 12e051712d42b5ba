package veche.app;

import java.util.Objects;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import veche.bench.BenchCommand;
import veche.console.Exit;
import veche.language.Language;

/// The program: `veche serve`, `veche echo`, `veche chat`, `veche ctl`, `veche password`, `veche
/// bench`.
@Command(
        name = "veche",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            EchoCommand.class,
            ChatCommand.class,
            ControlCommand.class,
            PasswordCommand.class,
            BenchCommand.class
        })
public final class Main implements Runnable {

    private Main() {}

    /// Does what the arguments say, and ends the process: with 0 if that went well, 1 if it failed,
    /// 2 if the arguments make no sense, 3 if `ctl` found no server; and with what
    /// [veche.client.Exit] says for `chat`.
    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var words =
                ResourceBundle.getBundle(
                        "veche.app.help",
                        Language.ofSystem().locale(),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        var veche =
                new CommandLine(new Main())
                        .setResourceBundle(words)
                        .setParameterExceptionHandler(Main::explain);
        // What follows the operator's command are that command's options.
        Objects.requireNonNull(veche.getSubcommands().get("ctl")).setStopAtPositional(true);
        return veche;
    }

    /// What is wrong with the arguments, and where to read how to write them.
    private static int explain(ParameterException mistake, String... arguments) {
        var command = mistake.getCommandLine();
        var error = command.getErr();
        error.println(mistake.getMessage());
        UnmatchedArgumentException.printSuggestions(mistake, error);
        error.println(
                CannotStart.words("usage", command.getCommandSpec().qualifiedName() + " --help"));
        return Exit.MISUSED.code();
    }

    /// Without a command, there is only help.
    @Override
    public void run() {
        commandLine().usage(System.out);
    }
}
