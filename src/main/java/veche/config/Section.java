package veche.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The settings of one table of the file, from which a record is made. Where one is wrong, that is
/// noted, and the shipped value is taken instead, so that the rest is looked at as well.
///
/// @param prefix what stands before the table's keys in the names of its settings
/// @param chosen what the operator wrote, by name
/// @param shipped every setting that there is, by name; a key that is not in it is a bug
/// @param problems to which those that are found are added
record Section(
        String prefix,
        Map<String, Setting> chosen,
        Map<String, Setting> shipped,
        List<Problem> problems) {

    int number(String key) {
        return read(key, Kind.NUMBER);
    }

    <E extends Enum<E>> E choice(String key, Class<E> choices) {
        return read(key, Kind.choice(choices));
    }

    <T> T read(String key, Kind<T> kind) {
        var setting = setting(key);
        return kind.read(setting)
                .orElseGet(() -> {
                    problems.add(Problem.wrong(setting, kind.demand()));
                    return onlyShipped().read(key, kind);
                });
    }

    <T> List<T> list(String key, Kind<T> kind) {
        var setting = setting(key);
        if (!(setting.value() instanceof Setting.Several(var elements))) {
            problems.add(Problem.wrong(setting, Words.of("must.list", kind.demand())));
            return onlyShipped().list(key, kind);
        }
        var list = new ArrayList<T>();
        for (var one : elements) {
            kind.read(one)
                    .ifPresentOrElse(
                            list::add, () -> problems.add(Problem.wrong(one, kind.demand())));
        }
        return list.size() == elements.size() ? list : onlyShipped().list(key, kind);
    }

    /// Records of a table that may be written any number of times.
    <R> List<R> tables(String key, Repeated<R> kind) {
        var setting = setting(key);
        if (!(setting.value() instanceof Setting.Several(var elements))) {
            problems.add(Problem.wrong(setting, Words.of("must.tables", setting.name())));
            return List.of();
        }
        var all = new ArrayList<R>();
        for (var one : elements) {
            if (one.value() instanceof Setting.Table table) {
                kind.read(one, table, problems).ifPresent(all::add);
            } else {
                problems.add(Problem.wrong(one, Words.of("must.tables", setting.name())));
            }
        }
        return all;
    }

    <R> R section(String key, Function<Section, R> binding) {
        return new Section(prefix + key + ".", chosen, shipped, problems).bind(binding);
    }

    /// Makes a record of this table. What the record does not accept is a problem of the setting.
    <R> R bind(Function<Section, R> binding) {
        try {
            return binding.apply(this);
        } catch (Check.Unfit unfit) {
            unfit.demands()
                    .forEach((key, demand) -> problems.add(Problem.wrong(setting(key), demand)));
            return binding.apply(onlyShipped());
        }
    }

    private Section onlyShipped() {
        return new Section(prefix, shipped, shipped, new ArrayList<>());
    }

    private Setting setting(String key) {
        var name = prefix + key;
        return Optional.ofNullable(chosen.get(name))
                .or(() -> Optional.ofNullable(shipped.get(name)).map(Setting::untouched))
                .orElseThrow(() -> new IllegalStateException("not in veche.toml: " + name));
    }
}
