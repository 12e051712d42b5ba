package veche.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import veche.language.Language;

class ConfigExceptionTest {

    private Written written;

    @BeforeEach
    void inAFolder(@TempDir Path folder) {
        written = new Written(folder);
    }

    @Test
    void everythingThatIsWrongIsSaidFromTheTopDown() throws Exception {
        assertThat(
                        written.problems(
                                """
                                language = "tlh"
                                [limits]
                                outbox = 100
                                pipeline = "many"
                                connections = 0
                                lines = 5
                                [history]
                                keep_age = "5s"
                                """))
                .containsExactly(
                        "veche.toml, line 1, column 1: language must be one of \"en\", \"ru\", or"
                                + " \"auto\", but is \"tlh\".",
                        "veche.toml, line 3, column 1: limits.outbox must be a whole number from"
                                + " 8192 to 1073741824, but is 100.",
                        "veche.toml, line 4, column 1: limits.pipeline must be a whole number, but"
                                + " is \"many\".",
                        "veche.toml, line 5, column 1: limits.connections must be a whole number"
                                + " from 1 to 10000000, but is 0.",
                        "veche.toml, line 6, column 1: there is no setting limits.lines; did you"
                                + " mean limits.line?",
                        "veche.toml, line 8, column 1: history.keep_age must be a time span from"
                                + " \"1h\" to \"36500d\", but is \"5s\".");
    }

    @Test
    void whatMayBeSecretIsNotShown() throws Exception {
        assertThat(
                        written.problems(
                                """
                                [irc]
                                password = 8675309
                                gateways = [["hush-hush", "192.0.2.999"]]
                                """))
                .hasSize(2)
                .noneMatch(it -> it.contains("8675309") || it.contains("hush-hush"));
    }

    @Test
    void aNumberThatNoSettingCouldHoldIsOutOfBounds() throws Exception {
        assertThat(written.problems("limits.line = 9223372036854775807"))
                .containsExactly(
                        "veche.toml, line 1, column 1: limits.line must be a whole number from 512"
                                + " to 65536, but is 9223372036854775807.");
    }

    @Test
    void anElementOfAListIsShownByItself() throws Exception {
        assertThat(
                        written.problems(
                                """
                                [line]
                                listen = [
                                  "127.0.0.1:5050",
                                  "127.0.0.1:99999",
                                ]
                                """))
                .containsExactly(
                        "veche.toml, line 2, column 1: line.listen must be an address such as"
                                + " \"127.0.0.1:5050\" or \"[::1]:5050\", but is"
                                + " \"127.0.0.1:99999\".");
    }

    @Test
    void aNetworkThatIsNoneIsShownByItself() throws Exception {
        assertThat(
                        written.problems(
                                """
                                [limits.per_network]
                                exempt = ["10.0.0.0/8", "10/8"]
                                ipv4_bits = 33
                                """))
                .containsExactly(
                        "veche.toml, line 2, column 1: limits.per_network.exempt must be a network"
                                + " such as \"192.0.2.0/24\", \"2001:db8::/32\" or"
                                + " \"192.0.2.1\", but is \"10/8\".",
                        "veche.toml, line 3, column 1: limits.per_network.ipv4_bits must be a whole"
                                + " number from 8 to 32, but is 33.");
    }

    @Test
    void aServerListensSomewhereAndNowhereTwice() throws Exception {
        assertThat(written.problems("line.listen = []"))
                .singleElement()
                .asString()
                .contains("a list of at least one address, but is []");
        assertThat(written.problems("line.listen = [\"[::1]:5\", \"[::1]:5\"]"))
                .singleElement()
                .asString()
                .contains("without the same address twice, but is [\"[::1]:5\", \"[::1]:5\"]");
        assertThat(written.problems("line.listen = \"127.0.0.1:5050\""))
                .singleElement()
                .asString()
                .contains("line.listen must be a list");
    }

    @Test
    void aTableIsNoSettingAndASettingIsNoTable() throws Exception {
        assertThat(written.problems("limits = 5"))
                .containsExactly(
                        "veche.toml, line 1, column 1: limits must be a table that begins with"
                                + " [limits], but is 5.");
        assertThat(written.problems("[[limits]]\nline = 5"))
                .singleElement()
                .asString()
                .contains("limits must be a table", "but is [{…}]");
        assertThat(written.problems("[language]\ntag = \"ru\""))
                .singleElement()
                .asString()
                .contains("language must be one of", "but is {…}");
    }

    @Test
    void aMisspeltNameIsAnsweredWithTheNearestThatThereIs() throws Exception {
        assertThat(written.problems("pipline = 1"))
                .containsExactly(
                        "veche.toml, line 1, column 1: there is no setting pipline; did you mean"
                                + " limits.pipeline?");
        assertThat(written.problems("[limit]\nline = 600"))
                .containsExactly(
                        "veche.toml, line 1, column 1: there is no table limit; did you mean"
                                + " limits?");
        assertThat(written.problems("colour_of_the_sky = \"blue\""))
                .containsExactly(
                        "veche.toml, line 1, column 1: there is no setting colour_of_the_sky.");
        assertThat(written.problems("\"line.listen\" = []"))
                .singleElement()
                .asString()
                .contains("there is no setting \"line.listen\"");
    }

    @Test
    void whatIsNotTomlIsShownWithItsPlace() throws Exception {
        assertThat(written.problems("language = \"ru\"\nlimits = = 5"))
                .singleElement()
                .asString()
                .startsWith("veche.toml, line 2, column 10: this is not TOML: ");
    }

    @Test
    void aFileThatCannotBeReadIsNamedWithTheReason(@TempDir Path folder) throws Exception {
        assertThat(problems(folder.resolve("none.toml"), Language.ENGLISH))
                .contains("none.toml cannot be read: there is no such file.");
        assertThat(problems(folder, Language.ENGLISH)).contains("cannot be read: it is a folder.");
        var latin = Files.write(folder.resolve("latin.toml"), new byte[] {'#', (byte) 0xE9});
        assertThat(problems(latin, Language.ENGLISH)).contains("it is not text in UTF-8.");
    }

    @Test
    void theOperatorIsToldInTheirLanguage(@TempDir Path folder) throws Exception {
        assertThat(problems(folder.resolve("нет.toml"), Language.RUSSIAN))
                .startsWith("Не удаётся прочитать файл настроек ")
                .endsWith("нет.toml: нет такого файла.");
    }

    @Test
    void whatAFileSaysCannotMoveTheCursor() throws Exception {
        assertThat(written.problems("language = \"\\u001b[2J" + "x".repeat(500) + "\""))
                .singleElement()
                .asString()
                .contains("but is \"\\u001b[2Jxxx")
                .endsWith("xxx….");
    }

    private static String problems(Path file, Language language) {
        return String.join(
                "\n",
                catchThrowableOfType(
                                ConfigException.class,
                                () -> Config.load(Optional.of(file), Overrides.NONE))
                        .problems(language));
    }
}
