package veche.config;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The shipped `veche.toml` is the manual, and the only place where the defaults stand.
class ManualTest {

    static final String MANUAL = manual();
    private static final List<String> LINES = MANUAL.lines().toList();

    /// The manual without comments, so that most mutations hit something.
    private static final String BARE =
            MANUAL.lines().filter(line -> !line.startsWith("#")).collect(joining("\n"));

    /// Characters that mean something in TOML, or in a value of ours.
    private static final String TOML = "\"'[]{}=.,#\n\\-+_:0179aeinftxTZ";

    private Written written;

    @BeforeEach
    void inAFolder(@TempDir Path folder) {
        written = new Written(folder);
    }

    @Test
    void theManualIsASettingsFileThatChangesNothing() throws Exception {
        assertThat(written.load(MANUAL)).isEqualTo(Config.load(Optional.empty(), Overrides.NONE));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everySettingIsExplainedByACommentAboveIt(int line) {
        assertThat(LINES.get(line - 1)).startsWith("# ");
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everySettingIsReadAndItsPlaceIsKnown(int line) throws Exception {
        var setting = LINES.get(line);
        var lines = Stream.concat(LINES.stream().limit(line), Stream.of(key(setting) + " = 0.5"));

        var problems = written.problems(String.join("\n", lines.toList()));

        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("veche.toml, line " + (line + 1) + ", column 1: ")
                .contains(key(setting) + " must be ")
                .endsWith("but is 0.5.");
    }

    @Test
    void whateverIsDoneToTheManualItIsReadOrRefused() throws IOException {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var round = 0; round < 1000; round++) {
            var mutation = mutated(random);
            try {
                written.load(mutation);
            } catch (ConfigException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            } catch (RuntimeException accident) {
                throw new AssertionError("seed " + seed + ", of:\n" + mutation, accident);
            }
        }
    }

    private static String mutated(Random random) {
        var text = new StringBuilder(BARE);
        for (var changes = 1 + random.nextInt(4); changes > 0; changes--) {
            var at = random.nextInt(text.length());
            var end = Math.min(text.length(), at + random.nextInt(8));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, text.substring(at, end));
                case 2 -> text.insert(at, TOML.charAt(random.nextInt(TOML.length())));
                default -> text.setCharAt(at, (char) random.nextInt(0x500));
            }
        }
        // At a backslash and u without its digits tomlj trips over an assertion of its own where
        // assertions are on, as they are in tests; elsewhere it says what is wrong.
        return text.toString().replace("\\u", "\\t");
    }

    /// The indexes of the lines that have a setting.
    static IntStream settings() {
        return IntStream.range(0, LINES.size()).filter(i -> LINES.get(i).matches("\\w+ = .*"));
    }

    private static String key(String setting) {
        return setting.substring(0, setting.indexOf(' '));
    }

    private static String manual() {
        try (var resource = Config.class.getResourceAsStream("veche.toml")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
