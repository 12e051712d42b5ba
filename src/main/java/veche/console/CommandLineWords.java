package veche.console;

import java.util.List;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;

/// How a line at the console falls into words: at spaces, except between double quotes. A backslash
/// takes the meaning from a quote or a space. An apostrophe is a letter.
final class CommandLineWords {

    private CommandLineWords() {}

    static Parser parser() {
        return new DefaultParser().quoteChars(new char[] {'"'});
    }

    /// The words of a line; none if there is nothing in it.
    static List<String> of(String line) {
        ParsedLine parsed = parser().parse(line, line.length(), Parser.ParseContext.ACCEPT_LINE);
        return parsed.words().stream().filter(word -> !word.isEmpty()).toList();
    }
}
