package veche.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class CaseMappingTest {

    @ParameterizedTest
    @CsvSource({
        "PRECIS,  Ann,   ann",
        "PRECIS,  dan[,  dan[",
        "PRECIS,  ВАСЯ,  вася",
        "ASCII,   Ann,   ann",
        "ASCII,   AZ[\\],az[\\]",
        "RFC1459, Ann,   ann",
        "RFC1459, AZ[\\],az{|}",
        "RFC1459, a^,    a^"
    })
    void aNicknameIsComparedInThisForm(CaseMapping names, String written, String folded) {
        var name = names.nickname(written);
        assertThat(name.text()).isEqualTo(written);
        assertThat(name.folded()).isEqualTo(folded);
        assertThat(name).isEqualTo(names.nickname(folded));
        assertThat(name.mapping()).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({
        "PRECIS,  #A[~,  #a[~",
        "ASCII,   #A[~,  #a[~",
        "RFC1459, #A[~,  #a{^",
        "RFC1459, #`@,   #`@"
    })
    void aChannelIsComparedInThisForm(CaseMapping names, String written, String folded) {
        assertThat(names.channel(written).folded()).isEqualTo(folded);
        assertThat(names.channel(written)).isEqualTo(names.channel(folded));
    }

    @ParameterizedTest
    @ValueSource(strings = {"вася", "Zoë", "ａｎｎ", "ann\u0301", "漢字", "\uD83D\uDE00", "ann\u007f"})
    void onlyPrecisHasMoreThanAscii(String written) {
        assertThat(CaseMapping.ASCII.parseNickname(written)).isEmpty();
        assertThat(CaseMapping.RFC1459.parseNickname(written)).isEmpty();
        assertThat(CaseMapping.ASCII.parseChannel("#" + written)).isEmpty();
        assertThat(CaseMapping.RFC1459.parseChannel("#" + written)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noMappingHasWhatIrcCannotSay(CaseMapping names) {
        for (var written : new String[] {"", "a b", "1ann", "-ann", "a,b", "a!b", "a@b", "#ann"}) {
            assertThat(names.parseNickname(written)).as(written).isEmpty();
        }
        for (var written :
                new String[] {"", "#", "tea", "#a b", "#a,b", "#a*", "#a?", "#a\u0007"}) {
            assertThat(names.parseChannel(written)).as(written).isEmpty();
        }
        assertThat(names.parseNickname("a".repeat(Nickname.LONGEST))).isPresent();
        assertThat(names.parseNickname("a".repeat(Nickname.LONGEST + 1))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> names.nickname("a b"));
        assertThatIllegalArgumentException().isThrownBy(() -> names.channel("tea"));
    }

    @Test
    void masksAndTextsWithWildcardsCompareAsNamesDo() {
        assertThat(hits(CaseMapping.RFC1459, "a[!*@*", "A{")).isTrue();
        assertThat(hits(CaseMapping.RFC1459, "A{*!*@*", "a[bc")).isTrue();
        assertThat(hits(CaseMapping.ASCII, "a[!*@*", "A[")).isTrue();
        assertThat(hits(CaseMapping.ASCII, "a[!*@*", "A{")).isFalse();
        assertThat(hits(CaseMapping.PRECIS, "a[!*@*", "A{")).isFalse();
        assertThat(CaseMapping.RFC1459.parseMask("a["))
                .isEqualTo(CaseMapping.RFC1459.parseMask("A{"));
        assertThat(CaseMapping.RFC1459.parseGlob("#a[*").orElseThrow().matches("#A{b")).isTrue();
    }

    private static boolean hits(CaseMapping names, String mask, String nickname) {
        return names.parseMask(mask).orElseThrow().matches(nickname, "~u", "example.org");
    }

    /// https://modern.ircdocs.horse/#casemapping-parameter
    @Test
    void clientsAreToldWhatIsDone() {
        assertThat(CaseMapping.PRECIS.support())
                .containsExactly("CASEMAPPING=ascii", "UTF8MAPPING=rfc8265");
        assertThat(CaseMapping.ASCII.support()).containsExactly("CASEMAPPING=ascii");
        assertThat(CaseMapping.RFC1459.support()).containsExactly("CASEMAPPING=rfc1459");
    }

    /// What a client believes that is told `ascii` holds for all names that it can have.
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "RFC1459")
    void whatIsToldAsAsciiIsItForNamesOfAscii(CaseMapping names) {
        for (var character = '!'; character < 0x7F; character++) {
            var text = "a" + character;
            var ascii = CaseMapping.ASCII.parseNickname(text).map(Nickname::folded);
            assertThat(names.parseNickname(text).map(Nickname::folded)).isEqualTo(ascii);
        }
    }

    @ParameterizedTest
    @EnumSource
    void servicesAreCalledTheSameByAll(CaseMapping names) {
        for (var service : ServiceName.values()) {
            assertThat(names.nickname(service.nickname().text())).isEqualTo(service.nickname());
            assertThat(ServiceName.of(names.nickname("nickserv"))).contains(ServiceName.NICK_SERV);
        }
    }
}
