package veche.irc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import veche.event.MetadataKey;
import veche.event.Refused;

/// What is said of people and channels for programs: METADATA
/// (https://ircv3.net/specs/extensions/metadata#metadata-client-command).
final class MetadataVerbs {

    private static final String NAME = "METADATA";

    static final List<Verb> ALL = List.of(Verb.always(NAME, 2, MetadataVerbs::metadata));

    private MetadataVerbs() {}

    private static void metadata(Client client, Parameters parameters)
            throws Refused, InterruptedException {
        client.session().settle();
        if (!client.isWelcome() && !client.house().settings().irc().metadata().beforeConnect()) {
            client.reply(Numeric.NOT_REGISTERED);
            return;
        }
        var subcommand = parameters.at(1).toUpperCase(Locale.ROOT);
        switch (subcommand) {
            case "GET", "SET", "SUB", "UNSUB" -> {
                if (parameters.size() < 3) {
                    client.reply(Numeric.NEED_MORE_PARAMETERS, NAME);
                    return;
                }
            }
            case "LIST", "CLEAR", "SUBS", "SYNC" -> {}
            default -> {
                fail(client, "SUBCOMMAND_INVALID", "Invalid subcommand", parameters.at(1));
                return;
            }
        }
        obey(client, subcommand, parameters);
    }

    private static void obey(Client client, String subcommand, Parameters parameters)
            throws Refused, InterruptedException {
        var described = described(client, parameters.at(0));
        if (described.isEmpty()) {
            fail(client, "INVALID_TARGET", "Invalid metadata target", parameters.at(0));
            return;
        }
        var it = described.get();
        switch (subcommand) {
            case "SET" -> set(client, it, parameters);
            case "CLEAR" -> clear(client, it);
            case "GET", "LIST", "SYNC" -> {
                if (it.isVisible()) {
                    look(client, subcommand, it, parameters);
                } else {
                    fail(client, "KEY_NO_PERMISSION", "Permission denied", it.name(), "*");
                }
            }
            default -> {
                if (isOneself(client, it)) {
                    client.subscriptions().obey(subcommand, parameters.from(2));
                } else {
                    fail(client, "INVALID_TARGET", "Invalid metadata target", parameters.at(0));
                }
            }
        }
    }

    /// Whoever has not come in can only speak of themselves, and has no name yet.
    private static Optional<? extends Described> described(Client client, String written)
            throws Refused {
        if (client.isWelcome()) {
            return DescribedHere.of(client, written);
        }
        return written.equals("*") ? Optional.of(client.early()) : Optional.empty();
    }

    private static boolean isOneself(Client client, Described described) {
        return !client.isWelcome() || described.name().equals(client.nick());
    }

    private static void look(
            Client client, String subcommand, Described described, Parameters parameters)
            throws InterruptedException {
        switch (subcommand) {
            case "GET" -> get(client, described, parameters.from(2));
            case "LIST" -> list(client, described);
            default -> client.subscriptions().asked(described);
        }
    }

    private static void get(Client client, Described described, List<String> words)
            throws InterruptedException {
        var all = described.all();
        try (var _ = client.output().batch("metadata", described.name())) {
            for (var word : words) {
                var key = MetadataKey.parse(word);
                if (key.isEmpty()) {
                    failKey(client, word);
                } else {
                    tell(client, described, key.get(), Optional.ofNullable(all.get(key.get())));
                }
            }
        }
    }

    private static void list(Client client, Described described) throws InterruptedException {
        try (var _ = client.output().batch("metadata", described.name())) {
            for (var item : described.all().entrySet()) {
                tell(client, described, item.getKey(), Optional.of(item.getValue()));
            }
        }
    }

    private static void set(Client client, Described described, Parameters parameters)
            throws Refused, InterruptedException {
        var key = MetadataKey.parse(parameters.at(2));
        var value = Optional.of(parameters.at(3)).filter(_ -> parameters.size() > 3);
        if (key.isEmpty()) {
            failKey(client, parameters.at(2));
        } else if (value.filter(it -> isTooLong(client, it)).isPresent()) {
            fail(client, "VALUE_INVALID", "Value is too long");
        } else {
            described.set(key.get(), value);
            tell(client, described, key.get(), value);
        }
    }

    private static boolean isTooLong(Client client, String value) {
        return value.getBytes(UTF_8).length
                > client.house().settings().irc().metadata().valueBytes();
    }

    /// What is cleared has an empty value in the answer: the specification wants RPL_KEYVALUE,
    /// which cannot be without one.
    private static void clear(Client client, Described described)
            throws Refused, InterruptedException {
        var said = described.clear();
        try (var _ = client.output().batch("metadata", described.name())) {
            for (var key : said.keySet()) {
                tell(client, described, key, Optional.of(""));
            }
        }
    }

    private static void tell(
            Client client, Described described, MetadataKey key, Optional<String> value)
            throws InterruptedException {
        if (value.isPresent()) {
            client.reply(Numeric.KEY_VALUE, described.name(), key.text(), "*", value.get());
        } else {
            client.reply(Numeric.KEY_NOT_SET, described.name(), key.text());
        }
    }

    static void failKey(Client client, String word) throws InterruptedException {
        fail(client, "KEY_INVALID", "Invalid key", word);
    }

    static void fail(Client client, String code, String text, String... context)
            throws InterruptedException {
        var words = new String[context.length];
        for (var index = 0; index < context.length; index++) {
            words[index] = Texts.word(context[index]);
        }
        client.fail(NAME, code, text, words);
    }
}
