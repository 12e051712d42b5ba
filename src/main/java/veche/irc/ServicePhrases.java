package veche.irc;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import veche.account.Account;
import veche.language.Language;
import veche.language.Phrases;

/// What the services say, in the language of whom they speak to. Any thread.
final class ServicePhrases {

    private final Language usual;
    private final Map<Language, Phrases> phrases = new EnumMap<>(Language.class);
    private final DateTimeFormatter time;

    /// @param usual the language of those who have not chosen one
    /// @param zone in which times are shown
    ServicePhrases(Language usual, ZoneId zone) {
        this.usual = usual;
        for (var language : Language.values()) {
            phrases.put(language, new Phrases("veche.irc.services", language));
        }
        time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    }

    /// In the language of a client's owner.
    Phrases of(Client client) {
        var language = client.session().account().flatMap(Account::language).orElse(usual);
        return Objects.requireNonNull(phrases.get(language));
    }

    String time(Instant instant) {
        return time.format(instant);
    }
}
