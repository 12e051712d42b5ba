package veche.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The flags that beat settings, as the operator wrote them.
///
/// @param data of `--data`
/// @param line of each `--line`; empty if the flag was not given
public record Overrides(Optional<Path> data, List<String> line) {

    /// No flag was given.
    public static final Overrides NONE = new Overrides(Optional.empty(), List.of());

    public Overrides {
        line = List.copyOf(line);
    }

    /// The settings that the flags stand for, by name.
    Map<String, Setting> settings() {
        var settings = new TreeMap<String, Setting>();
        data.ifPresent(folder -> settings.put("data.folder", flag("--data", folder.toString())));
        if (!line.isEmpty()) {
            var addresses = line.stream().map(address -> flag("--line", address)).toList();
            settings.put("line.listen", flag("--line", new Setting.Several(addresses)));
        }
        return settings;
    }

    private static Setting flag(String name, Object value) {
        return new Setting(name, value, Place.COMMAND_LINE);
    }
}
