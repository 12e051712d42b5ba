package veche.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// How many read much of the past at a time.
class HistoryTurnsTest {

    private final HistoryTurns turns = new HistoryTurns();

    @Test
    void whoeverWaitsForRoomLetsTheNextOneIn() throws Exception {
        var taken = new ArrayList<HistoryTurns.Turn>();
        for (var i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            taken.add(turns.take());
        }
        var next = new FutureTask<>(turns::take);
        Thread.ofVirtual().start(next);
        assertThat(next.isDone()).isFalse();
        taken.getFirst().pause();
        var turn = next.get(1, TimeUnit.MINUTES);

        // It goes on when one of the others has ended.
        var goingOn =
                new FutureTask<>(() -> {
                    taken.getFirst().resume();
                    return true;
                });
        Thread.ofVirtual().start(goingOn);
        turn.close();
        turn.close();
        assertThat(goingOn.get(1, TimeUnit.MINUTES)).isTrue();
    }
}
