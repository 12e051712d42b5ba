package veche.name;

import rocks.xmpp.precis.PrecisProfiles;

/// How names are written and compared: RFC 8265 (PRECIS usernames), with fewer characters than it
/// allows.
final class Spelling {

    private Spelling() {}

    /// Whether a character may stand in a name. Spaces, commas, slashes and the like mean something
    /// in commands.
    static boolean isNameCharacter(int codePoint) {
        return codePoint == '-'
                || codePoint == '_'
                || codePoint == '.'
                || Character.isLetterOrDigit(codePoint)
                || isMark(codePoint);
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /// Whether both profiles of RFC 8265 section 3 accept the text and neither makes it longer than
    /// `longest` code points.
    static boolean isUsername(String text, int longest) {
        // No rule of the profiles makes a text shorter than a quarter, and long input must not cost
        // time.
        if (text.length() > 4 * longest) {
            return false;
        }
        try {
            return length(preserved(text)) <= longest && length(folded(text)) <= longest;
        } catch (IllegalArgumentException refusedByProfile) {
            return false;
        }
    }

    static String preserved(String text) {
        return PrecisProfiles.USERNAME_CASE_PRESERVED.enforce(text);
    }

    static String folded(String text) {
        return PrecisProfiles.USERNAME_CASE_MAPPED.enforce(text);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
