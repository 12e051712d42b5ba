package veche.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every text that anybody could send as a name.
class RandomNamesTest {

    private static final int TEXTS = 4_000;

    static Stream<Arguments> seeds() {
        return Arrays.stream(CaseMapping.values())
                .flatMap(names ->
                        LongStream.rangeClosed(1, 8).mapToObj(seed -> Arguments.of(names, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("seeds")
    void aNicknameThatIsReadBackIsTheSameName(CaseMapping names, long seed) {
        forRandomTexts(
                seed,
                text -> names.parseNickname(text).ifPresent(RandomNamesTest::isReadBackTheSame));
    }

    private static void isReadBackTheSame(Nickname name) {
        var fromText = name.mapping().nickname(name.text());
        assertThat(fromText).isEqualTo(name).hasToString(name.text());
        var fromFolded = name.mapping().nickname(name.folded());
        assertThat(fromFolded).isEqualTo(name).hasToString(name.folded());
        assertThat(fromFolded.folded()).isEqualTo(name.folded());
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("seeds")
    void aChannelNameThatIsReadBackIsTheSameName(CaseMapping names, long seed) {
        forRandomTexts(
                seed,
                text ->
                        names.parseChannel("#" + text)
                                .ifPresent(RandomNamesTest::isReadBackTheSame));
    }

    private static void isReadBackTheSame(ChannelName name) {
        var fromText = name.mapping().channel(name.text());
        assertThat(fromText).isEqualTo(name).hasToString(name.text());
        var fromFolded = name.mapping().channel(name.folded());
        assertThat(fromFolded).isEqualTo(name).hasToString(name.folded());
        assertThat(fromFolded.folded()).isEqualTo(name.folded());
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("seeds")
    void aNameIsWithinItsBoundsAndHasNothingUnsafe(CaseMapping names, long seed) {
        forRandomTexts(
                seed,
                text -> names.parseNickname(text).ifPresent(RandomNamesTest::isBoundedAndSafe));
    }

    private static void isBoundedAndSafe(Nickname name) {
        assertThat(name.text().codePoints().boxed())
                .hasSizeBetween(1, Nickname.LONGEST)
                .allMatch(Character::isDefined)
                .noneMatch(Character::isISOControl)
                .noneMatch(Character::isWhitespace)
                .noneMatch(Character::isIdentifierIgnorable);
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("seeds")
    void aNameIsMatchedHoweverItIsWritten(CaseMapping names, long seed) {
        forRandomTexts(
                seed,
                text -> names.parseNickname(text).ifPresent(RandomNamesTest::isMatchedByItself));
    }

    private static void isMatchedByItself(Nickname name) {
        assertThat(name.mapping().fold(name.text()))
                .isEqualTo(name.mapping().fold(name.folded()))
                .isEqualTo(name.folded().replace('ς', 'σ'));
        var whole = glob(name, name.text(), "");
        assertThat(whole.hasWildcards()).isFalse();
        assertThat(whole.matches(name.text())).isTrue();
        assertThat(whole.matches(name.folded())).isTrue();
        var beginning = glob(name, name.text().replaceFirst("\\P{M}\\p{M}*$", ""), "*");
        assertThat(beginning.matches(name.folded())).as(beginning.text()).isTrue();
    }

    private static Glob glob(Nickname name, String literal, String rest) {
        return name.mapping().parseGlob(literal.replace("\\", "\\\\") + rest).orElseThrow();
    }

    private static void forRandomTexts(long seed, Consumer<String> check) {
        var random = new Random(seed);
        for (var i = 0; i < TEXTS; i++) {
            check.accept(text(random));
        }
    }

    /// Letters of one script, at times with accidents in between.
    private static String text(Random random) {
        var script = SCRIPTS.get(random.nextInt(SCRIPTS.size()));
        var accidents = random.nextInt(4) == 0 ? random.nextDouble() : 0;
        var text = new StringBuilder();
        for (var length = random.nextInt(36); length > 0; length--) {
            var accident = random.nextDouble() < accidents;
            text.appendCodePoint(accident ? anything(random) : script.applyAsInt(random));
        }
        return text.toString();
    }

    private static int anything(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(Character.MAX_CODE_POINT + 1);
            case 1 -> random.nextInt(0x10000);
            case 2 -> random.nextInt(0x300, 0x370);
            default -> random.nextInt(0x80);
        };
    }

    private static final List<ToIntFunction<Random>> SCRIPTS =
            List.of(
                    between('a', 'z'),
                    between('A', 'z'),
                    between(0x00C0, 0x024F), // Latin with accents
                    between(0x0370, 0x03FF), // Greek
                    between(0x0400, 0x04FF), // Cyrillic
                    between(0x05D0, 0x05EA), // Hebrew
                    between(0x0620, 0x0669), // Arabic, with digits and vowel signs
                    between(0x0900, 0x097F), // Devanagari
                    between(0x1100, 0x11FF), // Jamo
                    between(0x1C90, 0x1D7F), // Georgian capitals, phonetic letters
                    between(0x1E00, 0x1FFF), // Latin and Greek with more accents
                    between(0x2C00, 0x2DFF), // Glagolitic and others
                    between(0x30A0, 0x30FF), // Katakana
                    between(0xA640, 0xA7FF), // rare Cyrillic and Latin
                    between(0xAB30, 0xAC7F), // Cherokee, the first of Hangul
                    between(0xFF00, 0xFFEF), // full and half width
                    between(0x10400, 0x1047F), // Deseret
                    between(0x1E900, 0x1E95F), // Adlam
                    RandomNamesTest::anything);

    private static ToIntFunction<Random> between(int first, int last) {
        return random -> random.nextInt(first, last + 1);
    }
}
