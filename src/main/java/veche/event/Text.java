package veche.event;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words that somebody wrote: one line, or several, that are safe to show to anyone. They have no
/// control characters that move a terminal's cursor, and no invisible characters that reorder what
/// stands around them. What they may have are the codes by which IRC clients set type (see
/// https://modern.ircdocs.horse/formatting), and those around commands to other programs (CTCP);
/// [#plain] is for those who do not understand them.
///
/// @param value 1 to 65,536 characters (UTF-16), not only white space; lines are separated by a
///   line feed
public record Text(String value) {

    private static final int LONGEST = 65_536;

    /// No character.
    private static final int NOTHING = -1;

    /// Bold, colour, hexadecimal colour, reset, monospace, reverse, italics, strikethrough,
    /// underline.
    private static final String TYPE = "\u0002\u0003\u0004\u000f\u0011\u0016\u001d\u001e\u001f";

    /// Stands before and after a command to another program.
    private static final char COMMAND = '\u0001';

    /// The codes that set type, with the colours that follow them.
    private static final Pattern SET_TYPE =
            Pattern.compile(
                    "\u0003(?:\\d{1,2}(?:,\\d{1,2})?)?"
                            + "|\u0004(?:[0-9A-Fa-f]{6}(?:,[0-9A-Fa-f]{6})?)?"
                            + "|[\u0001\u0002\u000f\u0011\u0016\u001d\u001e\u001f]");

    public Text {
        if (value.isBlank() || value.length() > LONGEST || !isSafe(value, '\n')) {
            throw new IllegalArgumentException("not safe to show");
        }
    }

    /// Makes what a client sent safe: a tab becomes a space, any other unsafe character the
    /// replacement character (U+FFFD). Empty if nothing but white space would be left, or if it is
    /// too long.
    public static Optional<Text> parse(String written) {
        return of(safe(written));
    }

    /// As [#parse], of several lines.
    public static Optional<Text> ofLines(List<String> lines) {
        var safe = lines.stream().map(Text::safe).collect(Collectors.joining("\n"));
        return of(safe);
    }

    private static Optional<Text> of(String safe) {
        return safe.isBlank() || safe.length() > LONGEST
                ? Optional.empty()
                : Optional.of(new Text(safe));
    }

    private static String safe(String written) {
        if (isSafe(written, NOTHING)) {
            return written; // as nearly all is
        }
        var safe = new StringBuilder(written.length());
        written.codePoints()
                .map(c -> c == '\t' ? ' ' : isUnsafe(c) ? 0xFFFD : c)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }

    /// @param allowed a character that is safe here
    private static boolean isSafe(String text, int allowed) {
        for (var at = 0; at < text.length(); ) {
            var codePoint = text.codePointAt(at);
            if (codePoint != allowed && isUnsafe(codePoint)) {
                return false;
            }
            at += Character.charCount(codePoint);
        }
        return true;
    }

    /// Its lines; usually one.
    public List<String> lines() {
        return value.indexOf('\n') < 0 ? List.of(value) : List.of(value.split("\n", -1));
    }

    /// Whether it is a command to the programs of those who read it, and not for people.
    public boolean isCommand() {
        return value.charAt(0) == COMMAND;
    }

    /// The words without what sets their type.
    public String plain() {
        return setsType() ? SET_TYPE.matcher(value).replaceAll("") : value;
    }

    private boolean setsType() {
        for (var at = 0; at < value.length(); at++) {
            if (value.charAt(at) < ' ') {
                return true;
            }
        }
        return false;
    }

    /// Control characters (C0, C1, DEL) but those that set type, line and paragraph separators,
    /// halves of surrogate pairs, and the bidirectional controls of Unicode (UAX #9), which can
    /// make a line read as if it said something else.
    private static boolean isUnsafe(int codePoint) {
        if (codePoint >= ' ' && codePoint < 0x7F) {
            return false;
        }
        return (Character.isISOControl(codePoint)
                        && codePoint != COMMAND
                        && TYPE.indexOf(codePoint) < 0)
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
