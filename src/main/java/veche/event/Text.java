package veche.event;

import java.util.Optional;

/// Words that somebody wrote: one line that is safe to show to anyone. It has no control
/// characters, so it can neither break a line nor move a terminal's cursor, and no invisible
/// characters that reorder what stands around them.
///
/// @param value 1 to 65,536 characters (UTF-16), not only white space
public record Text(String value) {

    private static final int LONGEST = 65_536;

    public Text {
        if (value.isBlank()
                || value.length() > LONGEST
                || value.codePoints().anyMatch(Text::isUnsafe)) {
            throw new IllegalArgumentException("not a safe line of text");
        }
    }

    /// Makes what a client sent safe: a tab becomes a space, any other unsafe character the
    /// replacement character (U+FFFD). Empty if nothing but white space would be left, or if it is
    /// too long.
    public static Optional<Text> parse(String written) {
        var safe = new StringBuilder(written.length());
        written.codePoints()
                .map(c -> c == '\t' ? ' ' : isUnsafe(c) ? 0xFFFD : c)
                .forEach(safe::appendCodePoint);
        var value = safe.toString();
        return value.isBlank() || value.length() > LONGEST
                ? Optional.empty()
                : Optional.of(new Text(value));
    }

    /// Control characters (C0, C1, DEL), line and paragraph separators, halves of surrogate pairs,
    /// and the bidirectional controls of Unicode (UAX #9), which can make a line read as if it said
    /// something else.
    private static boolean isUnsafe(int codePoint) {
        return Character.isISOControl(codePoint)
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069)
                || codePoint == 0x2028
                || codePoint == 0x2029
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    @Override
    public String toString() {
        return value;
    }
}
