package veche.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

    private static Glob glob(String text) {
        return Glob.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "ann, ann",
        "*, ''",
        "*, ann",
        "?, a",
        "?, 𐐀",
        "a*, a",
        "a*, ann",
        "*n, ann",
        "a*n, ann",
        "a?n, ann",
        "*n*, ann",
        "*a*a*, banana",
        "*ana, banana",
        "*ab, aab",
        "*aab*, aaaab",
        "?*?, ab",
        "*?*, a",
        "a*b?d, axxbbcbxd",
        "#te?, #tea"
    })
    void aStarIsAnythingAndAQuestionMarkIsOneCharacter(String glob, String text) {
        assertThat(glob(glob).matches(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ann, anna",
        "ann, an",
        "ann, ''",
        "?, ''",
        "?, ab",
        "??, 𐐀",
        "a*, ba",
        "*n, anna",
        "?*?, a",
        "a*b, abc",
        "*a*b*c*, cba",
        "a*b?d, axxbd",
        "a?, a",
        "*ab, aba"
    })
    void whatIsOtherwiseDoesNotMatch(String glob, String text) {
        assertThat(glob(glob).matches(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a\\*, a*, true",
        "a\\*, ab, false",
        "a\\?, a?, true",
        "a\\?, ab, false",
        "\\*\\?, *?, true",
        // An escaped backslash, and then a wildcard.
        "a\\\\*, a\\bc, true",
        "a\\\\*, a*, false",
        "a\\\\\\*, a\\*, true",
        "a\\\\b, a\\b, true",
        // Nicknames may have a backslash: before a letter or at the end it means itself.
        "a\\b, a\\b, true",
        "a\\b, ab, false",
        "a\\, a\\, true",
        "\\, \\, true",
        "[a]^`{|}\\, [A]^`{|}\\, true"
    })
    void aBackslashTakesTheMeaningOfAWildcard(String glob, String text, boolean matches) {
        assertThat(glob(glob).matches(text)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "ANN*, anna",
        "ann*, ANNA",
        "влад*, ВЛАДИМИР",
        "ВЛАД*, владимир",
        "*é, JOSE\u0301",
        "jose\u0301*, José",
        "Ａ*, ann",
        "a*, Ａnn",
        "ｶﾞ?, ガラ",
        "𐐀*, 𐐨𐐩",
        "ẞ, ß",
        // The same letter inside a word and at its end.
        "ΟΔΥΣ*, οδυσσεύς",
        "*ΣΕΎΣ, Ὀδυσσεύς",
        "οδυσσεύς, ΟΔΥΣΣΕΎΣ",
        // Folds to two characters.
        "*İ, aİ",
        "a??, aİ"
    })
    void caseWidthAndCompositionMakeNoDifference(String glob, String text) {
        assertThat(glob(glob).matches(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Аnn, Ann", "jos*e, José", "stra*sse, straße", "{, [", "|, \\", "~, ^"})
    void otherLettersAreOtherLetters(String glob, String text) {
        assertThat(glob(glob).matches(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ann**, ann*, ann*",
        "ANN*, ann*, ANN*",
        "***, *, *",
        "*?, ?*, ?*",
        "a*??*?b, a???*b, a???*b",
        "?*?*, ??*, ??*",
        "a\\b, a\\\\b, a\\b",
        "a\\, a\\\\, a\\",
        "Ａ*, a*, Ａ*"
    })
    void twoThatSayTheSameAreEqual(String one, String other, String shown) {
        assertThat(glob(one)).isEqualTo(glob(other)).hasSameHashCodeAs(glob(other));
        assertThat(glob(one)).hasToString(shown);
        assertThat(glob(one).text()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"ann, anna", "a*, a?", "a\\*, a*", "a\\?, a?", "*a, a*", "a?*, a*"})
    void twoThatSaySomethingElseAreNot(String one, String other) {
        assertThat(glob(one)).isNotEqualTo(glob(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\*b", "a\\\\*", "a\\\\\\*", "\\\\\\\\", "a\\b", "\\", "\\\\?"})
    void whatIsShownReadsBackTheSame(String text) {
        assertThat(glob(glob(text).text())).isEqualTo(glob(text));
        assertThat(glob(text).text().length()).isLessThanOrEqualTo(text.length());
    }

    @ParameterizedTest
    @CsvSource({"ann, false", "a\\*, false", "a\\b, false", "a*, true", "?, true", "\\\\*, true"})
    void whatHasNoWildcardsCanBeLookedUp(String glob, boolean hasWildcards) {
        assertThat(glob(glob).hasWildcards()).isEqualTo(hasWildcards);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\nb",
                "a\r",
                "\0",
                "\u001b[31m",
                "a\u007f",
                "a\u0085",
                "a\u200bb",
                "a\u202eb",
                "a\u2028b",
                "a\ud83d",
                "\ude00*"
            })
    void whatNobodyCanSeeIsRefused(String text) {
        assertThat(Glob.parse(text)).isEmpty();
    }

    @Test
    void spacesAreCharactersLikeOthers() {
        assertThat(glob("ann * of*").matches("Ann Smith of Kent")).isTrue();
    }

    @Test
    void itHasAtMostSoManyCharactersHoweverManyUnitsTheyTake() {
        assertThat(Glob.parse("a".repeat(256))).isPresent();
        assertThat(Glob.parse("a".repeat(257))).isEmpty();
        assertThat(Glob.parse("𐐀".repeat(256))).isPresent();
        assertThat(Glob.parse("𐐀".repeat(257))).isEmpty();
        assertThat(Glob.parse("*".repeat(1_000_000))).isEmpty();
    }

    /// Where each wildcard is tried at each place in turn, this takes longer than the sun shines.
    @Test
    @Timeout(60)
    void noPatternTakesLong() {
        var text = "a".repeat(100_000);
        assertThat(glob("*a".repeat(127) + "b").matches(text)).isFalse();
        assertThat(glob("*a".repeat(127)).matches(text)).isTrue();
        assertThat(glob("a*".repeat(100) + "?".repeat(50) + "b").matches(text)).isFalse();
        assertThat(glob("*" + "a".repeat(254) + "b").matches(text)).isFalse();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    /// The plainest way to match, which takes long for some.
    private static boolean matches(String glob, String text) {
        if (glob.isEmpty()) {
            return text.isEmpty();
        }
        if (glob.charAt(0) == '*') {
            return matches(glob.substring(1), text)
                    || (!text.isEmpty() && matches(glob, text.substring(1)));
        }
        var isEscape = glob.length() > 1 && glob.matches("(?s)\\\\[*?\\\\].*");
        var meant = glob.charAt(isEscape ? 1 : 0);
        var matchesFirst =
                !text.isEmpty() && ((!isEscape && meant == '?') || meant == text.charAt(0));
        return matchesFirst && matches(glob.substring(isEscape ? 2 : 1), text.substring(1));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void itMatchesWhatThePlainestWayMatches(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 4_000; i++) {
            var glob = text(random, "aabb**??\\", 1 + random.nextInt(9));
            var text = text(random, "aaabbb*?\\", random.nextInt(9));
            assertThat(glob(glob).matches(text))
                    .as("%s of %s", glob, text)
                    .isEqualTo(matches(glob, text));
            assertThat(glob(glob(glob).text())).isEqualTo(glob(glob));
            assertThat(glob(glob(glob).text()).matches(text)).isEqualTo(matches(glob, text));
        }
    }

    private static String text(Random random, String characters, int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }
}
