package veche.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads one line, from left to right. Nothing is made of a part before it is known to be short
/// enough.
final class MessageParser {

    /// How many bytes end a line.
    private static final int END = 2;

    private final String line;
    private final LineLimits limits;
    private int next;

    MessageParser(String line, LineLimits limits) {
        this.line = line;
        this.limits = limits;
    }

    Parsed parse() {
        skipSpaces();
        var tagSection = isAt('@') ? word().substring(1) : "";
        if (Utf8.isLonger(tagSection, limits.tags())) {
            return Malformed.TAGS_TOO_LONG;
        }
        if (Utf8.most(line) + END > limits.rest() && lengthBesideTags(tagSection) > limits.rest()) {
            return Malformed.REST_TOO_LONG;
        }
        if (!Syntax.isText(line)) {
            return Malformed.ILLEGAL_CHARACTER;
        }
        skipSpaces();
        var source = isAt(':') ? word().substring(1) : "";
        skipSpaces();
        var command = word();
        if (!Syntax.isCommand(command)) {
            return line.isBlank() ? Malformed.EMPTY : Malformed.NO_COMMAND;
        }
        return new Message(tags(tagSection), source, command, parameters());
    }

    /// In bytes, with the two that end a line. The `@` and one space belong to the tags.
    private int lengthBesideTags(String tagSection) {
        var beforeAndAfter = Utf8.length(line) - Utf8.length(tagSection);
        var marks = tagSection.isEmpty() ? 0 : next < line.length() ? 2 : 1;
        return beforeAndAfter - marks + END;
    }

    private List<String> parameters() {
        var first = parameter();
        var second = parameter();
        var third = parameter();
        if (first == null) {
            return List.of();
        } else if (second == null) {
            return List.of(first);
        } else if (third == null) {
            return List.of(first, second); // as nearly all that is said
        }
        var all = new ArrayList<>(List.of(first, second));
        for (var parameter = third; parameter != null; parameter = parameter()) {
            all.add(parameter);
        }
        return all;
    }

    /// Takes the next parameter. Null if there is none.
    private @Nullable String parameter() {
        skipSpaces();
        if (isAt(':')) {
            var last = line.substring(next + 1);
            next = line.length();
            return last;
        }
        return next < line.length() ? word() : null;
    }

    private static Map<String, String> tags(String section) {
        if (section.isEmpty()) {
            return Map.of();
        }
        var tags = new LinkedHashMap<String, String>();
        for (var start = 0; start < section.length(); ) {
            var end = indexOrEnd(section, ';', start);
            var equals = Math.min(indexOrEnd(section, '=', start), end);
            var name = section.substring(start, equals);
            if (Syntax.isTagName(name)) {
                var value = section.substring(Math.min(equals + 1, end), end);
                tags.put(name, TagValue.unescape(value));
            }
            start = end + 1;
        }
        return tags;
    }

    private boolean isAt(char c) {
        return next < line.length() && line.charAt(next) == c;
    }

    private void skipSpaces() {
        while (isAt(' ')) {
            next++;
        }
    }

    /// Takes what comes before the next space.
    private String word() {
        var end = indexOrEnd(line, ' ', next);
        var word = line.substring(next, end);
        next = end;
        return word;
    }

    private static int indexOrEnd(String text, char c, int start) {
        var index = text.indexOf(c, start);
        return index < 0 ? text.length() : index;
    }
}
