package veche.console;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import veche.language.Language;

/// The table of commands as picocli reads it. A server makes this only when an operator asks for
/// something: whatever links with picocli delays its start.
///
/// @param table makes each command anew for everyone who gives it
record PicocliCommands(List<Supplier<? extends OperatorCommand>> table) {

    /// The first word of every key in the bundle of descriptions, and of no command line.
    static final String ROOT = "veche";

    /// By this name operators know it; how the commands are read is no matter of the log.
    private static final Logger log = LoggerFactory.getLogger(Commands.class);

    /// Runs a command to its end on this thread. Never throws because of what the operator wrote.
    Exit run(Request request, Desk desk) {
        var phrases = Failure.phrases(request.language());
        var operator = new Operator(desk, phrases, request.seemsJson());
        try {
            var parsed = parse(request, desk);
            operator = new Operator(desk, phrases, request.json() || isGiven("--json", parsed));
            run(parsed, operator, desk);
            operator.done();
            return Exit.DONE;
        } catch (ParameterException e) {
            operator.fail(Misuse.words(e, phrases, desk), Exit.MISUSED);
            return Exit.MISUSED;
        } catch (Failure e) {
            operator.fail(e.in(phrases), e.exit());
            return e.exit();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.FAILED;
        } catch (IOException | RuntimeException e) {
            log.atError()
                    .addKeyValue("from", desk.name())
                    .setCause(e)
                    .log("an operator command failed");
            operator.fail(phrases.text("failed", e.toString()), Exit.FAILED);
            return Exit.FAILED;
        }
    }

    private ParseResult parse(Request request, Desk desk) {
        var commandLine = commandLine(request.language());
        commandLine.setUsageHelpWidth(Math.clamp(desk.width(), 55, 120));
        commandLine.setHelpFactory((spec, colours) -> new Usage(spec, colours, desk.prefix()));
        return innermost(commandLine.parseArgs(request.words().toArray(String[]::new)));
    }

    /// Also if it stands before the command's name.
    private static boolean isGiven(String option, ParseResult parsed) {
        return Boolean.TRUE.equals(parsed.commandSpec().findOption(option).getValue());
    }

    private static ParseResult innermost(ParseResult parsed) {
        return parsed.hasSubcommand() ? innermost(parsed.subcommand()) : parsed;
    }

    private static void run(ParseResult parsed, Operator operator, Desk desk)
            throws Failure, IOException, InterruptedException {
        var spec = parsed.commandSpec();
        if (isGiven("--help", parsed)) {
            HelpCommand.explain(spec, operator);
            return;
        }
        if (!(spec.userObject() instanceof OperatorCommand command)
                || command instanceof OperatorCommand.Group) {
            throw Failure.misuse(
                    "misuse.incomplete", String.join(", ", spec.subcommands().keySet()));
        }
        if (!(command instanceof OperatorCommand.Inquiry)) {
            // Only the name: what follows it may be somebody's words.
            log.atInfo()
                    .addKeyValue("command", name(spec))
                    .addKeyValue("from", desk.name())
                    .log("operator command");
        }
        command.run(operator);
        operator.requireSuccess();
    }

    /// The words of a line. What a [OperatorCommand.Speech] says is one of them.
    List<String> words(String line) {
        return CommandLineWords.of(line, this::isSpeech);
    }

    private boolean isSpeech(String name) {
        var command = commandLine(Language.ENGLISH).getSubcommands().get(name);
        return command != null && command.getCommand() instanceof OperatorCommand.Speech;
    }

    /// The name of a command as the operator writes it.
    static String name(CommandSpec spec) {
        return spec.qualifiedName().substring(ROOT.length()).strip();
    }

    /// picocli's model of the whole table, with commands that have not been used yet.
    CommandLine commandLine(Language language) {
        var root = new CommandLine(CommandSpec.create().name(ROOT));
        root.getCommandSpec().addOption(everywhere("-h", "--help").usageHelp(true).build());
        root.getCommandSpec().addOption(everywhere("--json").build());
        table.forEach(command -> add(command.get(), root));
        return root.setExpandAtFiles(false)
                .setColorScheme(Help.defaultColorScheme(Ansi.OFF)) // it may go into a pipe
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Duration.class, Durations::parse)
                .registerConverter(Moment.class, Moment::parse)
                .setResourceBundle(descriptions(language));
    }

    private static OptionSpec.Builder everywhere(String... names) {
        return OptionSpec.builder(names).type(boolean.class).scopeType(ScopeType.INHERIT);
    }

    private static void add(OperatorCommand command, CommandLine to) {
        var added = new CommandLine(command);
        added.setStopAtPositional(command instanceof OperatorCommand.Speech);
        command.commands().forEach(inner -> add(inner, added));
        to.addSubcommand(added);
    }

    private static ResourceBundle descriptions(Language language) {
        return ResourceBundle.getBundle(
                "veche.console.help",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
