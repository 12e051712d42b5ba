package veche.irc;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import veche.account.Account;
import veche.chat.Command;
import veche.chat.Preference;
import veche.event.Refused;
import veche.language.Language;

/// What the owner of an account can choose about it, as NickServ sets and shows it.
final class AccountSettings {

    /// A setting.
    private enum Setting {
        ALWAYS_ON,
        LANGUAGE,
        /// Nobody can choose this: an account's name is never anybody else's.
        ENFORCE,
        /// Nobody can choose this: everybody can be here several times.
        MULTICLIENT;

        private static final List<Setting> ALL = List.of(values());

        static Optional<Setting> of(String word) {
            return ALL.stream().filter(it -> it.word().equalsIgnoreCase(word)).findFirst();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private AccountSettings() {}

    static void set(Query query) throws Refused, InterruptedException {
        var setting = setting(query);
        if (setting.isEmpty()) {
            return;
        }
        var value = query.word(1).toLowerCase(Locale.ROOT);
        switch (setting.get()) {
            case ALWAYS_ON -> setAlwaysOn(query, value);
            case LANGUAGE -> setLanguage(query, value);
            case ENFORCE, MULTICLIENT ->
                    query.sayAll(List.of(line(query, setting.get(), query.account())));
        }
    }

    private static Optional<Setting> setting(Query query) throws InterruptedException {
        var setting = Setting.of(query.word(0));
        if (setting.isEmpty()) {
            query.say(
                    "settings.unknown",
                    Texts.word(query.word(0)),
                    Setting.ALL.stream().map(Setting::word).collect(Collectors.joining(", ")));
        }
        return setting;
    }

    private static void setAlwaysOn(Query query, String value)
            throws Refused, InterruptedException {
        var isOn = List.of("on", "true", "yes").contains(value);
        var isOff = List.of("off", "false", "no").contains(value);
        if (!isOn && !isOff && !value.equals("default")) {
            query.say("settings.bad", Texts.word(value), "on, off, default");
            return;
        }
        var chosen =
                value.equals("default")
                        ? Optional.<String>empty()
                        : Optional.of(isOn ? "on" : "off");
        query.perform(new Command.Prefer(Preference.PERSISTENCE, chosen));
        query.sayAll(List.of(line(query, Setting.ALWAYS_ON, query.account())));
    }

    private static void setLanguage(Query query, String value)
            throws Refused, InterruptedException {
        var language = Language.parse(value);
        if (language.isEmpty()) {
            var tags = Arrays.stream(Language.values()).map(Language::tag);
            query.say("settings.bad", Texts.word(value), tags.collect(Collectors.joining(", ")));
            return;
        }
        query.perform(new Command.ChooseLanguage(language.get()));
        query.sayAll(List.of(line(query, Setting.LANGUAGE, query.account())));
    }

    static void show(Query query) throws Refused, InterruptedException {
        if (query.size() == 0) {
            query.sayAll(all(query, query.account()));
            return;
        }
        var setting = setting(query);
        if (setting.isPresent()) {
            query.sayAll(List.of(line(query, setting.get(), query.account())));
        }
    }

    /// What an account has of each.
    static List<String> all(Query query, Account account) {
        return Setting.ALL.stream().map(setting -> line(query, setting, account)).toList();
    }

    private static String line(Query query, Setting setting, Account account) {
        return switch (setting) {
            case ALWAYS_ON -> {
                var usual = query.house().settings().accounts().alwaysOn();
                var preferences = query.house().state().preferences();
                yield query.phrase(
                        "settings.always_on",
                        preferences.stays(account.id(), usual) ? "on" : "off",
                        preferences.of(account.id(), Preference.PERSISTENCE).isPresent()
                                ? "yes"
                                : "no");
            }
            case LANGUAGE ->
                    query.phrase(
                            "settings.language",
                            account.language().map(Language::tag).orElse("default"));
            case ENFORCE -> query.phrase("settings.enforce");
            case MULTICLIENT -> query.phrase("settings.multiclient");
        };
    }
}
