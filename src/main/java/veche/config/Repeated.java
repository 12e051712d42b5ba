package veche.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// A table that may be written any number of times, such as `[[operator]]`.
///
/// @param required what must stand in each, with a value that would do
/// @param optional what may stand in each, with the value that it has otherwise
/// @param binding makes a record of one
record Repeated<R>(
        Map<String, Object> required, Map<String, Object> optional, Function<Section, R> binding) {

    /// Reads one of them.
    ///
    /// @param problems to which those that are found are added
    /// @return empty if there is one
    Optional<R> read(Setting written, Setting.Table table, List<Problem> problems) {
        var prefix = written.name() + ".";
        var known = new TreeMap<String, Setting>();
        required.forEach((key, value) -> add(known, written, prefix + key, value));
        optional.forEach((key, value) -> add(known, written, prefix + key, value));
        var found = new ArrayList<Problem>();
        var chosen = new TreeMap<String, Setting>();
        for (var setting : table.settings()) {
            if (known.containsKey(setting.name())) {
                chosen.put(setting.name(), setting);
            } else {
                found.add(Problem.unknown(setting, known.keySet()));
            }
        }
        required.keySet().stream()
                .map(key -> prefix + key)
                .filter(name -> !chosen.containsKey(name))
                .sorted()
                .forEach(name -> found.add(Problem.missing(written, name)));
        var record = new Section(prefix, chosen, known, found).bind(binding);
        problems.addAll(found);
        return found.isEmpty() ? Optional.of(record) : Optional.empty();
    }

    /// What is not written stands, so to speak, where the table begins.
    private static void add(
            Map<String, Setting> known, Setting written, String name, Object value) {
        known.put(name, new Setting(name, value, written.place()));
    }
}
