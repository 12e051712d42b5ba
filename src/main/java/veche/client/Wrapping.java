package veche.client;

import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.WCWidth;

/// Divides what is too long for a line of the terminal between its words. What goes on is indented,
/// so that it stands under the words before it, and does not look like what another said.
final class Wrapping {

    /// The indent of what goes on where there is no room for more, in columns.
    private static final int LEAST = 4;

    /// An address is left to the terminal, which knows that its parts belong together.
    private static final Pattern ADDRESS = Pattern.compile("https?://[!-~]+");

    private final int width;
    private final int indent;
    private final AttributedStringBuilder wrapped = new AttributedStringBuilder();
    private int column;

    private Wrapping(int width, int indent) {
        this.width = width;
        this.indent = indent;
    }

    /// Wraps a text, which may have line ends in it already.
    ///
    /// @param width of the terminal, in columns; at least 1
    /// @param indent of what goes on, in columns; less where that is more than half of the width
    static AttributedString wrap(AttributedString text, int width, int indent) {
        var fitting = indent <= width / 2 ? indent : Math.min(LEAST, width / 2);
        var wrapping = new Wrapping(width, fitting);
        wrapping.take(text);
        return wrapping.wrapped.toAttributedString();
    }

    private void take(AttributedString text) {
        for (var start = 0; start < text.length(); ) {
            if (text.charAt(start) == '\n') {
                wrapped.append('\n');
                column = 0;
                start++;
                continue;
            }
            var isSpace = isSpace(text.charAt(start));
            var end = start + 1;
            while (end < text.length()
                    && text.charAt(end) != '\n'
                    && isSpace(text.charAt(end)) == isSpace) {
                end++;
            }
            var part = text.subSequence(start, end);
            if (isSpace) {
                space(part, text, end);
            } else {
                word(part);
            }
            start = end;
        }
    }

    private static boolean isSpace(char c) {
        return Character.isSpaceChar(c);
    }

    /// Spaces before a word that goes to the next line are not needed there.
    private void space(AttributedString spaces, AttributedString text, int end) {
        var next = end;
        while (next < text.length() && text.charAt(next) != '\n' && !isSpace(text.charAt(next))) {
            next++;
        }
        var word = columns(text.subSequence(end, next));
        var fits = column + columns(spaces) + word <= width;
        var isEverTooLong = word > width - indent;
        if (fits || column == 0 || (isEverTooLong && column + columns(spaces) < width)) {
            append(spaces);
        } else if (word > 0) {
            goOn();
        }
    }

    private void word(AttributedString word) {
        if (column + columns(word) <= width || ADDRESS.matcher(word).matches()) {
            append(word);
            return;
        }
        for (var start = 0; start < word.length(); ) {
            var character = Character.codePointAt(word, start);
            var end = start + Character.charCount(character);
            // Marks stay with what they are on.
            if (column + Math.max(0, WCWidth.wcwidth(character)) > width && column > indent) {
                goOn();
            }
            append(word.subSequence(start, end));
            start = end;
        }
    }

    private void goOn() {
        wrapped.append('\n').append(" ".repeat(indent));
        column = indent;
    }

    private void append(AttributedString part) {
        wrapped.append(part);
        column += columns(part);
    }

    private static int columns(AttributedString text) {
        return text.columnLength();
    }
}
