package veche.console;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;

/// How a line at the console falls into words: at spaces, except between double quotes. A backslash
/// takes the meaning from a quote or a space. An apostrophe is a letter.
final class CommandLineWords {

    /// A command with its options, and what it says.
    private static final Pattern SPEECH =
            Pattern.compile("\\s*(\\S+(?:\\s+--?[a-z]+)*)(?:\\s+--)?\\s+(\\S.*)");

    private CommandLineWords() {}

    static Parser parser() {
        return new DefaultParser().quoteChars(new char[] {'"'});
    }

    /// The words of a line; none if there is nothing in it.
    static List<String> of(String line) {
        ParsedLine parsed = parser().parse(line, line.length(), Parser.ParseContext.ACCEPT_LINE);
        return parsed.words().stream().filter(word -> !word.isEmpty()).toList();
    }

    /// The words of a line that says something to people: behind the command, its options and a
    /// `--`, all that they are told is one word, just as it was typed.
    static List<String> ofSpeech(String line) {
        var speech = SPEECH.matcher(line);
        return speech.matches()
                ? Stream.concat(of(speech.group(1)).stream(), Stream.of("--", speech.group(2)))
                        .toList()
                : of(line);
    }
}
