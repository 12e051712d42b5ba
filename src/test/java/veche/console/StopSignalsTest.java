package veche.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import veche.language.Language;

class StopSignalsTest {

    private final List<String> events = new ArrayList<>();
    private final Shutdown shutdown =
            new Shutdown() {
                @Override
                public void begin(Duration delay, Optional<String> reason) {
                    events.add("stop " + delay + " " + reason.orElse("-"));
                }

                @Override
                public boolean cancel() {
                    return events.remove("stop PT2S -");
                }
            };
    private final StopSignals signals = new StopSignals(shutdown, s -> events.add("halt " + s));

    @Test
    void theFirstInterruptStopsAndTheSecondForces() {
        signals.terminate();
        signals.interrupt();
        signals.interrupt();
        assertThat(events).containsExactly("stop PT0S -", "stop PT0S -", "halt 130");
    }

    @Test
    void stopTellsWhenAndWhy() {
        var screen = new Screen();
        var commands = new Commands(List.of(() -> new StopCommand(shutdown)));
        var lines =
                List.of(
                        "stop",
                        "stop --in 1m back at nine",
                        "stop --json --in 2s",
                        "stop --cancel",
                        "stop --cancel");
        for (var line : lines) {
            commands.run(new Request(CommandLineWords.of(line), false, Language.ENGLISH), screen);
        }
        assertThat(events).containsExactly("stop PT0S -", "stop PT1M back at nine");
        assertThat(screen.out)
                .containsExactly(
                        "The server stops.",
                        "The server stops in 60 seconds.",
                        "{\"stopping\":true,\"seconds\":2}",
                        "The server does not stop after all.");
        assertThat(screen.err).containsExactly("No stop is planned.");
    }
}
