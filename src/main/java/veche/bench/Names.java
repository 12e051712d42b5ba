package veche.bench;

import java.util.concurrent.atomic.AtomicInteger;

/// What the clients and the channels of one run are called: others than in the run before, whose
/// clients the server may not have forgotten yet. No client's name has more than nine characters,
/// if there are less than a million; so they come again after some hundred runs. Those of channels
/// do not, since a server may remember what was said there.
final class Names {

    private static final AtomicInteger LAST = new AtomicInteger((int) (System.nanoTime() >>> 20));

    private final String run;
    private final String time = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    Names() {
        var number = Math.floorMod(LAST.incrementAndGet(), 26 * 26);
        run = "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }

    String client(int number) {
        return run + "u" + number;
    }

    String channel(int number) {
        return "#" + run + time + "c" + number;
    }
}
