package veche.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineQueueTest {

    private final Deadlines timer = new Deadlines();
    private final DeadlineQueue queue = new DeadlineQueue();

    @Test
    void theFirstIsTheOneThatIsDueFirst() {
        var later = add(20);
        var sooner = add(10);
        assertThat(queue.first()).isSameAs(sooner);
        queue.remove(sooner);
        assertThat(queue.first()).isSameAs(later);
        queue.remove(later);
        assertThat(queue.first()).isNull();
    }

    @Test
    void whatIsTakenOutTwiceIsOutOnce() {
        var one = add(1);
        var other = add(2);
        queue.remove(one);
        queue.remove(one);
        assertThat(queue.first()).isSameAs(other);
    }

    @Test
    void aClockThatOverflowsIsStillInOrder() {
        var later = add(Long.MIN_VALUE + 5);
        var sooner = add(Long.MAX_VALUE - 5);
        assertThat(takeAll()).containsExactly(sooner, later);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsPutInAndTakenOutTheRestComesInOrder(long seed) {
        var random = new Random(seed);
        var left = new ArrayList<Deadline>();
        for (var step = 0; step < 5_000; step++) {
            // It grows for a while, and shrinks for another.
            if (left.isEmpty() || random.nextInt(100) < (step / 1_000 % 2 == 0 ? 70 : 30)) {
                left.add(add(random.nextInt(500)));
            } else {
                queue.remove(left.remove(random.nextInt(left.size())));
            }
            assertThat(Optional.ofNullable(queue.first()).map(it -> it.time))
                    .isEqualTo(left.stream().map(it -> it.time).min(Comparator.naturalOrder()));
        }
        var all = takeAll();
        assertThat(all).containsExactlyInAnyOrderElementsOf(left);
        assertThat(all).isSortedAccordingTo(Comparator.comparingLong(it -> it.time));
    }

    private Deadline add(long time) {
        var deadline = new Deadline(timer, time, () -> {});
        queue.add(deadline);
        return deadline;
    }

    private List<Deadline> takeAll() {
        var all = new ArrayList<Deadline>();
        for (var first = queue.first(); first != null; first = queue.first()) {
            queue.remove(first);
            all.add(first);
        }
        return all;
    }
}
