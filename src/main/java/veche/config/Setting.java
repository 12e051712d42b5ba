package veche.config;

import java.util.List;
import java.util.stream.Collectors;
import org.tomlj.Toml;

/// A setting as somebody wrote it.
///
/// @param name as they know it: `limits.outbox`, or the flag `--line`
/// @param value a [Several], a [Table], or what TOML has: a text, a whole number, a date, …
record Setting(String name, Object value, Place place) {

    private static final int LONGEST_SHOWN = 80;
    private static final String HIDDEN = "\"…\"";

    /// A list.
    record Several(List<Setting> elements) {}

    /// What stands below a name.
    record Table(List<Setting> settings) {}

    /// The same, of an operator who wrote nothing of it: no line of their file is to blame.
    Setting untouched() {
        return new Setting(name, value, Place.DEFAULT);
    }

    /// What is refused as a hash may be somebody's password, and each gateway has one.
    private boolean isSecret() {
        return name.endsWith("password") || name.contains("gateways");
    }

    /// The value as TOML has it, cut if it is long, and with nothing in it that a terminal obeys.
    String shown() {
        var whole =
                switch (value) {
                    case String _ when isSecret() -> HIDDEN;
                    case Several _ when isSecret() -> "[…]";
                    case Long _ when name.endsWith(".password") -> HIDDEN;
                    case String text -> "\"" + Toml.tomlEscape(text) + "\"";
                    case Several(var elements) ->
                            elements.stream()
                                    .map(Setting::shown)
                                    .collect(Collectors.joining(", ", "[", "]"));
                    case Table _ -> "{…}";
                    default -> value.toString();
                };
        return whole.length() <= LONGEST_SHOWN ? whole : whole.substring(0, LONGEST_SHOWN) + "…";
    }
}
