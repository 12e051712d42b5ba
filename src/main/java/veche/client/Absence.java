package veche.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From when on we may have missed what people said to us alone. Nobody tells us of a conversation
/// that began while we were away: the server is asked on each return, and until it has answered,
/// what is said waits, so that it does not pass for all that was said. For the thread that owns the
/// state.
final class Absence {

    /// How far back whoever comes for the first time looks.
    private static final Duration FIRST_LOOK = Duration.ofDays(7);

    /// What the server stores in one moment may come in another order.
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    /// More than this does not wait for an answer that does not come.
    private static final int MOST_HELD = 1_000;

    private final boolean isFilter;
    private final List<Said> held = new ArrayList<>();
    private @Nullable Instant since;
    private Instant asked = Instant.EPOCH;
    private Instant heard = Instant.EPOCH;

    /// Nobody knows yet with whom something was said.
    private boolean isUnknown;

    /// The server could not tell all that it was asked for.
    private boolean isIncomplete;

    /// @param isFilter whether nothing of the past before we came is wanted
    Absence(boolean isFilter) {
        this.isFilter = isFilter;
    }

    /// From when on all is wanted that was said; null if some of the past will do, as we were never
    /// here.
    @Nullable Instant since() {
        return since;
    }

    /// We are at a server that tells of the past.
    void begin() {
        isUnknown = true;
        isIncomplete = false;
    }

    /// Something was said at that time, here or elsewhere.
    void heard(Instant time) {
        heard = time.isAfter(heard) ? time : heard;
    }

    /// The server cannot tell what was said in private: it is to be asked for again.
    void failed() {
        isIncomplete = true;
    }

    /// The server is asked with whom something was said.
    ///
    /// @return from when on
    Instant ask(Instant now) {
        if (isFilter && since == null) {
            since = now;
        }
        asked = since == null ? now.minus(FIRST_LOOK) : since;
        return asked;
    }

    /// The server has told of as many conversations as it tells of at once, and is asked for more.
    ///
    /// @param last when something was said in the last of them
    /// @return from when on; empty if that would bring the same again
    Optional<Instant> askOn(Instant last) {
        var next = last.minusMillis(1);
        if (!next.isAfter(asked)) {
            return Optional.empty();
        }
        asked = next;
        return Optional.of(next);
    }

    /// Whether a message waits for the answer.
    boolean holds(Said said) {
        return isUnknown && held.size() < MOST_HELD && held.add(said);
    }

    /// The server has answered, or never will.
    ///
    /// @return what was said meanwhile
    List<Said> answered() {
        isUnknown = false;
        var all = List.copyOf(held);
        held.clear();
        return all;
    }

    /// The connection is gone, and what waited is dropped: it will be fetched with the rest.
    ///
    /// @param isComplete whether nothing was missing of what was asked for
    void lost(boolean isComplete) {
        answered();
        if (isComplete && !isIncomplete) {
            var known = heard.minus(OVERLAP);
            // A script has heard nothing older than what it asked for, by a clock that may be
            // wrong.
            var isAhead = isFilter && heard.isAfter(Instant.EPOCH) && heard.isBefore(asked);
            since = isAhead || known.isAfter(asked) ? known : asked;
        }
    }
}
