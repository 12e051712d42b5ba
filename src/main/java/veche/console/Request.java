package veche.console;

import java.util.List;
import veche.language.Language;

/// A command as an operator wrote it.
///
/// @param words the command's name and what follows it
/// @param json whether the answer is to be JSON, even if no option among the words says so
/// @param language what the operator reads
record Request(List<String> words, boolean json, Language language) {

    Request {
        words = List.copyOf(words);
    }

    /// Whether the answer is to be JSON, as far as that is known before the words are understood.
    boolean seemsJson() {
        return json || words.contains("--json");
    }
}
