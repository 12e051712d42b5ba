package veche.wire;

/// How long a text is on the wire.
public final class Utf8 {

    private Utf8() {}

    /// How many bytes a text becomes at most: each of its chars three.
    public static int most(String text) {
        return most(text.length());
    }

    /// How many bytes a text of so many chars becomes at most.
    public static int most(int chars) {
        return 3 * chars;
    }

    /// Whether a text becomes more than so many bytes. Of one that is clearly shorter they are not
    /// counted.
    static boolean isLonger(String text, int bytes) {
        return most(text) > bytes && length(text) > bytes;
    }

    /// How many bytes a text becomes. Half of a surrogate pair becomes one, a question mark.
    public static int length(String text) {
        var length = 0;
        for (var i = 0; i < text.length(); ) {
            var c = text.charAt(i);
            if (c < 0x80) {
                length++;
                i++;
            } else {
                var codePoint = text.codePointAt(i);
                length += length(codePoint);
                i += Character.charCount(codePoint);
            }
        }
        return length;
    }

    /// How many bytes one code point becomes.
    static int length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            return 1;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
