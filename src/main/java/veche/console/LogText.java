package veche.console;

import org.jspecify.annotations.Nullable;

/// The words of a log record, made safe: whatever a client sent, it can neither begin a record of
/// its own nor do anything to the terminal of whoever reads the log.
final class LogText {

    /// How much of one message or value is kept, in characters.
    private static final int LONGEST = 8192;

    /// How long most records are at most, in characters.
    private static final int USUAL = 160;

    private final StringBuilder text = new StringBuilder(USUAL);

    LogText(@Nullable String message) {
        append(String.valueOf(message));
    }

    /// Adds `key=value`; a value that is not one plain word is quoted.
    void value(String key, @Nullable Object value) {
        var written = String.valueOf(value);
        text.append(' ');
        append(key);
        text.append('=');
        if (isPlain(written)) {
            append(written);
        } else {
            text.append('"');
            append(written.replace("\\", "\\\\").replace("\"", "\\\""));
            text.append('"');
        }
    }

    private static boolean isPlain(String value) {
        for (var at = 0; at < value.length(); at++) {
            var c = value.charAt(at);
            if (Character.isSpaceChar(c) || "\"=\\".indexOf(c) >= 0) {
                return false;
            }
        }
        return !value.isEmpty();
    }

    /// Adds a stack trace on lines of their own.
    void trace(String trace) {
        trace.lines()
                .forEach(line -> {
                    text.append("\n\t");
                    append(line.strip());
                });
    }

    private void append(String written) {
        if (isHarmless(written)) {
            text.append(written);
            return;
        }
        var at = 0;
        for (var count = 0; at < written.length() && count < LONGEST; count++) {
            var character = written.codePointAt(at);
            append(character);
            at += Character.charCount(character);
        }
        if (at < written.length()) {
            text.append('…');
        }
    }

    /// Whether it is short, and in letters, digits and signs of ASCII: as nearly all is.
    private static boolean isHarmless(String written) {
        var at = 0;
        while (at < written.length() && written.charAt(at) >= ' ' && written.charAt(at) <= '~') {
            at++;
        }
        return at == written.length() && at <= LONGEST;
    }

    private void append(int character) {
        switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    escape(character);
            case Character.FORMAT -> {
                if (reorders(character)) {
                    escape(character);
                } else {
                    text.appendCodePoint(character);
                }
            }
            default -> text.appendCodePoint(character);
        }
    }

    /// The bidirectional controls of Unicode (UAX #9) can make a line read as if it said something
    /// else. Other format characters hold emoji together.
    private static boolean reorders(int character) {
        return (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }

    private void escape(int character) {
        switch (character) {
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> text.append("\\u%04x".formatted(character));
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
