package veche.name;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/// Makes texts comparable that need not be names, such as pieces of a mask, by
/// [CaseMapping#PRECIS].
///
/// The rules are those of names (RFC 8265 section 3.3: width, case, composition), in the same
/// order, but nothing is refused. A text and a name that are folded here are equal if they are
/// equal as names. One rule is added: a final sigma is a sigma, since where a word ends is not
/// known in a piece of it.
final class Folding {

    private Folding() {}

    /// What is compared.
    static String fold(String text) {
        var lower = usualWidth(text).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Form.NFC).replace('ς', 'σ');
    }

    private static String usualWidth(String text) {
        if (text.chars().noneMatch(Folding::isOfUnusualWidth)) {
            return text;
        }
        var usual = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); at++) {
            var character = text.substring(at, at + 1);
            var isUnusual = isOfUnusualWidth(character.charAt(0));
            usual.append(isUnusual ? Normalizer.normalize(character, Form.NFKC) : character);
        }
        return usual.toString();
    }

    /// Full and half width forms (Unicode's block of that name).
    private static boolean isOfUnusualWidth(int character) {
        return character >= 0xFF00 && character <= 0xFFEF;
    }
}
