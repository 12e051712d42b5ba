package veche.wire;

/// Which texts may be which part of a message, by RFC 2812 section 2.3.1 and [Modern IRC, message
/// format](https://modern.ircdocs.horse/#message-format). Where Modern is wider, it is followed.
final class Syntax {

    private Syntax() {}

    /// Whether a text has nothing that would break its line: no NUL, CR or LF.
    static boolean isText(String text) {
        // Java looks for one character in many at once.
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && text.indexOf('\0') < 0;
    }

    /// Whether a text is one word within its line.
    static boolean isWord(String text) {
        return !text.isEmpty() && text.indexOf(' ') < 0 && isText(text);
    }

    /// Whether a text is a parameter without a colon before it.
    static boolean isMiddle(String text) {
        return isWord(text) && text.charAt(0) != ':';
    }

    /// Whether a text would be read as a command. Commands have letters or three digits; any word
    /// may be asked for, and is then unknown.
    static boolean isCommand(String text) {
        return isMiddle(text) && text.charAt(0) != '@';
    }

    /// Whether a text is the name of a tag, perhaps with `+` and a vendor: letters, digits, `-`,
    /// `.` and `/` of ASCII. Names are opaque, so where the last three stand is not looked at.
    static boolean isTagName(String text) {
        var start = text.startsWith("+") ? 1 : 0;
        for (var i = start; i < text.length(); i++) {
            if (!isTagCharacter(text.charAt(i))) {
                return false;
            }
        }
        return text.length() > start;
    }

    private static boolean isTagCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '-' && c <= '9');
    }

    /// Whether a text is the value of a tag, before it is escaped.
    static boolean isTagValue(String text) {
        return text.indexOf('\0') < 0;
    }
}
