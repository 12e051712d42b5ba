package veche.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ServerTimeTest {

    private final ServerTime times = new ServerTime();

    @Test
    void itHasMillisecondsAlways() {
        assertThat(times.of(Instant.parse("2026-11-30T16:34:26.007999Z")))
                .isEqualTo("2026-11-30T16:34:26.007Z");
        assertThat(times.of(Instant.parse("2026-11-30T16:34:26Z")))
                .isEqualTo("2026-11-30T16:34:26.000Z");
        assertThat(times.of(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000Z");
        assertThat(times.of(Instant.ofEpochMilli(-1))).isEqualTo("1969-12-31T23:59:59.999Z");
        assertThat(times.of(Instant.parse("+12026-11-30T16:34:26.5Z")))
                .isEqualTo("+12026-11-30T16:34:26.500Z");
    }

    @Test
    void whatIsRememberedChangesNothing() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var i = 0; i < 10_000; i++) {
            var time = Instant.ofEpochMilli(1_790_000_000_000L + random.nextInt(3_000));
            assertThat(times.of(time)).as("seed %d", seed).isEqualTo(ServerTime.text(time));
        }
    }
}
