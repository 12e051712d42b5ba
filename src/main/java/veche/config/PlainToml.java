package veche.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads TOML as most people write it, and our shipped file is written: a line has a `[table]`, or
/// a `key = value`, where the value is a text without escapes, a whole number, a truth, or a list
/// of such on the same line. That takes a millisecond; the library that reads all of TOML takes a
/// tenth of a second to get ready, and is asked only about what this does not read.
///
/// Whatever this reads, the library reads in the same way; a test compares the two.
final class PlainToml {

    private static final String NAME = "[A-Za-z0-9_-]+";
    private static final String AFTER = "(?=[],# ]|$)";

    private static final Pattern TABLE = Pattern.compile("\\[((?:" + NAME + "\\.)*" + NAME + ")]");
    private static final Pattern KEY = Pattern.compile("(" + NAME + ") *= *");
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]*)\"");
    private static final Pattern NUMBER = Pattern.compile("(0|-?[1-9][0-9]{0,17})" + AFTER);
    private static final Pattern TRUTH = Pattern.compile("(true|false)" + AFTER);
    private static final Pattern OPEN = Pattern.compile("(\\[) *");
    private static final Pattern COMMA = Pattern.compile("( *, *)");
    private static final Pattern CLOSE = Pattern.compile("( *])");
    private static final Pattern END = Pattern.compile("( *(?:#.*)?)$");

    /// It is no such line, or says again what was said before.
    private static final class NotPlain extends Exception {
        private static final long serialVersionUID = 1L;

        NotPlain() {
            super(null, null, false, false);
        }
    }

    private final Map<String, List<Setting>> tables = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private String table = "";

    private PlainToml() {
        tables.put("", new ArrayList<>());
    }

    /// What stands in a file: its tables, and the settings outside of them.
    ///
    /// @param path as the operator wrote it
    /// @return empty if there is anything in it that is not plain, right or wrong
    static Optional<List<Setting>> read(Path path, String text) {
        var reader = new PlainToml();
        try {
            var number = 1;
            for (var line : text.split("\r?\n", -1)) {
                reader.read(new Line(line, Place.in(path, number++, 1)));
            }
            return Optional.of(reader.within(""));
        } catch (NotPlain other) {
            return Optional.empty();
        }
    }

    private void read(Line line) throws NotPlain {
        if (line.isRemark()) {
            return;
        }
        if (line.has(TABLE)) {
            begin(line.take(TABLE), line.place());
        } else if (line.has(KEY)) {
            var key = line.take(KEY);
            add(table, line.setting(table.isEmpty() ? key : table + "." + key));
        }
        line.take(END);
    }

    private void begin(String name, Place place) throws NotPlain {
        var settings = new ArrayList<Setting>();
        var above = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        add(above, new Setting(name, new Setting.Table(settings), place));
        tables.put(name, settings);
        table = name;
    }

    private void add(String where, Setting setting) throws NotPlain {
        within(where).add(setting);
        if (!names.add(setting.name())) {
            throw new NotPlain();
        }
    }

    private List<Setting> within(String name) throws NotPlain {
        var settings = tables.get(name);
        if (settings == null) {
            throw new NotPlain();
        }
        return settings;
    }

    /// What is left of a line.
    private static final class Line {

        private final Matcher rest;
        private final boolean isRemark;
        private final Place place;

        /// @param place of its settings, and of all that is in them
        Line(String text, Place place) throws NotPlain {
            for (var i = 0; i < text.length(); i++) {
                if (Character.isISOControl(text.charAt(i))) {
                    throw new NotPlain();
                }
            }
            this.rest = END.matcher(text);
            this.isRemark = text.isEmpty() || text.charAt(0) == '#';
            this.place = place;
        }

        boolean isRemark() {
            return isRemark;
        }

        Place place() {
            return place;
        }

        Setting setting(String name) throws NotPlain {
            return new Setting(name, value(name), place);
        }

        private Object value(String name) throws NotPlain {
            if (has(TEXT)) {
                return take(TEXT);
            }
            if (has(NUMBER)) {
                return Long.valueOf(take(NUMBER));
            }
            return has(TRUTH) ? Boolean.valueOf(take(TRUTH)) : several(name);
        }

        private Setting.Several several(String name) throws NotPlain {
            var elements = new ArrayList<Setting>();
            take(OPEN);
            while (!has(CLOSE)) {
                if (!elements.isEmpty()) {
                    take(COMMA);
                }
                elements.add(setting(name));
            }
            take(CLOSE);
            return new Setting.Several(List.copyOf(elements));
        }

        boolean has(Pattern next) {
            return rest.usePattern(next).lookingAt();
        }

        /// Goes past what comes next.
        String take(Pattern next) throws NotPlain {
            if (!has(next)) {
                throw new NotPlain();
            }
            var taken = rest.group(1);
            rest.region(rest.end(), rest.regionEnd());
            return taken;
        }
    }
}
