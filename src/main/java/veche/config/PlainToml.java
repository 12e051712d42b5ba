package veche.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads TOML as most people write it, and our shipped file is written: a line has a `[table]`, or
/// a `key = value`, where the value is a text without escapes, a whole number, a truth, or a list
/// of such on the same line. That takes a millisecond; the library that reads all of TOML takes a
/// tenth of a second to get ready, and is asked only about what this does not read.
///
/// Whatever this reads, the library reads in the same way; a test compares the two.
final class PlainToml {

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
            for (var line : text.split("\n", -1)) {
                reader.read(new Line(line, Place.in(path, number++, 1)));
            }
            return Optional.of(reader.within(""));
        } catch (NotPlain other) {
            return Optional.empty();
        }
    }

    private void read(Line line) throws NotPlain {
        if (line.skip("[")) {
            begin(line.path(), line.place());
            line.take("]");
        } else if (!line.isOver()) {
            var key = line.key();
            line.spaces();
            line.take("=");
            line.spaces();
            add(table, line.setting(table.isEmpty() ? key : table + "." + key));
        }
        line.end();
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

    /// A line, and how far it has been read.
    private static final class Line {

        private static final Pattern NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,17}");

        private final String text;
        private final Place place;
        private int at;

        /// @param place of its settings, and of all that is in them
        Line(String text, Place place) throws NotPlain {
            this.text = text;
            this.place = place;
            for (var i = 0; i < text.length(); i++) {
                if (Character.isISOControl(text.charAt(i))) {
                    throw new NotPlain();
                }
            }
        }

        Place place() {
            return place;
        }

        /// Whether nothing is left but a remark.
        boolean isOver() {
            return at == text.length() || text.charAt(at) == '#';
        }

        void end() throws NotPlain {
            spaces();
            if (!isOver()) {
                throw new NotPlain();
            }
        }

        void spaces() {
            while (skip(" ")) {
                // Another one?
            }
        }

        boolean skip(String next) {
            if (!text.startsWith(next, at)) {
                return false;
            }
            at += next.length();
            return true;
        }

        void take(String next) throws NotPlain {
            if (!skip(next)) {
                throw new NotPlain();
            }
        }

        /// A name of a table, of one key or several.
        String path() throws NotPlain {
            var start = at;
            do {
                key();
            } while (skip("."));
            return text.substring(start, at);
        }

        String key() throws NotPlain {
            return word("-_");
        }

        /// Letters, digits and some others.
        private String word(String others) throws NotPlain {
            var start = at;
            while (at < text.length() && isPart(text.charAt(at), others)) {
                at++;
            }
            if (at == start) {
                throw new NotPlain();
            }
            return text.substring(start, at);
        }

        private static boolean isPart(char sign, String others) {
            return (sign >= 'a' && sign <= 'z')
                    || (sign >= 'A' && sign <= 'Z')
                    || (sign >= '0' && sign <= '9')
                    || others.indexOf(sign) >= 0;
        }

        Setting setting(String name) throws NotPlain {
            return new Setting(name, value(name), place);
        }

        private Object value(String name) throws NotPlain {
            if (skip("\"")) {
                return quoted();
            }
            return skip("[") ? several(name) : bare(word("-+_.:"));
        }

        private String quoted() throws NotPlain {
            var start = at;
            var end = text.indexOf('"', start);
            if (end < 0 || text.substring(start, end).contains("\\")) {
                throw new NotPlain();
            }
            at = end + 1;
            return text.substring(start, end);
        }

        private static Object bare(String word) throws NotPlain {
            if (word.equals("true") || word.equals("false")) {
                return Boolean.valueOf(word);
            }
            if (!NUMBER.matcher(word).matches()) {
                throw new NotPlain();
            }
            return Long.valueOf(word);
        }

        private Setting.Several several(String name) throws NotPlain {
            var elements = new ArrayList<Setting>();
            spaces();
            while (!skip("]")) {
                if (!elements.isEmpty()) {
                    take(",");
                    spaces();
                }
                elements.add(setting(name));
                spaces();
            }
            return new Setting.Several(List.copyOf(elements));
        }
    }
}
