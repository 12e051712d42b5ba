package veche.chat;

import java.time.Duration;
import java.time.Instant;

/// Knows where the server was a while ago, roughly: at least so long ago, and up to twice as long.
final class Hindsight {

    private final Duration aWhile;
    private Instant noted = Instant.MIN;
    private long newer;
    private long older;

    Hindsight(Duration aWhile) {
        this.aWhile = aWhile;
    }

    /// Takes note of the last position at a time. Times do not fall.
    void note(Instant time, long position) {
        if (noted.equals(Instant.MIN)) {
            noted = time;
            newer = position;
            older = position;
        } else if (!time.isBefore(noted.plus(aWhile))) {
            noted = time;
            older = newer;
            newer = position;
        }
    }

    /// The last position of a while ago; until a while has passed, the first that was noted.
    long position() {
        return older;
    }
}
