package veche.console;

import java.util.List;
import veche.language.Language;

/// A command as an operator wrote it.
///
/// @param words the command's name and what follows it
/// @param json whether the answer is to be JSON, even if no option among the words says so
/// @param language what the operator reads
record Request(List<String> words, boolean json, Language language) {

    private static final String END_OF_OPTIONS = "--";

    Request {
        words = List.copyOf(words);
    }

    /// Whether the answer is to be JSON, as far as that is known before the words are understood.
    boolean seemsJson() {
        return json || words.subList(0, optionsEnd()).contains("--json");
    }

    /// Before which word all options stand: the first that is said to people, or a `--`.
    private int optionsEnd() {
        var name = skipOptions(0);
        if (name < words.size() && words.get(name).equals(SayCommand.NAME)) {
            return skipOptions(name + 1);
        }
        var end = words.indexOf(END_OF_OPTIONS);
        return end < 0 ? words.size() : end;
    }

    private int skipOptions(int from) {
        var at = from;
        while (at < words.size()
                && words.get(at).startsWith("-")
                && !words.get(at).equals(END_OF_OPTIONS)) {
            at++;
        }
        return at;
    }
}
