package veche.irc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIdTest {

    private static final long LAST = 131_621_703_842_267_135L; // 36 to the 11th, less one

    @Test
    void itIsThePositionInElevenDigits() {
        assertThat(MessageId.of(35)).isEqualTo("0000000000z");
        assertThat(MessageId.of(36)).isEqualTo("00000000010");
        assertThat(MessageId.of(LAST)).isEqualTo("zzzzzzzzzzz");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 35, 36, 1L << 40, LAST})
    void itSaysWhereTheMessageIs(long position) {
        assertThat(MessageId.parse(MessageId.of(position))).contains(position);
    }
}
