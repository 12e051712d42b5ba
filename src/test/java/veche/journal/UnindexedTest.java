package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static veche.journal.Unindexed.CONVERSATIONS;
import static veche.journal.Unindexed.EACH;
import static veche.journal.Unindexed.LONGEST;
import static veche.journal.Unindexed.MOST;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What waits to be indexed, and for how long.
class UnindexedTest {

    private final Unindexed unindexed = new Unindexed();
    private long position;

    /// A message in each of these conversations, in one batch. Gives what is indexed with it.
    private Map<Long, List<Long>> batch(long... conversations) {
        for (var conversation : conversations) {
            unindexed.add(conversation, ++position);
        }
        return settled();
    }

    private Map<Long, List<Long>> settled() {
        var indexed = new LinkedHashMap<Long, List<Long>>();
        unindexed.choose().forEach((id, positions) -> indexed.put(id, positions.toList()));
        unindexed.settle(position);
        return indexed;
    }

    private static long[] repeated(long conversation, int times) {
        var conversations = new long[times];
        Arrays.fill(conversations, conversation);
        return conversations;
    }

    @Test
    void whatWaitsIsSeenOnceItIsStored() {
        unindexed.add(7, 1);
        unindexed.add(8, 2);
        unindexed.add(7, 3);
        assertThat(unindexed.look(7).positions()).isEmpty();
        unindexed.settle(4);
        var seen = unindexed.look(7);
        assertThat(seen.positions()).containsExactly(1L, 3L);
        assertThat(seen.last()).isEqualTo(4);
        assertThat(unindexed.newest(7)).isEqualTo(3);
        assertThat(unindexed.newest(9)).isZero();
    }

    @Test
    void whoeverHasSeenSomethingDoesNotSeeItChange() {
        batch(7);
        var seen = unindexed.look(7);
        batch(7);
        assertThat(seen.positions()).containsExactly(1L);
    }

    @Test
    void whatIsSeenCanBeCutOffOnBothSides() {
        batch(7, 7, 7, 7);
        var seen = unindexed.look(7);
        assertThat(seen.within(1, 4)).containsExactly(2L, 3L);
        assertThat(seen.end(3)).isEqualTo(3);
        assertThat(seen.end(Long.MAX_VALUE)).isEqualTo(5);
    }

    @Test
    void aConversationIsIndexedWhenManyOfItWait() {
        assertThat(batch(repeated(7, EACH))).isEmpty();
        var indexed = batch(7);
        assertThat(indexed).containsOnlyKeys(7L);
        assertThat(indexed.get(7L)).hasSize(EACH + 1).contains(1L, EACH + 1L);
        assertThat(unindexed.look(7).positions()).isEmpty();
    }

    @Test
    void whoHasWaitedLongestIsFirstAndAsManyAreIndexedAsCome() {
        for (var round = 0; round < EACH; round++) {
            assertThat(batch(1, 2, 3)).isEmpty();
        }
        assertThat(batch(3, 2)).containsOnlyKeys(1L);
        assertThat(batch(3, 1)).isEmpty();
        assertThat(batch(repeated(3, EACH))).containsOnlyKeys(2L);
        assertThat(unindexed.look(1).positions()).hasSize(1);
    }

    @Test
    void aLongOneIsIndexedWhateverWaitsElsewhere() {
        for (var other = 100; other < 200; other++) {
            batch(other);
        }
        assertThat(batch(repeated(7, LONGEST))).isEmpty();
        assertThat(batch(7)).containsOnlyKeys(7L);
    }

    @Test
    void noMoreThanTheMostWait() {
        var busy = MOST / EACH + 10;
        for (var round = 0; round < EACH; round++) {
            for (var conversation = 1; conversation <= busy; conversation++) {
                unindexed.add(conversation, ++position);
            }
        }
        assertThat(settled()).hasSize(10).containsKeys(1L, 10L);
    }

    @Test
    void noMoreConversationsWaitThanCanBeIndexedAtOnce() {
        for (var conversation = 1; conversation <= CONVERSATIONS; conversation++) {
            unindexed.add(conversation, ++position);
        }
        assertThat(settled()).isEmpty();
        assertThat(batch(CONVERSATIONS, CONVERSATIONS + 1)).containsOnlyKeys(1L);
    }

    @Test
    void theIndexLacksNothingBeforeTheFirstThatWaits() {
        batch(1, 2, 1);
        unindexed.add(3, ++position);
        assertThat(unindexed.complete(position)).isZero();
        unindexed.settle(position);
        unindexed.chooseAll();
        assertThat(unindexed.complete(position)).isEqualTo(position);
        unindexed.forget();
        batch(repeated(1, 3 * EACH));
        assertThat(unindexed.look(1).positions()).isEmpty();
        assertThat(unindexed.complete(position)).isEqualTo(1);
    }

    @Test
    void whatIsNotStoredLeavesNothing() {
        batch(1);
        unindexed.add(1, 2);
        unindexed.add(2, 3);
        unindexed.chooseAll();
        unindexed.forget();
        unindexed.settle(1);
        assertThat(unindexed.look(1).positions()).containsExactly(1L);
        assertThat(unindexed.look(2).positions()).isEmpty();
    }

    @Test
    void onlyWhatIsMissingWaitsAtTheBeginning() {
        batch(1, 2);
        unindexed.add(2, 2);
        unindexed.begin(5);
        assertThat(unindexed.look(1)).isEqualTo(new Unindexed.Glance(List.of(), 5));
        assertThat(unindexed.look(2).positions()).containsExactly(2L);
        position = 5;
        assertThat(batch(repeated(1, 2 * EACH - 1))).isEmpty();
        assertThat(batch(1)).containsOnlyKeys(2L);
    }
}
