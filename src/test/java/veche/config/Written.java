package veche.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import veche.language.Language;

/// What an operator wrote, in a folder of a test.
record Written(Path folder) {

    /// The configuration of a settings file with this text.
    Config load(String text) throws IOException, ConfigException {
        return Config.load(Optional.of(write(text)), Overrides.NONE);
    }

    /// What is said about a settings file with this text; the folder is left out.
    List<String> problems(String text) throws IOException {
        var file = write(text);
        var thrown =
                catchThrowableOfType(
                        ConfigException.class,
                        () -> Config.load(Optional.of(file), Overrides.NONE));
        return thrown.problems(Language.ENGLISH).stream()
                .map(problem -> problem.replace(file.toString(), "veche.toml"))
                .toList();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("veche.toml"), text);
    }
}
