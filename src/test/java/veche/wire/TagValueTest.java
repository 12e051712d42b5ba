package veche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TagValueTest {

    @Test
    void whatWouldEndAValueIsEscaped() {
        assertThat(TagValue.escape("a; b\\\r\n=:,ж")).isEqualTo("a\\:\\sb\\\\\\r\\n=:,ж");
        assertThat(TagValue.unescape("a\\:\\sb\\\\\\r\\n=:,ж")).isEqualTo("a; b\\\r\n=:,ж");
    }

    @Test
    void aBackslashThatMeansNothingIsDropped() {
        assertThat(TagValue.unescape("test\\")).isEqualTo("test");
        assertThat(TagValue.unescape("\\b")).isEqualTo("b");
        assertThat(TagValue.unescape("\\\\\\")).isEqualTo("\\");
        assertThat(TagValue.unescape("\\\\s")).isEqualTo("\\s");
    }
}
