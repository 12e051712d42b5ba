package veche.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceivingTest {

    @ParameterizedTest
    @CsvSource({"0, 30", "1, 30", "245760, 60", "10485760, 1200", "107374182400, 86400"})
    void aFileMayTakeAsLongAsItIsLarge(long bytes, long seconds) {
        assertThatCode(() -> Receiving.requireSpeed(bytes, Duration.ofSeconds(seconds)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"0, 31", "4096, 31", "245760, 61", "1048576, 600"})
    void whoeverSendsOneBitByBitIsLetGo(long bytes, long seconds) {
        assertThatThrownBy(() -> Receiving.requireSpeed(bytes, Duration.ofSeconds(seconds)))
                .isInstanceOf(Declined.class)
                .hasMessage("that took too long");
    }
}
