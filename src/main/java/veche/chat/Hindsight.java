package veche.chat;

import java.time.Duration;
import java.time.Instant;

/// Knows where the server was a while ago, roughly: at least so long ago, and up to twice as long.
final class Hindsight {

    private final Duration aWhile;
    private Instant next = Instant.MIN;
    private long newer;
    private long older;

    Hindsight(Duration aWhile) {
        this.aWhile = aWhile;
    }

    /// Takes note of the last position at a time. Times do not fall.
    void note(Instant time, long position) {
        if (time.isBefore(next)) {
            return;
        }
        older = next.equals(Instant.MIN) ? position : newer;
        newer = position;
        next = time.plus(aWhile);
    }

    /// The last position of a while ago; until a while has passed, the first that was noted.
    long position() {
        return older;
    }
}
