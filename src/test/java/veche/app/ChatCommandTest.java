package veche.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParameterException;

/// The command line of the terminal client.
class ChatCommandTest {

    private static void parse(String timeout) {
        VecheCommand.line("chat").parseArgs("chat", "--timeout", timeout);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000", "9223372036854775807", "-1", "soon", ""})
    void nobodyWaitsLongerThanAClockCanCount(String timeout) {
        assertThatThrownBy(() -> parse(timeout))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--timeout")
                .hasMessageContaining("999999");
    }

    @Test
    void aPatienceOfSomeDaysIsOne() {
        assertThat(VecheCommand.line("chat").getSubcommands()).containsOnlyKeys("chat");
        parse("999999");
        parse("0");
    }
}
