package veche.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {

    private final Phrases english = phrases(Language.ENGLISH);
    private final Phrases russian = phrases(Language.RUSSIAN);

    private static Phrases phrases(Language language) {
        return new Phrases("veche.language.phrases", language);
    }

    @Test
    void aPhraseIsSaidInItsLanguage() {
        assertThat(english.text("here", "Ann")).isEqualTo("It's only you here; Ann isn't.");
        assertThat(russian.text("here", "Ann")).isEqualTo("Здесь только вы. Ann нет.");
        assertThat(russian.language()).isEqualTo(Language.RUSSIAN);
    }

    @Test
    void aPhraseNeedsNoPlaces() {
        assertThat(english.text("plain")).isEqualTo("It's a plain phrase.");
        assertThat(english.text("braces")).isEqualTo("Write {name}.");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 people here", "1, 1 person here", "2, 2 people here", "21, 21 people here"})
    void englishKnowsOneAndMany(int count, String text) {
        assertThat(english.text("people", count)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, Здесь 0 человек",
        "1, Здесь 1 человек",
        "2, Здесь 2 человека",
        "4, Здесь 4 человека",
        "5, Здесь 5 человек",
        "11, Здесь 11 человек",
        "12, Здесь 12 человек",
        "21, Здесь 21 человек",
        "22, Здесь 22 человека",
        "25, Здесь 25 человек",
        "111, Здесь 111 человек",
        "122, Здесь 122 человека"
    })
    void russianKnowsOneFewAndMany(int count, String text) {
        assertThat(russian.text("people", count)).isEqualTo(text);
    }

    @Test
    void anAmountIsWrittenAsPeopleWriteItAndAnythingElseAsItIs() {
        assertThat(english.text("people", 1234)).isEqualTo("1,234 people here");
        assertThat(english.text("port", "5050")).isEqualTo("Connect to port 5050.");
    }

    @Test
    void whatIsFilledInIsNotAPattern() {
        assertThat(english.text("port", "{0} '{'")).isEqualTo("Connect to port {0} '{'.");
    }

    @Test
    void thePlaceWhereTheServerRunsMakesNoDifference() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ru"));
            assertThat(phrases(Language.ENGLISH).text("people", 1)).isEqualTo("1 person here");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aPhraseOrABundleThatDoesNotExistIsABug() {
        assertThatExceptionOfType(MissingResourceException.class)
                .isThrownBy(() -> english.text("nothing"));
        assertThatExceptionOfType(MissingResourceException.class)
                .isThrownBy(() -> new Phrases("veche.language.nothing", Language.ENGLISH));
    }

    @Test
    void manyThreadsMayAskForTheSamePhrase() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<List<String>> ask =
                    () -> IntStream.range(0, 500).mapToObj(i -> english.text("port", i)).toList();
            var expected = ask.call();
            for (var answer :
                    threads.invokeAll(List.of(ask, ask, ask, ask), 30, TimeUnit.SECONDS)) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }
}
