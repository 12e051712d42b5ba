package veche.line;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import veche.language.Language;

/// The [Wording] of each language.
final class Wordings {

    private final Map<Language, Wording> wordings = new EnumMap<>(Language.class);

    Wordings(ZoneId zone) {
        for (var language : Language.values()) {
            wordings.put(language, new Wording(language, zone));
        }
    }

    Wording in(Language language) {
        return Objects.requireNonNull(wordings.get(language));
    }
}
