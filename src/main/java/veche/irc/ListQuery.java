package veche.irc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import veche.chat.Channel;
import veche.chat.Topic;
import veche.name.CaseMapping;
import veche.name.Glob;

/// Which channels a client wants listed (https://modern.ircdocs.horse/#elist-parameter).
///
/// | written | are those |
/// | --- | --- |
/// | `mask` | of which the name is so; one mask of several is enough |
/// | `!mask` | of which the name is not so |
/// | `>n`, `<n` | that have more, or fewer, than `n` members |
/// | `C>n`, `C<n` | that came to be more, or less, than `n` minutes ago |
/// | `T>n`, `T<n` | of which the topic was set more, or less, than `n` minutes ago |
///
/// @param names of which one is enough; none for any name
/// @param conditions that all hold
record ListQuery(List<Glob> names, List<Predicate<ListQuery.Listed>> conditions) {

    /// A channel as it is looked at.
    ///
    /// @param made when it came to be
    /// @param topicSet when somebody last said what it is about; empty if it has no topic
    record Listed(String name, int members, Instant made, Optional<Instant> topicSet) {

        static Listed of(Channel channel) {
            return new Listed(
                    channel.name().text(),
                    channel.members().size(),
                    channel.made(),
                    channel.topic().map(Topic::since));
        }
    }

    private static final int MOST_DIGITS = 9;

    /// Reads the parts of what a client sent. What it does not understand is left out.
    ///
    /// @param mapping by which names are matched
    static ListQuery parse(List<String> parts, Instant now, CaseMapping mapping) {
        var query = new ListQuery(new ArrayList<>(), new ArrayList<>());
        parts.forEach(part -> query.add(part, now, mapping));
        return query;
    }

    private void add(String part, Instant now, CaseMapping mapping) {
        var comparison = comparison(part);
        if (comparison.isPresent()) {
            conditions.add(condition(part, comparison.get(), now));
        } else if (part.startsWith("!")) {
            mapping.parseGlob(part.substring(1))
                    .ifPresent(glob -> conditions.add(channel -> !glob.matches(channel.name())));
        } else {
            mapping.parseGlob(part).ifPresent(names::add);
        }
    }

    /// A number, and whether it is to be exceeded.
    private record Comparison(boolean more, long number) {

        boolean holds(long value) {
            return more ? value > number : value < number;
        }

        /// Whether that was so many minutes ago, to the second.
        boolean holds(Instant when, Instant now) {
            var age = Duration.between(when, now);
            var minutes = Duration.ofMinutes(number);
            return more ? age.compareTo(minutes) >= 0 : age.compareTo(minutes) < 0;
        }
    }

    private static Optional<Comparison> comparison(String part) {
        var sign = isTimed(part) ? 1 : 0;
        var digits = part.length() > sign ? part.substring(sign + 1) : "";
        var isComparison =
                part.length() > sign
                        && "<>".indexOf(part.charAt(sign)) >= 0
                        && !digits.isEmpty()
                        && digits.length() <= MOST_DIGITS
                        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isComparison
                ? Optional.of(new Comparison(part.charAt(sign) == '>', Long.parseLong(digits)))
                : Optional.empty();
    }

    private static boolean isTimed(String part) {
        return !part.isEmpty() && "CcTt".indexOf(part.charAt(0)) >= 0;
    }

    private static Predicate<Listed> condition(String part, Comparison comparison, Instant now) {
        return switch (part.charAt(0)) {
            case 'C', 'c' -> channel -> comparison.holds(channel.made(), now);
            case 'T', 't' ->
                    channel ->
                            channel.topicSet()
                                    .filter(since -> comparison.holds(since, now))
                                    .isPresent();
            default -> channel -> comparison.holds(channel.members());
        };
    }

    boolean matches(Listed channel) {
        return (names.isEmpty() || names.stream().anyMatch(glob -> glob.matches(channel.name())))
                && conditions.stream().allMatch(condition -> condition.test(channel));
    }
}
