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
/// @param irc of each `--irc`; empty if the flag was not given
/// @param ircTls of each `--irc-tls`; empty if the flag was not given
/// @param http of each `--http`; empty if the flag was not given
/// @param https of each `--https`; empty if the flag was not given
public record Overrides(
        Optional<Path> data,
        List<String> line,
        List<String> irc,
        List<String> ircTls,
        List<String> http,
        List<String> https) {

    /// No flag was given.
    public static final Overrides NONE = data(Optional.empty());

    public Overrides {
        line = List.copyOf(line);
        irc = List.copyOf(irc);
        ircTls = List.copyOf(ircTls);
        http = List.copyOf(http);
        https = List.copyOf(https);
    }

    /// At most `--data` was given.
    public static Overrides data(Optional<Path> data) {
        return new Overrides(data, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /// The settings that the flags stand for, by name.
    Map<String, Setting> settings() {
        var settings = new TreeMap<String, Setting>();
        data.ifPresent(folder -> settings.put("data.folder", flag("--data", folder.toString())));
        addresses(settings, "line.listen", "--line", line);
        addresses(settings, "irc.listen", "--irc", irc);
        addresses(settings, "irc.tls_listen", "--irc-tls", ircTls);
        addresses(settings, "http.listen", "--http", http);
        addresses(settings, "http.tls_listen", "--https", https);
        return settings;
    }

    private static void addresses(
            Map<String, Setting> settings, String name, String flag, List<String> written) {
        if (!written.isEmpty()) {
            var addresses = written.stream().map(address -> flag(flag, address)).toList();
            settings.put(name, flag(flag, new Setting.Several(addresses)));
        }
    }

    private static Setting flag(String name, Object value) {
        return new Setting(name, value, Place.COMMAND_LINE);
    }
}
