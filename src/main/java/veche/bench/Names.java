package veche.bench;

import java.util.concurrent.atomic.AtomicInteger;

/// What the clients and the channels of one run are called: others than in the run before, whose
/// clients the server may not have forgotten yet. No name has more than nine characters, if there
/// are less than a million clients.
final class Names {

    private static final AtomicInteger LAST = new AtomicInteger((int) (System.nanoTime() >>> 20));

    private final String run;

    Names() {
        var number = Math.floorMod(LAST.incrementAndGet(), 26 * 26);
        run = "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }

    String client(int number) {
        return run + "u" + number;
    }

    String channel(int number) {
        return "#" + run + "c" + number;
    }
}
