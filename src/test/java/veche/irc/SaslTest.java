package veche.irc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SaslTest {

    @Test
    void thePieceThatIsNotFullIsTheLast() {
        assertThat(Sasl.pieces("")).containsExactly("+");
        assertThat(Sasl.pieces("abc=")).containsExactly("abc=");
        var full = "A".repeat(400);
        assertThat(Sasl.pieces(full)).containsExactly(full, "+");
        assertThat(Sasl.pieces(full + full + "BC==")).containsExactly(full, full, "BC==");
    }
}
