package veche.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// The settings that there are, and what was written over them. Collects what is wrong with that.
final class Settings {

    private final Map<String, Setting> shipped = new TreeMap<>();
    private final Set<String> tables = new HashSet<>();
    private final Map<String, Setting> chosen = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /// @param all the file that decides which settings and tables there are
    Settings(SettingsFile all) {
        survey(all.settings());
    }

    private void survey(List<Setting> all) {
        for (var setting : all) {
            if (setting.value() instanceof Setting.Table(var inner)) {
                tables.add(setting.name());
                survey(inner);
            } else {
                shipped.put(setting.name(), setting);
            }
        }
    }

    /// Takes what an operator wrote instead of what was there before.
    void overlay(SettingsFile file) {
        overlay(file.settings());
    }

    private void overlay(List<Setting> written) {
        for (var setting : written) {
            if (shipped.containsKey(setting.name())) {
                chosen.put(setting.name(), setting);
            } else if (!tables.contains(setting.name())) {
                problems.add(unknown(setting));
            } else if (setting.value() instanceof Setting.Table(var inner)) {
                overlay(inner);
            } else {
                problems.add(Problem.wrong(setting, Words.of("must.table", setting.name())));
            }
        }
    }

    void overlay(Overrides overrides) {
        chosen.putAll(overrides.settings());
    }

    /// Makes a record of the settings.
    ///
    /// @throws ConfigException if anything is wrong with them, from the top of the file down
    <R> R bind(Function<Section, R> binding) throws ConfigException {
        var record = new Section("", chosen, shipped, problems).bind(binding);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems.stream().sorted().map(Problem::words).toList());
        }
        return record;
    }

    private Problem unknown(Setting setting) {
        var isTable = setting.value() instanceof Setting.Table;
        return Problem.unknown(setting, isTable ? tables : shipped.keySet());
    }
}
