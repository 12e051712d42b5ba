package veche.console;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;

/// How a line at the console falls into words: at spaces, except between double quotes. A backslash
/// takes the meaning from a quote or a space. An apostrophe is a letter.
final class CommandLineWords {

    /// As far as it matters here; not a number below zero.
    private static final String OPTION = "--?[A-Za-z][A-Za-z-]*+(?:=\\S*+)?+";

    /// A command with its options, and what it says. What has been read as an option stays one, or
    /// else the last of them would be said if nothing follows it.
    private static final Pattern SPEECH =
            Pattern.compile(
                    "\\s*+(?<command>(?:OPTION\\s++)*+(?<name>\\S++)(?:\\s++OPTION(?!\\S))*+)"
                                    .replace("OPTION", OPTION)
                            + "(?:\\s++--(?!\\S))?+\\s++(?<said>\\S.*+)",
                    Pattern.DOTALL);

    private CommandLineWords() {}

    static Parser parser() {
        return new DefaultParser().quoteChars(new char[] {'"'});
    }

    /// The words of a line; none if there is nothing in it.
    static List<String> of(String line) {
        ParsedLine parsed = parser().parse(line, line.length(), Parser.ParseContext.ACCEPT_LINE);
        return parsed.words().stream().filter(word -> !word.isEmpty()).toList();
    }

    /// The words of a line that may say something to people: behind the command, its options and a
    /// `--`, all that they are told is one word, just as it was typed.
    ///
    /// @param isSpeech whether a command of this name says something to people
    static List<String> of(String line, Predicate<String> isSpeech) {
        var speech = SPEECH.matcher(line);
        return speech.matches() && of(speech.group("name")).stream().anyMatch(isSpeech)
                ? Stream.concat(
                                of(speech.group("command")).stream(),
                                Stream.of("--", speech.group("said")))
                        .toList()
                : of(line);
    }
}
