package veche.config;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read without the library is read as the library reads it.
class PlainTomlTest {

    private static final Path FILE = Path.of("veche.toml");

    private static final List<String> PIECES =
            List.of(
                    "a",
                    "b-1",
                    "_",
                    "7",
                    "=",
                    " = ",
                    " = ",
                    ".",
                    "[",
                    "]",
                    "[a]",
                    "[a.b]",
                    "[c]",
                    "[[a]]",
                    "\"",
                    "\"\"",
                    "\"text\"",
                    "\"#\"",
                    "\"é 🐈\"",
                    "'",
                    "\\n",
                    "0",
                    "00",
                    "-0",
                    "-12",
                    "+3",
                    "1_000",
                    "1.5",
                    "999999999999999999",
                    "9999999999999999999",
                    "true",
                    "false",
                    "truely",
                    ", ",
                    ",",
                    "[]",
                    "[1, 2]",
                    "[[\"x\"], []]",
                    "{}",
                    " ",
                    "# note",
                    "\u0001",
                    "\u0085",
                    "\t",
                    "\r\n",
                    "\n",
                    "\n",
                    "\n",
                    "\na = ",
                    "\nb = ",
                    "\n[");

    @Test
    void theManualIsPlain() {
        assertThat(PlainToml.read(FILE, ManualTest.MANUAL)).isPresent();
    }

    @Test
    void theManualSaysTheSameToBoth() {
        assertThat(PlainToml.read(FILE, ManualTest.MANUAL).map(PlainTomlTest::sorted))
                .isEqualTo(all(ManualTest.MANUAL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = 1\na = 2",
                "[a]\n[a]",
                "b = 1\n[b]",
                "[a]\nb = 1\n[a.b]",
                "[a.b]\nc = 1",
                "a = \"\\n\"",
                "a = 'b'",
                "a = \"\"\"\nb\"\"\"",
                "a = 1_000",
                "a = 1.5",
                "a = 1 2",
                "a = [1,\n2]",
                "a.b = 1",
                "[[a]]",
                "a = \"\tb\"",
                "a",
                "a ="
            })
    void whatIsNotPlainIsLeftToTheLibrary(String text) {
        assertThat(PlainToml.read(FILE, text)).isEmpty();
    }

    @Test
    void whateverItReadsTheLibraryReadsInTheSameWay() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var read = 0;
        for (var round = 0; round < 20_000; round++) {
            var text = text(random);
            var plain = PlainToml.read(FILE, text).map(PlainTomlTest::sorted);
            if (plain.isPresent()) {
                read++;
                assertThat(plain).as("seed %d, of:\n%s", seed, text).isEqualTo(all(text));
            }
        }
        assertThat(read).as("read, seed %d", seed).isGreaterThan(100);
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(joining());
    }

    private static Optional<List<Setting>> all(String text) {
        try {
            return Optional.of(sorted(AllToml.read(FILE, text)));
        } catch (ConfigException refused) {
            return Optional.empty();
        }
    }

    /// The library has an order of its own.
    private static List<Setting> sorted(List<Setting> settings) {
        return settings.stream()
                .map(setting ->
                        setting.value() instanceof Setting.Table(var inner)
                                ? new Setting(
                                        setting.name(),
                                        new Setting.Table(sorted(inner)),
                                        setting.place())
                                : setting)
                .sorted(Comparator.comparing(Setting::name))
                .toList();
    }
}
