package veche.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The figures of `status`, in lines that are not too long.
class FiguresTest {

    private static Figures figures(Map<String, Object> all) {
        return new Figures(List.of(() -> all));
    }

    @Test
    void fewFitIntoOne() {
        var all = new LinkedHashMap<String, Object>();
        all.put("uptime", Duration.ofMinutes(2));
        all.put("paused", false);
        all.put("ended", Map.of());
        assertThat(figures(all).documents(400))
                .containsExactly("{\"uptime\":120,\"paused\":false,\"ended\":{}}");
        assertThat(figures(Map.of()).documents(400)).containsExactly("{}");
    }

    @Test
    void manyAreDividedAndNothingIsLost() throws IOException {
        var ended = new TreeMap<String, Integer>();
        for (var reason = 0; reason < 100; reason++) {
            ended.put("REASON_" + reason, reason);
        }
        var documents = figures(Map.of("ended", ended)).documents(400);
        var found = new TreeMap<Object, Object>();
        for (var document : documents) {
            assertThat(document.getBytes(UTF_8).length).isLessThanOrEqualTo(400);
            found.putAll((Map<?, ?>) JSON.std.mapFrom(document).get("ended"));
        }
        assertThat(documents).hasSizeGreaterThan(3);
        assertThat(found).isEqualTo(ended);
    }

    @Test
    void aLongTextIsCut() {
        var documents = figures(Map.of("trouble", "ы".repeat(1_000))).documents(400);
        assertThat(documents).hasSize(1);
        assertThat(documents.getFirst().getBytes(UTF_8).length).isLessThanOrEqualTo(400);
    }
}
