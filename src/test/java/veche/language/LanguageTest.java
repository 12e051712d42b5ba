package veche.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "en, ENGLISH",
        "EN, ENGLISH",
        "en-GB, ENGLISH",
        "ru, RUSSIAN",
        "ru-RU, RUSSIAN",
        "ru_RU, RUSSIAN",
        "ru_RU.UTF-8, RUSSIAN",
        "' ru ', RUSSIAN"
    })
    void onlyTheLanguageOfATagCounts(String tag, Language language) {
        assertThat(Language.parse(tag)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de", "english", "r", "русский", "-", "C", "\u0000"})
    void whatWeDoNotSpeakIsNoLanguage(String tag) {
        assertThat(Language.parse(tag)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageIsFoundByItsOwnTag(Language language) {
        assertThat(Language.parse(language.tag())).contains(language);
        assertThat(language.locale().toLanguageTag()).isEqualTo(language.tag());
    }

    @Test
    void aLanguageIsListedUnderItsOwnName() {
        assertThat(Language.RUSSIAN.ownName()).isEqualTo("Русский");
    }
}
