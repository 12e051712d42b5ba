package veche.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NicknameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann",
                "a",
                "R2-D2",
                "josé.garcía",
                "x_",
                "_x",
                "[a]\\`^{|}",
                "Владимир",
                "Ёж",
                "田中",
                "さくら",
                "ガ",
                "김철수",
                "שלום",
                "محمد",
                "Ἀχιλλεύς",
                "नमस्ते",
                "ß",
                "Þór",
                "𐐀"
            })
    void namesAreWordsOfAnyScript(String text) {
        assertThat(Nickname.parse(text)).map(Nickname::text).contains(text);
    }

    @ParameterizedTest
    @CsvSource({
        "Ann, ann",
        "ANN, aNn",
        "Владимир, ВЛАДИМИР",
        "Ａｎｎ, Ann",
        "ｶﾞ, ガ",
        "jose\u0301, josé",
        "\u212b, å",
        "ΟΔΥΣΣΕΥΣ, οδυσσευς",
        "ẞ, ß",
        "𐐀, 𐐨"
    })
    void caseWidthAndCompositionMakeNoDifference(String one, String other) {
        assertThat(new Nickname(one))
                .isEqualTo(new Nickname(other))
                .hasSameHashCodeAs(new Nickname(other));
    }

    @ParameterizedTest
    @CsvSource({"Ann, Anna", "Ann, Аnn", "jose, josé", "strasse, straße", "a.b, a_b", "ё, е"})
    void otherLettersAreAnotherName(String one, String other) {
        assertThat(new Nickname(one)).isNotEqualTo(new Nickname(other));
    }

    @ParameterizedTest
    @CsvSource({"Ann, Ann", "Ａｎｎ, Ann", "jose\u0301, josé", "ВЛАДИМИР, ВЛАДИМИР"})
    void aNameIsShownInItsOwnersCaseAndUsualForm(String written, String shown) {
        assertThat(new Nickname(written).text()).isEqualTo(shown);
        assertThat(new Nickname(written)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a,b",
                "a/b",
                "a\tb",
                "a\nb",
                "\u001b[31m",
                "#ann",
                "ann!",
                "a@b",
                "a:b",
                "a+b",
                // The first character is a letter or special.
                "7up",
                "-a",
                ".a",
                "\u0301a",
                "٣",
                // Emoji are symbols.
                "ann🙂",
                "👩‍🚀",
                "a❤",
                // Nothing invisible: zero width space, non-joiner and joiner, soft hyphen, byte
                // order mark, directional controls, tags, variation selectors.
                "a\u200bb",
                "a\u200cb",
                "a\u200db",
                "a\u00adb",
                "a\ufeffb",
                "a\u202eb",
                "a\u2066b",
                "a\udb40\udc41",
                "a\ufe0f",
                "a\u3164",
                // Compatibility characters: ligature, long s, Roman numeral, mathematical bold.
                "ﬁ",
                "ſ",
                "Ⅳ",
                "a²",
                "𝐀nn",
                // Unassigned, private, not a character, half of a surrogate pair.
                "a\u0378",
                "a\ue000",
                "a\uffff",
                "a\ud83d",
                "\ude00",
                // Right to left and left to right in one name (RFC 5893).
                "אבגa",
                "aאבג",
                "a٣",
                "א1٣",
                // Accents that climb over the lines above.
                "a\u0308\u0308\u0308\u0308\u0308\u0308"
            })
    void whatIsNotAPlainWordIsRefused(String text) {
        assertThat(Nickname.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Nickname(text));
    }

    @Test
    void aNameHasAtMostThirtyCharactersHoweverManyUnitsTheyTake() {
        assertThat(Nickname.parse("a".repeat(30))).isPresent();
        assertThat(Nickname.parse("a".repeat(31))).isEmpty();
        assertThat(Nickname.parse("𐐀".repeat(30))).isPresent();
        assertThat(Nickname.parse("𐐀".repeat(31))).isEmpty();
        assertThat(Nickname.parse("e\u0301".repeat(30))).isPresent();
        assertThat(Nickname.parse("e\u0301".repeat(31))).isEmpty();
        assertThat(Nickname.parse("a".repeat(1_000_000))).isEmpty();
    }

    @Test
    void aNameThatFoldingMakesTooLongIsRefused() {
        // A capital I with a dot folds to two characters.
        assertThat(Nickname.parse("a" + "İ".repeat(14))).isPresent();
        assertThat(Nickname.parse("a" + "İ".repeat(15))).isEmpty();
    }
}
