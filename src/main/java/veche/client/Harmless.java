package veche.client;

/// What others wrote, made safe to show. A terminal obeys control characters, wherever they come
/// from: they could move the cursor, write over what others said, set the title or have the
/// terminal type. Marks of direction could make a line read as something else.
final class Harmless {

    /// Stands in place of what is not shown.
    private static final char INSTEAD = '\uFFFD';

    private Harmless() {}

    /// A text of one line: no control characters, no marks of direction, no halves of surrogates. A
    /// tab is a space, and formatting codes of IRC (https://modern.ircdocs.horse/formatting) are
    /// dropped.
    static String line(String text) {
        return clean(text, false);
    }

    /// The same for a text that may have several lines.
    static String lines(String text) {
        return clean(text, true);
    }

    private static String clean(String text, boolean keepsLines) {
        var clean = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            var formatting = formatting(text, i);
            if (formatting > 0) {
                i += formatting;
                continue;
            }
            i += Character.charCount(c);
            if (c == '\t') {
                clean.append(' ');
            } else if (c == '\n' && keepsLines) {
                clean.append('\n');
            } else if (isHarmful(c)) {
                clean.append(INSTEAD);
            } else {
                clean.appendCodePoint(c);
            }
        }
        return clean.toString();
    }

    /// How many characters of a formatting code begin here; 0 if none does.
    private static int formatting(String text, int start) {
        return switch (text.charAt(start)) {
            case 0x02, 0x0F, 0x11, 0x16, 0x1D, 0x1E, 0x1F -> 1;
            case 0x03 -> 1 + colours(text, start + 1, 2, 10);
            case 0x04 -> 1 + colours(text, start + 1, 6, 16);
            default -> 0;
        };
    }

    private static int colours(String text, int start, int digits, int radix) {
        var end = digits(text, start, digits, radix);
        if (end > start && end < text.length() && text.charAt(end) == ',') {
            var second = digits(text, end + 1, digits, radix);
            end = second > end + 1 ? second : end;
        }
        return end - start;
    }

    private static int digits(String text, int start, int most, int radix) {
        var end = start;
        while (end < text.length() && end < start + most && isDigit(text.charAt(end), radix)) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c, int radix) {
        return c < 0x80 && Character.digit(c, radix) >= 0;
    }

    /// Whether a terminal, or a reader, could be led astray by this.
    static boolean isHarmful(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            // Zero-width joiners make emoji and letters of some scripts; all other unseen marks
            // lie.
            case Character.FORMAT -> c != 0x200C && c != 0x200D;
            default -> false;
        };
    }
}
