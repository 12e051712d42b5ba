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
        if (isAscii(text)) {
            takeAscii(text, word, words);
        } else {
            // To upper case first: only that makes `ß` and `SS`, `ς` and `σ` the same.
            var upper = Normalizer.normalize(text.toUpperCase(Locale.ROOT), Normalizer.Form.NFKD);
            upper.codePoints().forEach(codePoint -> take(codePoint, word, words));
        }
        end(word, words);
        return words;
    }

    private static boolean isAscii(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /// The same as for all characters, but many times as fast.
    private static void takeAscii(String text, StringBuilder word, List<String> words) {
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c >= 'A' && c <= 'Z') {
                append(word, c - 'A' + 'a');
            } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                append(word, c);
            } else {
                end(word, words);
            }
        }
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
