package veche.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {

    private static Mask mask(String text) {
        return Mask.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "ann!u@host, ann!u@host",
        "ann, ann!*@*",
        "ann!, ann!*@*",
        "ann!u, ann!u@*",
        "ann!u@, ann!u@*",
        "ann!@, ann!*@*",
        "ann!@host, ann!*@host",
        "!u, *!u@*",
        "!u@, *!u@*",
        "!u@host, *!u@host",
        "!@host, *!*@host",
        "u@host, *!u@host",
        "u@, *!u@*",
        "@host, *!*@host",
        "*@host, *!*@host",
        "*, *!*@*",
        "*!*@*, *!*@*",
        "**!***@**, *!*@*",
        "*.ip, *.ip!*@*",
        "Ann!~U@Host, Ann!~U@Host",
        "a?n*!*u@*.example.org, a?n*!*u@*.example.org",
        "@2001:db8::1, *!*@2001:db8::1",
        "!:@:, *!:@:",
        "a\\*, a\\*!*@*",
        "a\\, a\\!*@*",
        "a\\!u@h, a\\!u@h",
        "Владимир, Владимир!*@*"
    })
    void whatPeopleWriteIsMadeWhole(String written, String shown) {
        assertThat(mask(written)).hasToString(shown).isEqualTo(mask(shown));
        assertThat(mask(written).text()).isEqualTo(shown);
        assertThat(mask(written)).hasSameHashCodeAs(mask(shown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "@",
                "!@",
                "a@h!u",
                "@!",
                "a!b!c",
                "a!b!c@h",
                "a!b@h!c",
                "a!u@h@h",
                "u@h@h",
                "a@b!c@d",
                ":a",
                ":!u@h",
                "a b",
                "a!u u@h",
                "a!u@h h",
                " a",
                "a\u00a0b",
                "a\tb",
                "a\r\nQUIT",
                "a\0",
                "a\u0003",
                "a\u200bb!u@h",
                "a!u\u202e@h",
                "a!u@\ud83d"
            })
    void whatIsNoMaskIsRefused(String text) {
        assertThat(Mask.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ann, true",
        "ANN, true",
        "a*, true",
        "a?n, true",
        "bob, false",
        "an, false",
        "ann!~ann, true",
        "ann!ann, false",
        "ann!?ann, true",
        "*!~*@*, true",
        "~ann@*, true",
        "*@*.Example.ORG, true",
        "@example.org, false",
        "@*example.org, true",
        "ann!~ann@host.example.org, true",
        "bob!~ann@host.example.org, false",
        "ann!~bob@host.example.org, false",
        "ann!~ann@host.example.com, false",
        "*!*@*, true",
        // A wildcard does not reach into the next part.
        "a*org, false",
        "*ann@host*, true",
        "a*@host.example.org, false"
    })
    void itIsAboutThoseWhoseEveryPartMatches(String mask, boolean matches) {
        assertThat(mask(mask).matches("Ann", "~ann", "host.example.org")).isEqualTo(matches);
    }

    @Test
    void namesOfAnyScriptAreFolded() {
        assertThat(mask("ВЛАД*!*@*").matches("Владимир", "~v", "h")).isTrue();
        assertThat(mask("влад*").matches("ВЛАДИМИР", "~v", "h")).isTrue();
        assertThat(mask("josé").matches("JOSE\u0301", "~j", "h")).isTrue();
        assertThat(mask("jose").matches("José", "~j", "h")).isFalse();
    }

    @Test
    void anAddressIsAHostToo() {
        assertThat(mask("*!*@192.0.2.*").matches("ann", "~a", "192.0.2.7")).isTrue();
        assertThat(mask("*!*@192.0.2.*").matches("ann", "~a", "192.0.20.7")).isFalse();
        assertThat(mask("@2001:DB8::*").matches("ann", "~a", "2001:db8::7")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ANN!U@HOST, ann!u@host",
        "Ann, ann!*@*",
        "a**, a*!*@*",
        "*?@h, ?*@h",
        "ВЛАДИМИР, владимир"
    })
    void twoThatSayTheSameAreEqual(String one, String other) {
        assertThat(mask(one)).isEqualTo(mask(other)).hasSameHashCodeAs(mask(other));
    }

    @ParameterizedTest
    @CsvSource({"ann, anna", "ann, *!ann@*", "ann, *!*@ann", "a*, a?", "a\\*, a*"})
    void twoThatSaySomethingElseAreNot(String one, String other) {
        assertThat(mask(one)).isNotEqualTo(mask(other));
    }

    @Test
    void itHasAtMostSoManyCharacters() {
        assertThat(Mask.parse("a".repeat(256))).isPresent();
        assertThat(Mask.parse("a".repeat(257))).isEmpty();
        assertThat(Mask.parse("a!" + "u".repeat(126) + "@" + "h".repeat(127))).isPresent();
        assertThat(Mask.parse("a!" + "u".repeat(127) + "@" + "h".repeat(127))).isEmpty();
        assertThat(Mask.parse("𐐀".repeat(256))).isPresent();
        assertThat(Mask.parse("a!@".repeat(1_000_000))).isEmpty();
    }
}
