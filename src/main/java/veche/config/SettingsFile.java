package veche.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// A file that is good TOML. Whether its settings are good is another matter.
///
/// @param settings what stands in it: its tables, and the settings outside of them
record SettingsFile(List<Setting> settings) {

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
        var toml = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var plain = PlainToml.read(path, toml);
        return new SettingsFile(plain.isPresent() ? plain.get() : AllToml.read(path, toml));
    }
}
