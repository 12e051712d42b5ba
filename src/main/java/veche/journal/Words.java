package veche.journal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import veche.event.Event;
import veche.event.Text;

/// The words of a text, as they are searched for: letters and digits, in lower case, without
/// accents. What is indexed and what is looked for go the same way, so that an index need know
/// nothing of languages.
final class Words {

    /// Of a longer word only the beginning counts, in characters (UTF-16).
    private static final int LONGEST = 100;

    private Words() {}

    static List<String> of(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        // To upper case first: only that makes `ß` and `SS`, `ς` and `σ` the same.
        var upper = decomposed(text.toUpperCase(Locale.ROOT));
        for (var at = 0; at < upper.length(); ) {
            var codePoint = upper.codePointAt(at);
            take(codePoint, word, words);
            at += Character.charCount(codePoint);
        }
        end(word, words);
        return words;
    }

    private static String decomposed(String text) {
        var isAscii = text.chars().allMatch(c -> c < 0x80);
        return isAscii ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
    }

    private static void take(int codePoint, StringBuilder word, List<String> words) {
        switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {}
            case Character.COMBINING_SPACING_MARK -> append(word, codePoint);
            default -> {
                if (Character.isLetterOrDigit(codePoint)) {
                    append(word, Character.toLowerCase(codePoint));
                } else {
                    end(word, words);
                }
            }
        }
    }

    private static void append(StringBuilder word, int codePoint) {
        if (word.length() < LONGEST) {
            word.appendCodePoint(codePoint);
        }
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /// What of a spoken event can be searched.
    static Optional<Text> text(Event.Spoken event) {
        return switch (event) {
            case Event.Said said -> Optional.of(said.text());
            case Event.Told told -> Optional.of(told.text());
            case Event.TopicSet set -> set.topic();
            case Event.Reacted _, Event.Withdrawn _ -> Optional.empty();
        };
    }

    /// The words of what somebody wrote, without what sets their type.
    static List<String> of(Text text) {
        return of(text.plain());
    }
}
