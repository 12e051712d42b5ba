package veche.console;

import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import veche.language.Phrases;

/// What is wrong with a command line, in the operator's language; picocli itself knows only
/// English.
final class Misuse {

    private Misuse() {}

    static String words(ParameterException mistake, Phrases phrases, Desk desk) {
        var spec = mistake.getCommandLine().getCommandSpec();
        var help = (desk.prefix() + "help " + PicocliCommands.name(spec)).strip();
        return mistake(mistake, spec, phrases) + "\n" + phrases.text("misuse.help", help);
    }

    private static String mistake(ParameterException mistake, CommandSpec spec, Phrases phrases) {
        return switch (mistake) {
            case UnmatchedArgumentException e -> unmatched(e, spec, phrases);
            case MissingParameterException e -> missing(e, phrases);
            case OverwrittenOptionException e ->
                    phrases.text("misuse.twice", label(e.getOverwritten()));
            case ParameterException e when e.getArgSpec() != null && e.getValue() != null ->
                    phrases.text("misuse.value", e.getValue(), label(e.getArgSpec()))
                            + hint(e.getArgSpec(), phrases);
            default -> String.valueOf(mistake.getMessage());
        };
    }

    private static String unmatched(
            UnmatchedArgumentException mistake, CommandSpec spec, Phrases phrases) {
        var word = mistake.getUnmatched().getFirst();
        if (mistake.isUnknownOption()) {
            return phrases.text("misuse.option", word);
        }
        if (spec.parent() != null && spec.subcommands().isEmpty()) {
            return phrases.text("misuse.surplus", word);
        }
        var known = String.join(", ", spec.subcommands().keySet());
        return phrases.text("misuse.command", word, known);
    }

    private static String missing(MissingParameterException mistake, Phrases phrases) {
        var missing =
                mistake.getMissing().stream().map(Misuse::label).collect(Collectors.joining(", "));
        return phrases.text("misuse.missing", missing);
    }

    private static String hint(ArgSpec argument, Phrases phrases) {
        var type = argument.type();
        if (type.isEnum()) {
            return ": " + String.join(", ", Completion.values(argument));
        }
        return switch (type.getSimpleName()) {
            case "Duration" -> ": " + phrases.text("misuse.duration");
            case "Moment" -> ": " + phrases.text("misuse.moment");
            case "int", "Integer", "long", "Long" -> ": " + phrases.text("misuse.number");
            default -> "";
        };
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
