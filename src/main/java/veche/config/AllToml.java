package veche.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// Reads any TOML, and says what is wrong with what is none.
final class AllToml {

    private final Path path;

    private AllToml(Path path) {
        this.path = path;
    }

    /// What stands in a file: its tables, and the settings outside of them.
    ///
    /// @param path as the operator wrote it
    /// @throws ConfigException if it is not TOML
    static List<Setting> read(Path path, String text) throws ConfigException {
        var result = Toml.parse(text);
        if (result.hasErrors()) {
            throw new ConfigException(syntaxErrors(path, result));
        }
        return new AllToml(path).settings(result, List.of());
    }

    private static List<Words> syntaxErrors(Path path, TomlParseResult result) {
        return result.errors().stream()
                .map(error ->
                        new Problem(
                                Place.in(path, error.position()),
                                Words.of("problem.syntax", String.valueOf(error.getMessage()))))
                .sorted()
                .map(Problem::words)
                .toList();
    }

    private List<Setting> settings(TomlTable table, List<String> path) {
        return table.entrySet().stream()
                .map(entry -> {
                    var key = entry.getKey();
                    var place = place(table.inputPositionOf(List.of(key)));
                    return setting(below(path, key), entry.getValue(), place);
                })
                .toList();
    }

    private Setting setting(List<String> path, Object value, Place place) {
        return new Setting(
                Toml.joinKeyPath(path),
                switch (value) {
                    case TomlTable inner -> new Setting.Table(settings(inner, path));
                    case TomlArray array ->
                            new Setting.Several(
                                    IntStream.range(0, array.size())
                                            .mapToObj(index -> element(path, array, index, place))
                                            .toList());
                    default -> value;
                },
                place);
    }

    /// A table in a list has a place of its own; anything else is where the list is.
    private Setting element(List<String> path, TomlArray array, int index, Place list) {
        var value = array.get(index);
        return setting(
                path,
                value,
                value instanceof TomlTable ? place(array.inputPositionOf(index)) : list);
    }

    private Place place(@Nullable TomlPosition position) {
        return Place.in(path, requireNonNull(position, "everything in a file has a position"));
    }

    private static List<String> below(List<String> path, String key) {
        return Stream.concat(path.stream(), Stream.of(key)).toList();
    }
}
