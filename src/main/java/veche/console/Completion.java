package veche.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import veche.language.Language;

/// What may come next on a command line, read off the table of commands.
final class Completion implements Completer {

    private final Commands commands;
    private final Language language;

    Completion(Commands commands, Language language) {
        this.commands = commands;
        this.language = language;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        candidates.addAll(after(line.words().subList(0, line.wordIndex()), line.word()));
    }

    /// All that may come next in a line, as far as it is written, and begins with what is there of
    /// the word at its end. Words between quotes are not completed.
    List<Commands.Completed> complete(String line) {
        var parsed =
                CommandLineWords.parser().parse(line, line.length(), Parser.ParseContext.COMPLETE);
        var begun = parsed.word().toLowerCase(Locale.ROOT);
        var start = line.length() - parsed.word().length();
        if (!line.endsWith(parsed.word())) {
            return List.of();
        }
        return after(parsed.words().subList(0, parsed.wordIndex()), parsed.word()).stream()
                .map(Candidate::value)
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(begun))
                .sorted()
                .map(value -> new Commands.Completed(start, value))
                .toList();
    }

    /// All that may come after some words, whether or not it begins with what is already there of
    /// the next one, except that options are told only to who has begun one.
    List<Candidate> after(List<String> words, String begun) {
        var command = commands.picocli().commandLine(language).getCommandSpec();
        OptionSpec awaiting = null;
        var arguments = 0;
        for (var word : words) {
            var inner = arguments == 0 ? command.subcommands().get(word) : null;
            if (awaiting != null) {
                awaiting = null;
            } else if (word.startsWith("-")) {
                awaiting = optionWithValue(command, word);
            } else if (inner != null) {
                command = inner.getCommandSpec();
            } else {
                arguments++;
            }
        }
        if (awaiting != null) {
            return candidates(values(command, awaiting));
        }
        return begun.startsWith("-") ? options(command) : next(command, arguments);
    }

    private static @Nullable OptionSpec optionWithValue(CommandSpec command, String word) {
        var option = command.findOption(word);
        return option != null && option.arity().max() > 0 ? option : null;
    }

    private static List<Candidate> options(CommandSpec command) {
        return command.options().stream()
                .map(option -> candidate(option.longestName(), option.description()))
                .toList();
    }

    private static List<Candidate> next(CommandSpec command, int arguments) {
        var next = new ArrayList<Candidate>();
        if (arguments == 0) {
            command.subcommands()
                    .forEach((name, it) ->
                            next.add(candidate(name, HelpCommand.summary(it.getCommandSpec()))));
        }
        for (PositionalParamSpec argument : command.positionalParameters()) {
            if (argument.index().contains(arguments)) {
                next.addAll(candidates(values(command, argument)));
            }
        }
        return next;
    }

    private static Stream<String> values(CommandSpec command, ArgSpec argument) {
        var dynamic =
                command.userObject() instanceof OperatorCommand declared
                        ? declared.candidates(argument)
                        : List.<String>of();
        return Stream.concat(values(argument).stream(), dynamic.stream());
    }

    /// The values that are known beforehand, such as the constants of an enum.
    static List<String> values(ArgSpec argument) {
        var known = argument.completionCandidates();
        return known == null
                ? List.of()
                : StreamSupport.stream(known.spliterator(), false)
                        .map(value -> value.toLowerCase(Locale.ROOT))
                        .toList();
    }

    private static List<Candidate> candidates(Stream<String> values) {
        return values.map(Candidate::new).toList();
    }

    private static Candidate candidate(String value, String... description) {
        return new Candidate(value, value, null, String.join(" ", description), null, null, true);
    }
}
