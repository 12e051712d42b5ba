package veche.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Who reads history when, and who waits for it.
@Timeout(60)
class HistoryTurnsTest {

    private static final Set<Thread.State> IDLE =
            Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED);

    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Test
    void whoeverWaitsForRoomLetsTheNextOneIn() throws Exception {
        var turns = new HistoryTurns(2, LONG);
        var taken = List.of(turns.take(), turns.take());
        var next = new FutureTask<>(turns::take);
        begin(next);
        assertThat(next.isDone()).isFalse();
        taken.getFirst().pause();
        var turn = next.get();

        // It goes on when one of the others has ended.
        var goingOn = begin(() -> taken.getFirst().resume());
        assertThat(goingOn.isAlive()).isTrue();
        turn.close();
        turn.close();
        goingOn.join();
    }

    @Test
    void nobodyWaitsWhereNobodyReads() throws InterruptedException {
        var turns = new HistoryTurns(1, LONG);
        turns.awaitThoseBefore();
        turns.take().close();
        turns.awaitThoseBefore();
    }

    @Test
    void whoeverIsNewWaitsForThoseWhoCameBefore() throws InterruptedException {
        var turns = new HistoryTurns(1, LONG);
        var first = turns.take();
        var second = begin(() -> read(turns, "second"));
        var newcomer = begin(() -> comeIn(turns));
        assertThat(heard).isEmpty();
        first.close();
        second.join();
        newcomer.join();
        assertThat(heard).containsExactly("second", "newcomer");
    }

    @Test
    void whoeverIsNewDoesNotWaitForEver() throws InterruptedException {
        var turns = new HistoryTurns(1, Duration.ofMillis(1));
        try (var _ = turns.take()) {
            comeIn(turns);
        }
        assertThat(heard).containsExactly("newcomer");
        // What was not had is not given back.
        var last = turns.take();
        var waiting = begin(() -> read(turns, "waiting"));
        assertThat(heard).containsExactly("newcomer");
        last.close();
        waiting.join();
        assertThat(heard).containsExactly("newcomer", "waiting");
    }

    /// Begins something, and goes on when it waits, or has ended.
    private static Thread begin(Runnable task) {
        var thread = Thread.ofPlatform().daemon().start(task);
        while (!IDLE.contains(thread.getState())) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private void read(HistoryTurns turns, String name) {
        try (var _ = turns.take()) {
            heard.add(name);
        }
    }

    private void comeIn(HistoryTurns turns) {
        try {
            turns.awaitThoseBefore();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        heard.add("newcomer");
    }
}
