package veche.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// How long a text is on the wire.
class Utf8Test {

    @Test
    void itIsWhatJavaMakesOfIt() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var i = 0; i < 10_000; i++) {
            var text = new StringBuilder();
            for (var count = random.nextInt(20); count > 0; count--) {
                var bits = 1 + random.nextInt(Character.SIZE);
                text.append(
                        (char) random.nextInt(1 << bits)); // surrogates without the other half, too
            }
            var length = text.toString().getBytes(UTF_8).length;
            assertThat(Utf8.length(text.toString())).as("seed %d", seed).isEqualTo(length);
            assertThat(Utf8.most(text.toString())).isGreaterThanOrEqualTo(length);
            var bound = random.nextInt(60);
            assertThat(Utf8.isLonger(text.toString(), bound))
                    .as("seed %d, bound %d", seed, bound)
                    .isEqualTo(length > bound);
        }
    }
}
