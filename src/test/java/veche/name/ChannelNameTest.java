package veche.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#tea",
                "#Tea",
                "#7",
                "#чай",
                "#お茶",
                "#c-1_2.x",
                "#תה",
                "#-",
                "##tea",
                "#a/b",
                "#c++",
                "#(:"
            })
    void aChannelIsASignAndAWord(String text) {
        assertThat(ChannelName.parse(text)).map(ChannelName::text).contains(text);
    }

    @ParameterizedTest
    @CsvSource({"#Tea, #tea", "#ЧАЙ, #чай", "#Ｔｅａ, #tea", "#cafe\u0301, #CAFÉ"})
    void caseWidthAndCompositionMakeNoDifference(String one, String other) {
        assertThat(new ChannelName(one))
                .isEqualTo(new ChannelName(other))
                .hasSameHashCodeAs(new ChannelName(other));
        assertThat(new ChannelName(one).folded()).isEqualTo(new ChannelName(other).folded());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "tea",
                "# tea",
                "#a b",
                "#a,b",
                "#a*",
                "#a?",
                "#a\u0007",
                "#a\u007f",
                "#🙂",
                "＃tea",
                "#\u0301a",
                "#a\u200b",
                "#אa",
                "#\ud83d",
                " #tea"
            })
    void anythingElseIsRefused(String text) {
        assertThat(ChannelName.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new ChannelName(text));
    }

    @Test
    void aNameHasAtMostSixtyThreeCharactersAfterItsSign() {
        assertThat(ChannelName.parse("#" + "ч".repeat(63))).isPresent();
        assertThat(ChannelName.parse("#" + "ч".repeat(64))).isEmpty();
    }
}
