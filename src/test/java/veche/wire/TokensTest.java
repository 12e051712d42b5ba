package veche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void listsAreTakenApart() {
        assertThat(Tokens.words("  sasl  batch ")).containsExactly("sasl", "batch");
        assertThat(Tokens.words("")).isEmpty();
        assertThat(Tokens.items("#a,,#b,")).containsExactly("#a", "#b");
        assertThat(Tokens.places("x,,y,")).containsExactly("x", "", "y", "");
        assertThat(Tokens.places("")).containsExactly("");
    }

    @Test
    void listsArePutTogetherAsFarAsTheyFit() {
        assertThat(Tokens.lists(List.of("ann", "bob", "eve"), ' ', 7))
                .containsExactly("ann bob", "eve");
        assertThat(Tokens.lists(List.of("ann", "bob", "eve"), ' ', 6))
                .containsExactly("ann", "bob", "eve");
        assertThat(Tokens.lists(List.of("чай", "a"), ',', 7)).containsExactly("чай", "a");
        assertThat(Tokens.lists(List.of("too-long", "a"), ',', 3)).containsExactly("too-long", "a");
        assertThat(Tokens.lists(List.of(), ',', 3)).isEmpty();
    }

    @Test
    void valuesOfIsupportAreEscaped() {
        assertThat(Tokens.escape("a b=c\\d")).isEqualTo("a\\x20b\\x3Dc\\x5Cd");
        assertThat(Tokens.unescape("a\\x20b\\x3dc\\x5cd\\x5Cx20")).isEqualTo("a b=c\\d\\x20");
        assertThat(Tokens.unescape("\\x41\\x2")).isEqualTo("\\x41\\x2");
    }
}
