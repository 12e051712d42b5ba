package veche.wire;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A long text cut into pieces that fit into lines.
public final class Pieces {

    static final int LONGEST_CODE_POINT = 4;

    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Pieces() {}

    /// Cuts a text. Nothing is lost: the pieces, put together, are the text.
    ///
    /// A piece ends after a space if there is one in its second half, else between two characters
    /// as a reader sees them (UAX #29, grapheme clusters), and within such a one only if it is
    /// longer than a piece; but never within a code point.
    ///
    /// @param bytes how long a piece may be in UTF-8; at least 4
    /// @return at least one piece, which is empty only if the text is
    public static List<String> of(String text, int bytes) {
        if (bytes < LONGEST_CODE_POINT) {
            throw new IllegalArgumentException("a piece must have at least 4 bytes, not " + bytes);
        }
        var pieces = new ArrayList<String>();
        var start = 0;
        do {
            var end = end(text, start, furthestEnd(text, start, bytes));
            pieces.add(text.substring(start, end));
            start = end;
        } while (start < text.length());
        return List.copyOf(pieces);
    }

    private static int furthestEnd(String text, int start, int bytes) {
        var end = start;
        for (var room = bytes; end < text.length(); ) {
            var codePoint = text.codePointAt(end);
            room -= Utf8.length(codePoint);
            if (room < 0) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    private static int end(String text, int start, int furthest) {
        if (furthest == text.length()) {
            return furthest;
        }
        for (var end = furthest; end > start + (furthest - start) / 2; end--) {
            if (text.charAt(end - 1) == ' ' && !isPartOfCharacterBefore(text.codePointAt(end))) {
                return end;
            }
        }
        return endOfCharacter(text, start, furthest);
    }

    private static boolean isPartOfCharacterBefore(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> codePoint == ZERO_WIDTH_JOINER;
        };
    }

    /// Looks only at the piece and the code point after it: that is enough to know where it may
    /// end, and the cost of cutting does not grow with the text.
    private static int endOfCharacter(String text, int start, int furthest) {
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text.substring(start, text.offsetByCodePoints(furthest, 1)));
        var length = furthest - start;
        var end = characters.isBoundary(length) ? length : characters.preceding(length);
        return end > 0 ? start + end : furthest;
    }
}
