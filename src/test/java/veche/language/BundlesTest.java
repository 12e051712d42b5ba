package veche.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import veche.net.Reason;

/// What whoever adds a phrase may forget: every bundle says the same things in every language.
///
/// A bundle is a properties file that has a translation beside it, or the name of one. The file
/// without a language is the English one.
class BundlesTest {

    private static final List<Path> RESOURCES =
            List.of(Path.of("src/main/resources"), Path.of("src/test/resources"));

    /// The files without a language, with their path but without their ending.
    static Set<Path> bundles() throws IOException {
        var bundles = new TreeSet<Path>();
        for (var folder : RESOURCES) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.map(Path::toString)
                            .filter(file -> file.matches(".*(_[a-z]{2}|phrases)\\.properties"))
                            .map(file -> file.replaceFirst("(_[a-z]{2})?\\.properties$", ""))
                            .forEach(bundle -> bundles.add(Path.of(bundle)));
                }
            }
        }
        return bundles;
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void eachLanguageHasTheSamePhrases(Path bundle) throws IOException {
        var english = phrases(bundle, Language.ENGLISH).stringPropertyNames();
        assertThat(english).isNotEmpty();
        for (var language : Language.values()) {
            assertThat(phrases(bundle, language).stringPropertyNames())
                    .as(language.tag())
                    .containsExactlyInAnyOrderElementsOf(english);
        }
    }

    /// These phrases are named by it.
    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonWhySomebodyLeavesHasItsWords(Reason reason) throws IOException {
        assertThat(phrases(Path.of("src/main/resources/veche/line/phrases"), Language.ENGLISH))
                .containsKeys("left." + reason, "end." + reason);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aPhraseHasTheSamePlacesInEachLanguage(Path bundle) throws IOException {
        var english = phrases(bundle, Language.ENGLISH);
        for (var language : Language.values()) {
            phrases(bundle, language)
                    .forEach((key, pattern) ->
                            assertThat(places((String) pattern))
                                    .as("%s %s", language.tag(), key)
                                    .isEqualTo(places(english.getProperty((String) key))));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aPluralHasAWordForEveryNumber(Path bundle) throws IOException {
        for (var language : Language.values()) {
            phrases(bundle, language)
                    .forEach((key, pattern) ->
                            hasAWordForEveryNumber(
                                    language,
                                    key.toString(),
                                    new MessagePattern(pattern.toString())));
        }
    }

    /// The jar has no other data of ICU's (see pom.xml), and these tests do not run from it.
    @ParameterizedTest
    @MethodSource("bundles")
    void aPhraseHasNothingInItButTextsNumbersPluralsAndChoices(Path bundle) throws IOException {
        for (var language : Language.values()) {
            phrases(bundle, language)
                    .forEach((key, pattern) ->
                            assertThat(types(pattern.toString()))
                                    .as("%s %s", language.tag(), key)
                                    .isSubsetOf("none", "number", "plural", "select"));
        }
    }

    /// What its places are filled with: `number` or `date`, say.
    private static Set<String> types(String phrase) {
        var pattern = new MessagePattern(phrase);
        var types = new TreeSet<String>();
        for (var i = 0; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            if (part.getType() == Part.Type.ARG_START && part.getArgType() != ArgType.SIMPLE) {
                types.add(part.getArgType().name().toLowerCase(Locale.ROOT));
            } else if (part.getType() == Part.Type.ARG_TYPE) {
                types.add(pattern.getSubstring(part));
            }
        }
        return types;
    }

    private static void hasAWordForEveryNumber(
            Language language, String key, MessagePattern pattern) {
        for (var i = 0; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            if (part.getType() == Part.Type.ARG_START && part.getArgType() == ArgType.PLURAL) {
                assertThat(selectors(pattern, i))
                        .as("%s %s", language.tag(), key)
                        .containsAll(PluralRules.forLocale(language.locale()).getKeywords());
            }
        }
    }

    /// The words before the braces of a plural, without those of plurals inside it.
    private static Set<String> selectors(MessagePattern pattern, int start) {
        var selectors = new TreeSet<String>();
        for (var i = start + 1; i < pattern.getLimitPartIndex(start); i++) {
            var part = pattern.getPart(i);
            if (part.getType() == Part.Type.ARG_SELECTOR) {
                selectors.add(pattern.getSubstring(part));
            } else if (part.getType() == Part.Type.MSG_START) {
                i = pattern.getLimitPartIndex(i);
            }
        }
        return selectors;
    }

    private static Set<String> places(String phrase) {
        var pattern = new MessagePattern(phrase);
        var places = new TreeSet<String>();
        for (var i = 0; i < pattern.countParts(); i++) {
            switch (pattern.getPartType(i)) {
                case ARG_NUMBER, ARG_NAME -> places.add(pattern.getSubstring(pattern.getPart(i)));
                default -> {}
            }
        }
        return places;
    }

    private static Properties phrases(Path bundle, Language language) throws IOException {
        var tag = language == Language.ENGLISH ? "" : "_" + language.tag();
        var phrases = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(bundle + tag + ".properties"))) {
            phrases.load(reader);
        }
        return phrases;
    }
}
