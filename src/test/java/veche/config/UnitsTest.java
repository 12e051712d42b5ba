package veche.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({"0s, 0", "90s, 90", "10m, 600", "24h, 86400", "365d, 31536000"})
    void aTimeSpanIsANumberOfSeconds(String text, long seconds) {
        assertThat(Units.TIME.parse(text)).hasValue(seconds);
    }

    @ParameterizedTest
    @CsvSource({"1B, 1", "64KiB, 65536", "10MiB, 10485760", "999999999GiB, 1073741822926258176"})
    void aSizeIsANumberOfBytes(String text, long bytes) {
        assertThat(Units.SIZE.parse(text)).hasValue(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "s",
                "-5s",
                "5 s",
                "5S",
                "1h30m",
                "1.5h",
                "5KiB",
                "1234567890s",
                "٣s"
            })
    void whatIsNoTimeSpanIsRefused(String text) {
        assertThat(Units.TIME.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0s", "90, 90s", "600, 10m", "3600, 1h", "86400, 1d", "90000, 25h"})
    void aTimeSpanIsWrittenAsShortAsItCanBe(long seconds, String text) {
        assertThat(Units.TIME.write(seconds)).isEqualTo(text);
    }
}
