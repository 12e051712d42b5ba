package veche.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import veche.language.Language;

class StopSignalsTest {

    private final List<String> events = new ArrayList<>();
    private final Shutdown shutdown =
            (delay, reason) -> events.add("stop " + delay + " " + reason.orElse("-"));
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
        for (var line : List.of("stop", "stop --in 1m back at nine", "stop --json --in 2s")) {
            commands.run(new Request(CommandLineWords.of(line), false, Language.ENGLISH), screen);
        }
        assertThat(events).containsExactly("stop PT0S -", "stop PT1M back at nine", "stop PT2S -");
        assertThat(screen.out)
                .containsExactly(
                        "The server stops.",
                        "The server stops in 60 seconds.",
                        "{\"stopping\":true,\"seconds\":2}");
    }
}
