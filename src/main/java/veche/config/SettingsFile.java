package veche.config;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

/// A file that is good TOML. Whether its settings are good is another matter.
///
/// @param path as the operator wrote it
record SettingsFile(Path path, TomlTable table) {

    /// The file that has every setting, with the value it has unless an operator changes it.
    static SettingsFile shipped() {
        try (var resource = SettingsFile.class.getResourceAsStream("veche.toml")) {
            if (resource == null) {
                throw new IllegalStateException("the shipped veche.toml is missing");
            }
            var text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return parse(Config.FILE, text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ConfigException bad) {
            throw new IllegalStateException("the shipped veche.toml is broken", bad);
        }
    }

    /// Reads what an operator wrote.
    ///
    /// @throws ConfigException if it cannot be read, or is not TOML
    static SettingsFile read(Path path) throws ConfigException {
        try {
            return parse(path, Files.readString(path));
        } catch (IOException unreadable) {
            throw new ConfigException(
                    List.of(
                            Words.of(
                                    "problem.unreadable",
                                    path.toString(),
                                    reason(path, unreadable))));
        }
    }

    private static Object reason(Path path, IOException unreadable) {
        return switch (unreadable) {
            case NoSuchFileException _ -> Words.of("unreadable.missing");
            case AccessDeniedException _ -> Words.of("unreadable.denied");
            case CharacterCodingException _ -> Words.of("unreadable.encoding");
            default ->
                    Files.isDirectory(path) ? Words.of("unreadable.folder") : unreadable.toString();
        };
    }

    /// A byte order mark, as some editors write it, is no part of the text.
    static SettingsFile parse(Path path, String text) throws ConfigException {
        var result = Toml.parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (result.hasErrors()) {
            throw new ConfigException(syntaxErrors(path, result));
        }
        return new SettingsFile(path, result);
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

    /// What stands in the file: its tables, and the settings outside of them.
    List<Setting> settings() {
        return settings(table, List.of());
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
