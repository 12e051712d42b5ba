package veche.name;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import rocks.xmpp.precis.PrecisProfiles;

/// A name as it is shown and as it is compared.
///
/// @param text as it was written; by [CaseMapping#PRECIS] in composed form and usual width
/// @param folded the same without upper case: equal for all that is the same name
record Spelling(String text, String folded) {

    /// Accents and vowel signs in a row: more would climb over the lines above and below (UTS 39
    /// section 5.4).
    private static final int MOST_MARKS = 4;

    /// Spells a name; empty if it is not a legal one.
    ///
    /// @param longest in Unicode code points
    /// @param punctuation which characters it may have beside letters, digits and marks
    static Optional<Spelling> of(
            String written, CaseMapping mapping, int longest, IntPredicate punctuation) {
        // No rule of any mapping makes a text shorter than a quarter, and long input must not cost
        // time.
        if (written.isEmpty() || written.length() > 4 * longest) {
            return Optional.empty();
        }
        return mapping.spell(written).filter(spelling -> isLegal(spelling, longest, punctuation));
    }

    private static boolean isLegal(Spelling spelling, int longest, IntPredicate punctuation) {
        return isLegal(spelling.text, longest, punctuation)
                && (spelling.folded.equals(spelling.text)
                        || isLegal(spelling.folded, longest, punctuation));
    }

    /// By RFC 8265 section 3: as UsernameCasePreserved and as UsernameCaseMapped. Empty if it has
    /// characters that these do not allow.
    static Optional<Spelling> precis(String written) {
        if (isVisibleAscii(written)) {
            // Of what can be seen in ASCII everything is allowed, and only case is mapped.
            return Optional.of(new Spelling(written, written.toLowerCase(Locale.ROOT)));
        }
        try {
            var text = PrecisProfiles.USERNAME_CASE_PRESERVED.enforce(written);
            var folded = PrecisProfiles.USERNAME_CASE_MAPPED.enforce(text);
            return Optional.of(new Spelling(text, folded));
        } catch (IllegalArgumentException refusedByProfile) {
            return Optional.empty();
        }
    }

    private static boolean isVisibleAscii(String text) {
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c <= ' ' || c >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLegal(String text, int longest, IntPredicate punctuation) {
        var count = 0;
        var marks = isMark(text.codePointAt(0)) ? MOST_MARKS : 0;
        for (var at = 0; at < text.length(); count++) {
            var codePoint = text.codePointAt(at);
            marks = isMark(codePoint) ? marks + 1 : 0;
            if (marks > MOST_MARKS
                    || (marks == 0
                            && !Character.isLetterOrDigit(codePoint)
                            && !punctuation.test(codePoint))) {
                return false;
            }
            at += Character.charCount(codePoint);
        }
        return count <= longest;
    }

    private static boolean isMark(int codePoint) {
        return codePoint >= 0x80 && isMarkBeyondAscii(codePoint);
    }

    private static boolean isMarkBeyondAscii(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}
