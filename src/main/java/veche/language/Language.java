package veche.language;

import java.util.Locale;
import java.util.Optional;

/// A language that Veche speaks. To add one, add a constant and translate each bundle; a test says
/// what is missing.
public enum Language {
    ENGLISH("en", "English", "you"),
    RUSSIAN("ru", "Русский", "вы");

    private final String tag;
    private final String ownName;
    private final String you;

    Language(String tag, String ownName, String you) {
        this.tag = tag;
        this.ownName = ownName;
        this.you = you;
    }

    /// The language of a BCP 47 tag, of which only the language counts: `ru-RU` is Russian.
    public static Optional<Language> parse(String tag) {
        return of(Locale.forLanguageTag(tag.strip().replace('_', '-')));
    }

    private static Optional<Language> of(Locale locale) {
        for (var language : values()) {
            if (language.locale().getLanguage().equals(locale.getLanguage())) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /// The language of the person who started this program, as their environment has it; English if
    /// we do not speak it.
    public static Language ofSystem() {
        return of(Locale.getDefault(Locale.Category.DISPLAY)).orElse(ENGLISH);
    }

    /// As in BCP 47: `en`, `ru`.
    public String tag() {
        return tag;
    }

    /// What the language calls itself.
    public String ownName() {
        return ownName;
    }

    /// What stands for the name of whoever reads it. Nobody else is called so.
    public String you() {
        return you;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }
}
