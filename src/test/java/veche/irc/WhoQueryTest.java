package veche.irc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a client wants to know with WHO.
class WhoQueryTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\"\",       false, false, \"\",  0",
                "o,          true,  false, \"\",  0",
                "%cuhn,      false, true,  cuhn,  0",
                "\"%tn,42\", false, true,  tn,    42",
                "\"o%a,7\",  true,  true,  a,     7",
                "%,          false, true,  \"\",  0",
                "\"%t,4x\",  false, true,  t,     0",
                "\"%t,1234\",false, true,  t,     0",
            })
    void isReadFromWhatStandsBehindTheMask(
            String options, boolean operators, boolean extended, String fields, String token) {
        assertThat(WhoQuery.parse(options))
                .isEqualTo(new WhoQuery(operators, extended, fields, token));
    }

    @Test
    void knowsWhichFieldsAreWanted() {
        var query = WhoQuery.parse("%na");
        assertThat(query.has('a')).isTrue();
        assertThat(query.has('r')).isFalse();
    }
}
