package veche.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import veche.bench.LyingServer.Lie;

/// The benchmark is no benchmark if a server gets away with a lie.
class LyingServerTest {

    @ParameterizedTest
    @CsvSource({
        "LOSES, 1 lost",
        "DUPLICATES, 1 duplicated",
        "REORDERS, 1 reordered",
        "ALTERS, 1 altered",
        "SHORTENS, 1 altered",
        "SAYS_IT_WAS_SOMEBODY_ELSE, 1 altered",
        "HANGS_UP, lost their connection"
    })
    void aServerThatLiesOnceFails(Lie lie, String told) throws IOException {
        try (var server = new LyingServer(lie)) {
            var bench =
                    Bench.run(
                            "fanout",
                            "--target",
                            server.address(),
                            "--members",
                            "5",
                            "--senders",
                            "2",
                            "--messages",
                            "100",
                            "--stall",
                            "1");
            assertThat(bench.status()).as(bench.output()).isEqualTo(1);
            assertThat(bench.output()).contains(told);
        }
    }

    @ParameterizedTest
    @CsvSource({"LOSES, 1 lost", "DUPLICATES, 1 duplicated", "ALTERS, 1 altered"})
    void soDoesOneWhoseLatencyIsMeasured(Lie lie, String told) throws IOException {
        try (var server = new LyingServer(lie)) {
            var bench =
                    Bench.run(
                            "latency",
                            "--target",
                            server.address(),
                            "--members",
                            "5",
                            "--rate",
                            "1000",
                            "--seconds",
                            "0.2",
                            "--warm-up",
                            "0",
                            "--stall",
                            "1");
            assertThat(bench.status()).as(bench.output()).isEqualTo(1);
            assertThat(bench.output()).contains(told);
        }
    }

    @Test
    void anHonestServerDoesNot() throws IOException {
        try (var server = new LyingServer(Lie.NOTHING)) {
            var bench =
                    Bench.run(
                            "fanout",
                            "--target",
                            server.address(),
                            "--members",
                            "5",
                            "--senders",
                            "2",
                            "--messages",
                            "100");
            assertThat(bench.status()).as(bench.output()).isZero();
            assertThat(bench.output()).contains("deliveries a second");
        }
    }
}
