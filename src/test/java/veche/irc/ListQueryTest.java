package veche.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import veche.irc.ListQuery.Listed;
import veche.name.CaseMapping;

/// Which channels a client wants listed.
class ListQueryTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /// Three members, an hour old, with a topic of ten minutes ago.
    private static final Listed TEA = new Listed("#tea", 3, ago(60), Optional.of(ago(10)));

    /// One member, five minutes old, without a topic.
    private static final Listed COFFEE = new Listed("#coffee", 1, ago(5), Optional.empty());

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\"\",            true,  true",
                "#TEA,            true,  false",
                "\"#tea,#coffee\",true,  true",
                "#t*,             true,  false",
                "*ee,             false, true",
                "!#t*,            false, true",
                "\"!#t*,!#c*\",   false, false",
                ">1,              true,  false",
                "<3,              false, true",
                ">3,              false, false",
                "C>60,            true,  false",
                "C<60,            false, true",
                "c<5,             false, false",
                "T<11,            true,  false",
                "T>10,            true,  false",
                "T>11,            false, false",
                "\"*,>0,C<6\",    false, true",
                ">many,           false, false",
            })
    void isReadFromItsParts(String parts, boolean tea, boolean coffee) {
        var query = ListQuery.parse(split(parts), NOW, CaseMapping.PRECIS);
        assertThat(query.matches(TEA)).isEqualTo(tea);
        assertThat(query.matches(COFFEE)).isEqualTo(coffee);
    }

    private static List<String> split(String parts) {
        return Arrays.stream(parts.split(",", -1)).filter(part -> !part.isEmpty()).toList();
    }

    private static Instant ago(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }
}
