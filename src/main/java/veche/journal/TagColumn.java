package veche.journal;

import java.util.LinkedHashMap;
import veche.event.Tags;

/// Tags in one column, as they stand in a line of IRC: `+draft/react=\:);+other`. See [Message
/// Tags](https://ircv3.net/specs/extensions/message-tags#format).
final class TagColumn {

    /// What has an escape, and at the same place the letter that stands for it.
    private static final String ESCAPED = "; \\\r\n";

    private static final String LETTERS = ":s\\rn";

    private TagColumn() {}

    static String write(Tags tags) {
        var column = new StringBuilder();
        tags.values()
                .forEach((name, value) -> {
                    column.append(column.isEmpty() ? "" : ";").append(name);
                    if (!value.isEmpty()) {
                        escape(value, column.append('='));
                    }
                });
        return column.toString();
    }

    private static void escape(String value, StringBuilder target) {
        for (var i = 0; i < value.length(); i++) {
            var index = ESCAPED.indexOf(value.charAt(i));
            if (index < 0) {
                target.append(value.charAt(i));
            } else {
                target.append('\\').append(LETTERS.charAt(index));
            }
        }
    }

    static Tags read(String column) {
        var values = new LinkedHashMap<String, String>();
        for (var tag : column.split(";", -1)) {
            var sign = tag.indexOf('=');
            if (sign < 0) {
                values.put(tag, "");
            } else {
                values.put(tag.substring(0, sign), unescape(tag.substring(sign + 1)));
            }
        }
        return new Tags(values);
    }

    private static String unescape(String written) {
        var value = new StringBuilder(written.length());
        for (var i = 0; i < written.length(); i++) {
            if (written.charAt(i) != '\\' || i + 1 == written.length()) {
                value.append(written.charAt(i));
            } else {
                i++;
                var index = LETTERS.indexOf(written.charAt(i));
                value.append(index < 0 ? written.charAt(i) : ESCAPED.charAt(index));
            }
        }
        return value.toString();
    }
}
