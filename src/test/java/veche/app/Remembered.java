package veche.app;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a script calls `<so>`: parts of lines that were read, such as the id of a message, for use
/// further down.
final class Remembered {

    private static final Pattern SPECIAL = Pattern.compile("…|<([a-z][a-z0-9-]*)>");

    private final Map<String, String> values = new HashMap<>();

    /// Puts in what is known for each `<name>`. What is not known stays as it is.
    String fill(String words) {
        return SPECIAL.matcher(words)
                .replaceAll(found -> {
                    var name = found.group(1);
                    var value = name == null ? null : values.get(name);
                    return Matcher.quoteReplacement(value == null ? found.group() : value);
                });
    }

    /// Whether a line is the expected one, in which `…` is any text. A `<name>` that is not known
    /// is any word, and is remembered; one that is known is what was remembered.
    boolean matches(String expected, String line) {
        var pattern = new StringBuilder();
        var groups = new HashMap<String, Integer>();
        var special = SPECIAL.matcher(expected);
        var end = 0;
        while (special.find()) {
            pattern.append(Pattern.quote(expected.substring(end, special.start())));
            pattern.append(part(special.group(1), groups));
            end = special.end();
        }
        pattern.append(Pattern.quote(expected.substring(end)));
        var match = Pattern.compile(pattern.toString()).matcher(line);
        if (!match.matches()) {
            return false;
        }
        groups.forEach((name, group) -> values.put(name, match.group(group)));
        return true;
    }

    private String part(@Nullable String name, Map<String, Integer> groups) {
        if (name == null) {
            return ".*";
        }
        var known = values.get(name);
        if (known != null) {
            return Pattern.quote(known);
        }
        var group = groups.get(name);
        if (group != null) {
            return "\\" + group;
        }
        groups.put(name, groups.size() + 1);
        return "([^ ;]+)";
    }
}
