package veche.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URLDecoder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    /// What names may be made of, and what makes them hostile.
    private static final String[] PIECES = {
        "a",
        "B",
        "7",
        ".",
        "..",
        "/",
        "\\",
        " ",
        "\u00a0",
        "\0",
        "\n",
        "\u007f",
        "\u0085",
        "\u202e",
        "\u200d",
        "\u200b",
        "\ufeff",
        "\u2028",
        "й",
        "e",
        "\u0301",
        "茶",
        "🍵",
        "\ud83c",
        "<",
        ">",
        ":",
        "\"",
        "'",
        "|",
        "?",
        "*",
        "&",
        "%",
        ";",
        "con",
        "NUL",
        "com1",
        ".png",
        ".tar.gz",
        "~",
        "\u037e",
        "\u1fef",
        "\u0338",
        "ǅ",
        "%2e",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "..",
                ".",
                "/etc/passwd",
                "a/b.png",
                "..\\veche.toml",
                "C:\\autoexec.bat",
                "a\0.png",
                "a\r\nSet-Cookie: b",
                "a\u0085b",
                "\u007f",
                "\ud83c",
            })
    void whatIsNoNameIsRefused(String sent) {
        assertThat(FileName.parse(sent)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new FileName(sent));
    }

    @ParameterizedTest
    @CsvSource({
        "cat.png, cat.png",
        "чай и мёд.txt, чай и мёд.txt",
        "茶🍵.png, 茶🍵.png",
        "' cat.png ', cat.png",
        "'', file",
        "'   ', file",
        "..., file",
        ".bashrc, bashrc",
        "cat.png., cat.png",
        "invoice\u202egpj.exe, invoicegpj.exe",
        "\ufeffcat\u200b.png, cat.png",
        "e\u0301.png, é.png",
        "e\u200b\u0301.png, é.png",
        "<img src=x onerror=alert(1)>.png, _img src=x onerror=alert(1)_.png",
        "a$(reboot)`id`&.txt, a_(reboot)_id__.txt",
        "con, _con",
        "NUL.txt, _NUL.txt",
        "Com1.tar.gz, _Com1.tar.gz",
        "lpt¹, _lpt¹",
        "concert.png, concert.png",
    })
    void aNameIsMadeHarmless(String sent, String name) {
        assertThat(FileName.parse(sent).orElseThrow().text()).isEqualTo(name);
    }

    @Test
    void aLongNameKeepsItsEnding() {
        var name = FileName.parse("a".repeat(300) + ".png").orElseThrow().text();
        assertThat(name).hasSize(FileName.LONGEST).endsWith("aa.png");
        assertThat(FileName.parse("a".repeat(1001))).isEmpty();
    }

    @Test
    void aLongNameThatLooksLikeADeviceWhenItIsCutIsNotTooLong() {
        var sent = "con" + " ".repeat(100) + "x.txt";
        assertThat(FileName.parse(sent).orElseThrow().text()).startsWith("_con ").endsWith(".txt");
    }

    @Test
    void noCharacterIsCutInTwo() {
        var name = FileName.parse("a" + "🍵".repeat(100)).orElseThrow().text();
        assertThat(name).endsWith("🍵");
        assertThat(name.length()).isLessThanOrEqualTo(FileName.LONGEST);
    }

    @Test
    void whateverIsSentTheNameIsHarmless() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var round = 0; round < 20_000; round++) {
            var sent = new StringBuilder();
            for (var pieces = random.nextInt(12); pieces > 0; pieces--) {
                sent.append(PIECES[random.nextInt(PIECES.length)]);
            }
            FileName.parse(sent.toString()).ifPresent(name -> assertHarmless(name, seed));
        }
    }

    private static void assertHarmless(FileName name, long seed) {
        assertThat(name.text())
                .as("seed %s", seed)
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(FileName.LONGEST)
                .doesNotContainPattern("[/\\\\<>:\"|?*\\p{Cc}\\p{Cs}\u202e\u2028\ufeff]")
                .doesNotMatch("^[.\\h].*|.*[.\\h]$")
                .doesNotMatch("(?i)(con|nul|com1)\\h*(\\..*)?");
        assertThat(FileName.parse(name.text())).as("seed %s", seed).contains(name);
        assertThat(name.encoded()).as("seed %s", seed).matches("[A-Za-z0-9._~%-]+");
        assertThat(URLDecoder.decode(name.encoded(), UTF_8)).isEqualTo(name.text());
        assertThat(name.plain()).as("seed %s", seed).matches("[ !#-$&-\\[\\]-~]+");
    }
}
