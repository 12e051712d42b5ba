package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Hello, world!        | hello world
                    ВЕЧЕ в 10:30         | вече в 10 30
                    ёлка Ёлка елка       | елка елка елка
                    café cafe\u0301      | cafe cafe
                    don't                | don t
                    snake_case-word      | snake case word
                    Straße STRASSE       | strasse strasse
                    Σοφός ΣΟΦΌΣ          | σοφοσ σοφοσ
                    İstanbul istanbul    | istanbul istanbul
                    ﬁre ＦＩＲＥ ½        | fire fire 1 2
                    x² H₂O               | x2 h2o
                    مُحَمَّد                | محمد
                    हिन्दी                 | हिनदी
                    日本語 テスト          | 日本語 テスト
                    👍🏽 🎉 *"()           | ``
                    `   `                | ``
                    """)
    void wordsAreLettersAndDigitsWithoutCaseAndAccents(String text, String words) {
        assertThat(String.join(" ", Words.of(text))).isEqualTo(words);
    }

    @Test
    void asciiIsReadAsAllOtherTextIs() {
        for (var c = 0; c < 0x80; c++) {
            var text = "Ab" + (char) c + "9z";
            var mixed = new ArrayList<>(Words.of(text + " \u00e9"));
            assertThat(mixed.removeLast()).isEqualTo("e");
            assertThat(Words.of(text)).as("character %d", c).isEqualTo(mixed);
        }
    }
}
