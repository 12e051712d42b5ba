package veche.config;

import static java.util.stream.Collectors.joining;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import veche.language.Language;
import veche.name.CaseMapping;
import veche.name.ChannelName;
import veche.name.Nickname;

/// A kind of value that a setting can have.
///
/// @param parse makes one of what TOML has; empty if it cannot be one
/// @param demand what an operator is told that it must be
record Kind<T>(Function<Object, Optional<T>> parse, Words demand) {

    /// A whole number. One that an `int` does not hold becomes the nearest that it does: every
    /// setting has bounds, and it is out of them either way.
    static final Kind<Integer> NUMBER =
            new Kind<>(
                    value ->
                            value instanceof Long number
                                    ? Optional.of(
                                            Math.clamp(
                                                    number, Integer.MIN_VALUE, Integer.MAX_VALUE))
                                    : Optional.empty(),
                    Words.of("must.number"));

    static final Kind<Boolean> TRUTH =
            new Kind<>(
                    value -> value instanceof Boolean truth ? Optional.of(truth) : Optional.empty(),
                    Words.of("must.truth"));

    static final Kind<Duration> TIMESPAN =
            text(
                    text ->
                            Units.TIME.parse(text).stream()
                                    .mapToObj(Duration::ofSeconds)
                                    .findFirst(),
                    Words.of("must.timespan"));

    /// In bytes.
    static final Kind<Long> SIZE =
            text(
                    text -> Units.SIZE.parse(text).stream().boxed().findFirst(),
                    Words.of("must.size"));

    /// Any text of one line.
    static final Kind<String> TEXT =
            text(
                    text ->
                            text.chars().noneMatch(Character::isISOControl)
                                    ? Optional.of(text)
                                    : Optional.empty(),
                    Words.of("must.text"));

    static final Kind<Path> PATH = text(Kind::path, Words.of("must.path"));

    static final Kind<ZoneId> ZONE = text(Kind::zone, Words.of("must.zone"));

    static final Kind<Address> ADDRESS = text(Address::parse, Words.of("must.address"));

    static final Kind<Network> NETWORK = text(Network::parse, Words.of("must.network"));

    static final Kind<String> ORIGIN = text(Http::origin, Words.of("must.origin"));

    /// A list of two files.
    static final Kind<Tls.Certificate> CERTIFICATE =
            new Kind<>(Kind::certificate, Words.of("must.certificate"));

    /// A list of a password and networks.
    static final Kind<Gateway> GATEWAY = new Kind<>(Kind::gateway, Words.of("must.gateway"));

    static final Kind<Language> LANGUAGE =
            text(Language::parse, oneOf(Arrays.stream(Language.values()).map(Language::tag)));

    static Kind<ChannelName> channel(CaseMapping mapping) {
        return text(mapping::parseChannel, Words.of("must.channel"));
    }

    static Kind<Nickname> nickname(CaseMapping mapping) {
        return text(mapping::parseNickname, Words.of("must.nickname"));
    }

    Optional<T> read(Setting setting) {
        return parse.apply(setting.value());
    }

    /// One of the constants of an enum, in lower case.
    static <E extends Enum<E>> Kind<E> choice(Class<E> choices) {
        var all = choices.getEnumConstants();
        return text(
                text -> Arrays.stream(all).filter(it -> word(it).equals(text)).findFirst(),
                oneOf(Arrays.stream(all).map(Kind::word)));
    }

    /// This, or a word that means something else.
    <R> Kind<R> or(String word, R meaning, Function<T, R> otherwise) {
        return new Kind<>(
                value ->
                        value.equals(word)
                                ? Optional.of(meaning)
                                : parse.apply(value).map(otherwise),
                Words.of("must.or", demand, word));
    }

    /// A text that a regular expression matches as a whole.
    static Kind<String> text(String expression, Words demand) {
        return text(text -> Optional.of(text).filter(it -> it.matches(expression)), demand);
    }

    /// A text that is the name of something.
    ///
    /// @param demand the phrase that says of what
    static <T> Kind<T> named(Map<String, T> all, String demand) {
        return text(text -> Optional.ofNullable(all.get(text)), Words.of(demand));
    }

    private static <T> Kind<T> text(Function<String, Optional<T>> parse, Words demand) {
        return new Kind<>(
                value -> value instanceof String text ? parse.apply(text) : Optional.empty(),
                demand);
    }

    private static Words oneOf(Stream<String> words) {
        return Words.of("must.one-of", words.map(it -> "\"" + it + "\"").collect(joining(", ")));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<Tls.Certificate> certificate(Object value) {
        var files = all(value, PATH);
        return files.size() == 2
                ? Optional.of(new Tls.Certificate(files.getFirst(), files.getLast()))
                : Optional.empty();
    }

    private static Optional<Gateway> gateway(Object value) {
        if (!(value instanceof Setting.Several(var elements)) || elements.size() < 2) {
            return Optional.empty();
        }
        var networks = all(new Setting.Several(elements.subList(1, elements.size())), NETWORK);
        return TEXT.read(elements.getFirst())
                .filter(password -> Gateway.isWord(password) && !networks.isEmpty())
                .map(password -> new Gateway(password, networks));
    }

    /// What is in a list; nothing if it is none, or if one of them is of another kind.
    private static <T> List<T> all(Object value, Kind<T> kind) {
        if (!(value instanceof Setting.Several(var elements))) {
            return List.of();
        }
        var all = elements.stream().flatMap(element -> kind.read(element).stream()).toList();
        return all.size() == elements.size() ? all : List.of();
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
