package veche.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import veche.language.Language;

/// What the operator chose. One that exists is a good one; hand each class only the part it needs.
///
/// @param language of the console, and of people who have not chosen one
/// @param zone in which times are shown, empty for the system's; ask for [#timeZone]
public record Config(
        Language language,
        Optional<ZoneId> zone,
        Data data,
        Site server,
        Line line,
        Irc irc,
        Http http,
        Tls tls,
        Names names,
        Accounts accounts,
        Channels channels,
        History history,
        Limits limits,
        Privacy privacy,
        Log log,
        IrcOperators operators) {

    /// What a settings file is called where none is named.
    public static final Path FILE = Path.of("veche.toml");

    /// Reads the settings: each from the flags if it is there, else from the file, else from the
    /// shipped `veche.toml` in this package, which is also the manual. Reads files and nothing
    /// else: no folder is made, and no host is looked up.
    ///
    /// @param file what the operator wrote; empty to take what is shipped
    /// @throws ConfigException with everything that is wrong, not only the first of it
    public static Config load(Optional<Path> file, Overrides overrides) throws ConfigException {
        var settings = new Settings(SettingsFile.shipped());
        if (file.isPresent()) {
            settings.overlay(SettingsFile.read(file.get()));
        }
        settings.overlay(overrides);
        return settings.bind(Config::from);
    }

    /// The zone in which times are shown. Java reads a file of all zones for the first that it is
    /// asked for: who starts asks late.
    public ZoneId timeZone() {
        return zone.orElseGet(ZoneId::systemDefault);
    }

    private static Config from(Section section) {
        var names = section.section("names", Names::from);
        var mapping = names.casemapping();
        return new Config(
                section.read("language", Kind.LANGUAGE.or("auto", Language.ofSystem(), it -> it)),
                section.read("time_zone", Kind.ZONE.or("system", Optional.empty(), Optional::of)),
                section.section("data", Data::from),
                section.section("server", Site::from),
                section.section("line", Line::from),
                section.section("irc", Irc::from),
                section.section("http", Http::from),
                section.section("tls", Tls::from),
                names,
                section.section("accounts", Accounts::from),
                section.section("channels", channels -> Channels.from(channels, mapping)),
                section.section("history", History::from),
                section.section("limits", Limits::from),
                section.section("privacy", Privacy::from),
                section.section("log", Log::from),
                section.bind(operators -> IrcOperators.from(operators, mapping)));
    }
}
