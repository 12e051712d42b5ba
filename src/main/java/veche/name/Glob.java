package veche.name;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// A text with wildcards: `*` stands for any characters or none, `?` for exactly one. A `\` before
/// `*`, `?` or `\` takes their meaning away; before anything else it is a character like any other,
/// as nicknames may have it (RFC 2812 section 2.5, which lacks the `\\`).
///
/// It compares as names do, by a [CaseMapping]; a character is a Unicode code point of the folded
/// text. Two are equal if they say the same: `A*?*` is `a?*`. A value; any thread.
public final class Glob {

    /// The longest one, in Unicode code points as written.
    public static final int LONGEST = 256;

    /// What stands in a pattern for `?`; no code point is negative.
    private static final int ONE = -1;

    /// What stands in a pattern for `*`.
    private static final int MANY = -2;

    private final String text;
    private final int[] pattern;
    private final CaseMapping mapping;

    private Glob(int[] pattern, CaseMapping mapping) {
        this.text = written(pattern);
        this.pattern = folded(pattern, mapping);
        this.mapping = mapping;
    }

    /// Reads one by [CaseMapping#PRECIS].
    static Optional<Glob> parse(String text) {
        return parse(text, CaseMapping.PRECIS);
    }

    /// Reads what a client or an operator wrote. Empty if it has no characters or more than
    /// [#LONGEST], or one that nobody can see, such as a control character.
    static Optional<Glob> parse(String text, CaseMapping mapping) {
        return isTooLong(text) ? Optional.empty() : read(text, mapping);
    }

    /// Whether it has more than [#LONGEST] characters.
    static boolean isTooLong(String text) {
        return text.length() > 2 * LONGEST || text.codePointCount(0, text.length()) > LONGEST;
    }

    /// Reads one of any length.
    static Optional<Glob> read(String text, CaseMapping mapping) {
        return !text.isEmpty() && text.codePoints().allMatch(Glob::isVisible)
                ? Optional.of(new Glob(pattern(text), mapping))
                : Optional.empty();
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    /// Code points and wildcards. Wildcards in a row are put in order, every `?` before one `*`.
    private static int[] pattern(String text) {
        var pattern = new int[text.length()];
        var length = 0;
        for (var at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            var isEscape = text.charAt(at) == '\\' && isSpecial(text, at + 1);
            if (isEscape) {
                at++;
            }
            var next = isEscape ? text.charAt(at) : meaning(text.codePointAt(at));
            var afterMany = length > 0 && pattern[length - 1] == MANY;
            if (afterMany && next == ONE) {
                pattern[length - 1] = ONE;
                pattern[length++] = MANY;
            } else if (!afterMany || next != MANY) {
                pattern[length++] = next;
            }
        }
        return Arrays.copyOf(pattern, length);
    }

    private static boolean isSpecial(String text, int at) {
        return at < text.length() && "*?\\".indexOf(text.charAt(at)) >= 0;
    }

    private static int meaning(int codePoint) {
        return switch (codePoint) {
            case '*' -> MANY;
            case '?' -> ONE;
            default -> codePoint;
        };
    }

    private static String written(int[] pattern) {
        var text = new StringBuilder();
        for (var i = 0; i < pattern.length; i++) {
            switch (pattern[i]) {
                case ONE -> text.append('?');
                case MANY -> text.append('*');
                case '*', '?' -> text.append('\\').appendCodePoint(pattern[i]);
                case '\\' -> text.append(needsEscape(pattern, i + 1) ? "\\\\" : "\\");
                default -> text.appendCodePoint(pattern[i]);
            }
        }
        return text.toString();
    }

    /// Whether a `\` before this place would be taken for an escape.
    private static boolean needsEscape(int[] pattern, int next) {
        return next < pattern.length
                && switch (pattern[next]) {
                    case ONE, MANY, '*', '?', '\\' -> true;
                    default -> false;
                };
    }

    /// The same with what is between the wildcards folded, piece by piece.
    private static int[] folded(int[] pattern, CaseMapping mapping) {
        var folded = IntStream.builder();
        var piece = new StringBuilder();
        for (var one : pattern) {
            if (one >= 0) {
                piece.appendCodePoint(one);
            } else {
                mapping.fold(piece.toString()).codePoints().forEach(folded);
                piece.setLength(0);
                folded.add(one);
            }
        }
        mapping.fold(piece.toString()).codePoints().forEach(folded);
        return folded.build().toArray();
    }

    /// Whether a text is what this stands for. Goes back to the last `*` only, so that it takes at
    /// most as many steps as the text has characters for each one of the pattern.
    public boolean matches(String text) {
        var folded = mapping.fold(text);
        var at = 0;
        var part = 0;
        var afterMany = -1;
        var again = 0;
        while (at < folded.length()) {
            var codePoint = folded.codePointAt(at);
            if (part < pattern.length && (pattern[part] == codePoint || pattern[part] == ONE)) {
                part++;
                at += Character.charCount(codePoint);
            } else if (part < pattern.length && pattern[part] == MANY) {
                afterMany = ++part;
                again = at;
            } else if (afterMany >= 0) {
                part = afterMany;
                again += Character.charCount(folded.codePointAt(again));
                at = again;
            } else {
                return false;
            }
        }
        return part == pattern.length || (part == pattern.length - 1 && pattern[part] == MANY);
    }

    /// Whether it stands for more than one text. One that does not can be looked up instead.
    public boolean hasWildcards() {
        return Arrays.stream(pattern).anyMatch(one -> one < 0);
    }

    /// What is shown: as it was written, without what is said twice.
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob that && Arrays.equals(pattern, that.pattern);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pattern);
    }

    @Override
    public String toString() {
        return text;
    }
}
