package veche.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTest {

    @Test
    void aSourceIsTakenToPieces() {
        is("ann", "ann", "", "");
        is("irc.example.org", "irc.example.org", "", "");
        is("ann!a@host", "ann", "a", "host");
        is("ann@host", "ann", "", "host");
        is("ann!a", "ann", "a", "");
        is("ann!a!b@c@d!e", "ann", "a!b", "c@d!e");
        is("ann!~a@n\u0002et\u000305w", "ann", "~a", "n\u0002et\u000305w");
    }

    private static void is(String text, String nick, String user, String host) {
        var source = new Source(nick, user, host);
        assertThat(Source.parse(text)).contains(source);
        assertThat(source.print()).isEqualTo(text);
    }

    @Test
    void whatIsNotSaidIsNotPrinted() {
        assertThat(Source.parse("ann!@").orElseThrow().print()).isEqualTo("ann");
    }

    @Test
    void whatHasNoNickIsNoSource() {
        for (var text : List.of("", "!", "@host", "!a@host", "a b", "a!b c", "a!b@c\0")) {
            assertThat(Source.parse(text)).as(text).isEmpty();
        }
        assertThatThrownBy(() -> new Source("a!b", "", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Source("a", "b@c", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
