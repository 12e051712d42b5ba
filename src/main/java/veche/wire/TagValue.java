package veche.wire;

/// How the value of a tag is written in a line. See [Message Tags, escaping
/// values](https://ircv3.net/specs/extensions/message-tags#escaping-values).
public final class TagValue {

    /// What has an escape, and at the same place the letter that stands for it.
    private static final String ESCAPED = "; \\\r\n";

    private static final String LETTERS = ":s\\rn";

    private TagValue() {}

    /// Writes a value so that it has no space, semicolon or line end; at most twice as long.
    public static String escape(String value) {
        var escaped = new StringBuilder(value.length());
        escape(value, escaped);
        return escaped.toString();
    }

    static void escape(String value, StringBuilder target) {
        if (isPlain(value)) {
            target.append(value);
            return;
        }
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            var index = ESCAPED.indexOf(c);
            if (index < 0) {
                target.append(c);
            } else {
                target.append('\\').append(LETTERS.charAt(index));
            }
        }
    }

    private static boolean isPlain(String value) {
        for (var i = 0; i < ESCAPED.length(); i++) {
            // Java looks for one character in many at once.
            if (value.indexOf(ESCAPED.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /// Reads a value. A backslash before anything that has no escape is dropped, and so is one at
    /// the end.
    public static String unescape(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        var value = new StringBuilder(escaped.length());
        for (var i = 0; i < escaped.length(); i++) {
            var c = escaped.charAt(i);
            if (c != '\\') {
                value.append(c);
            } else if (++i < escaped.length()) {
                var index = LETTERS.indexOf(escaped.charAt(i));
                value.append(index < 0 ? escaped.charAt(i) : ESCAPED.charAt(index));
            }
        }
        return value.toString();
    }
}
