package veche.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    /// What sets type, and what stands around commands to programs.
    private static final String CODES =
            "\u0001\u0002\u0003\u0004\u000f\u0011\u0016\u001d\u001e\u001f";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "good morning",
                "Доброе утро",
                "👩‍🚀 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️",
                "שלום and hello",
                "  spaces stay  ",
                "%s {0} \\n <b> $(date)",
                "."
            })
    void whatPeopleWriteIsShownAsItIs(String written) {
        assertThat(Text.parse(written)).contains(new Text(written));
        assertThat(new Text(written)).hasToString(written);
    }

    @ParameterizedTest
    @CsvSource({
        "'\u001b[2Jgone', \ufffd[2Jgone", // a terminal escape sequence
        "a\u009bKb, a\ufffdKb", // the same, as one C1 character
        "'ring\u0007', ring\ufffd",
        "a\u0000b, a\ufffdb",
        "a\u007fb, a\ufffdb",
        "a\u2028b, a\ufffdb", // line separator
        "evil\u202egpj.exe, evil\ufffdgpj.exe", // right to left override
        "a\u2066b\u2069, a\ufffdb\ufffd", // isolates
        "a\ud83db, a\ufffdb", // half of an emoji
        "a\tb, a b"
    })
    void whatCouldGarbleAScreenIsReplaced(String written, String shown) {
        assertThat(Text.parse(written)).map(Text::value).contains(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\r\nb"})
    void aLineStaysALine(String written) {
        assertThat(Text.parse(written).orElseThrow().value()).doesNotContain("\r", "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\t", "\u2003", "   \t "})
    void nothingButWhiteSpaceIsNothing(String written) {
        assertThat(Text.parse(written)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Text(written));
    }

    @Test
    void aTextHasAnEnd() {
        assertThat(Text.parse("ы".repeat(65_536))).isPresent();
        assertThat(Text.parse("ы".repeat(65_537))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\rb", "\u001b", "a\tb", "\u202e", "\ud83d"})
    void anUnsafeTextInsideTheServerIsABug(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Text(text));
    }

    @ParameterizedTest
    @CsvSource({
        "'\u0002bold\u0002 and not', bold and not",
        "'\u000304,12red\u0003 12', red 12",
        "'\u00031,text', ',text'",
        "'\u0004ff0000,00FF00red\u0004 x', red x",
        "'\u001d\u001e\u001f\u0011\u0016all\u000f', all",
        "'\u0001VERSION\u0001', VERSION",
        "plain, plain"
    })
    void whatSetsTypeIsLeftOutForThoseWhoDoNotUnderstandIt(String written, String plain) {
        assertThat(Text.parse(written)).map(Text::plain).contains(plain);
    }

    @Test
    void aTextOfSeveralLinesHasThem() {
        var text = Text.ofLines(List.of("one", "", "three\u001b")).orElseThrow();
        assertThat(text.lines()).containsExactly("one", "", "three\ufffd");
        assertThat(Text.ofLines(List.of("", " "))).isEmpty();
    }

    @Test
    void aCommandToAProgramIsKnownByWhatStandsAroundIt() {
        assertThat(new Text("\u0001PING 1\u0001").isCommand()).isTrue();
        assertThat(new Text("PING 1").isCommand()).isFalse();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverIsSentCanNeitherBreakALineNorBeMadeSafeTwice(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 4_000; i++) {
            var written = text(random);
            Text.parse(written)
                    .ifPresent(text -> {
                        assertThat(text.value().codePoints().boxed())
                                .hasSameSizeAs(written.codePoints().boxed().toList())
                                .noneMatch(c -> Character.isISOControl(c) && CODES.indexOf(c) < 0);
                        assertThat(Text.parse(text.value())).contains(text);
                    });
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (var length = random.nextInt(20); length > 0; length--) {
            text.appendCodePoint(
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextInt(Character.MAX_CODE_POINT + 1);
                        case 1 -> random.nextInt(0x2000, 0x2070);
                        case 2 -> random.nextInt(0x10000);
                        default -> random.nextInt(0x100);
                    });
        }
        return text.toString();
    }
}
