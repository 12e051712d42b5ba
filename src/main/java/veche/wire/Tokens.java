package veche.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Lists within one parameter, and the values of RPL_ISUPPORT.
public final class Tokens {

    private static final Pattern ESCAPE =
            Pattern.compile("\\\\x(20|5C|3D)", Pattern.CASE_INSENSITIVE);

    private Tokens() {}

    /// Reads a list with spaces, such as the capabilities of CAP REQ. Several count as one.
    public static List<String> words(String list) {
        return split(list, ' ', false);
    }

    /// Reads a list with commas, such as the channels of JOIN. What is empty is left out.
    public static List<String> items(String list) {
        return split(list, ',', false);
    }

    /// Reads a list with commas in which places count, such as the keys of JOIN: what is empty
    /// stays in its place. An empty text has one place.
    public static List<String> places(String list) {
        return split(list, ',', true);
    }

    /// @param keepsEmpty whether what is empty has its place
    private static List<String> split(String list, char separator, boolean keepsEmpty) {
        if (!list.isEmpty() && list.indexOf(separator) < 0) {
            return List.of(list);
        }
        var tokens = new ArrayList<String>();
        for (var start = 0; start <= list.length(); ) {
            var next = list.indexOf(separator, start);
            var end = next < 0 ? list.length() : next;
            if (keepsEmpty || end > start) {
                tokens.add(list.substring(start, end));
            }
            start = end + 1;
        }
        return List.copyOf(tokens);
    }

    /// Puts tokens, none of them empty, into as few lists as hold them in their order, such as the
    /// names in a channel.
    ///
    /// @param bytes how long a list may be in UTF-8; a token that is longer is a list of its own
    /// @return none if there are no tokens
    public static List<String> lists(List<String> tokens, char separator, int bytes) {
        var lists = new ArrayList<String>();
        var list = new StringBuilder();
        var length = 0;
        for (var token : tokens) {
            var more = Utf8.length(token);
            if (!list.isEmpty() && length + 1 + more > bytes) {
                lists.add(list.toString());
                list.setLength(0);
            }
            if (list.isEmpty()) {
                length = more;
            } else {
                list.append(separator);
                length += 1 + more;
            }
            list.append(token);
        }
        if (!list.isEmpty()) {
            lists.add(list.toString());
        }
        return List.copyOf(lists);
    }

    /// Writes a value of RPL_ISUPPORT without spaces, backslashes and equals signs. See [Modern
    /// IRC, RPL_ISUPPORT](https://modern.ircdocs.horse/#rplisupport-005).
    public static String escape(String value) {
        return value.replace("\\", "\\x5C").replace(" ", "\\x20").replace("=", "\\x3D");
    }

    /// Reads a value of RPL_ISUPPORT. What is not one of the three escapes stays as it is.
    public static String unescape(String escaped) {
        return ESCAPE.matcher(escaped)
                .replaceAll(found ->
                        switch (found.group(1)) {
                            case "20" -> " ";
                            case "5C", "5c" -> "\\\\";
                            default -> "=";
                        });
    }
}
