package veche.bench;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Some members of channels talk as fast as everybody hears them.
final class FanOut {

    private static final long TURN_MILLIS = 100;

    private final Crowd crowd;
    private final Traffic traffic;
    private final byte[][] templates;
    private final ByteBuffer lines = ByteBuffer.allocateDirect(64 << 10);
    private int limit;

    FanOut(Crowd crowd, Traffic traffic) {
        this.crowd = crowd;
        this.traffic = traffic;
        this.templates = new byte[traffic.senders()][];
        for (var i = 0; i < templates.length; i++) {
            templates[i] = traffic.template(i);
        }
    }

    /// Each sender sends so many messages, and all are read.
    ///
    /// @return how long that took, in seconds
    /// @throws Failure if deliveries do not come, or somebody loses their connection
    double send(int messages) throws Failure, IOException {
        limit += messages;
        var expected = traffic.expected();
        for (var i = 0; i < traffic.senders(); i++) {
            expected += (long) messages * traffic.recipients(i);
        }
        crowd.progress().begin();
        var begun = System.nanoTime();
        fill();
        while (traffic.delivered() < expected) {
            crowd.loop().turn(TURN_MILLIS);
            if (traffic.window().hasMoved()) {
                fill();
            }
            crowd.requireAll();
            if (crowd.progress().isStalled(traffic.delivered())) {
                traffic.counts().requireRight();
                throw new Failure("stalled", traffic.delivered(), expected);
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private void fill() {
        for (var sender = 0; sender < templates.length; sender++) {
            fill(sender);
        }
    }

    private void fill(int sender) {
        var template = templates[sender];
        lines.clear();
        while (traffic.sent(sender) < limit
                && traffic.window().isOpen(sender, traffic.sent(sender))) {
            if (lines.remaining() < template.length) {
                flush(sender);
            }
            traffic.number(template, sender, System.nanoTime());
            lines.put(template);
        }
        if (lines.position() > 0) {
            flush(sender);
        }
    }

    private void flush(int sender) {
        crowd.loop().send(crowd.client(sender), lines.flip());
        lines.clear();
    }
}
