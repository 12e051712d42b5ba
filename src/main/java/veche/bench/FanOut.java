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

    /// How it is done.
    ///
    /// @param messages how many each sender sends
    /// @param warmUp how many each sends before that, which are not counted
    /// @param size of a message, in bytes
    /// @param window how many of a sender's may be under way
    record Shape(
            int members,
            int channels,
            int senders,
            int messages,
            int warmUp,
            int size,
            int window) {}

    /// Measures once, with new clients.
    static Figures measure(Target target, Limits limits, Shape shape) throws Failure, IOException {
        try (var crowd = new Crowd(target, limits, shape.members, shape.channels)) {
            crowd.gather();
            var traffic =
                    new Traffic(
                            crowd,
                            crowd.size(),
                            shape.channels,
                            shape.senders,
                            shape.size,
                            shape.window);
            crowd.loop().readWith(traffic);
            var fanOut = new FanOut(crowd, traffic);
            fanOut.send(shape.warmUp);
            var warm = traffic.delivered();
            var reads = crowd.loop().reads();
            var before = Sample.take(target.processes());
            var seconds = fanOut.send(shape.messages);
            var after = Sample.take(target.processes());
            var deliveries = (double) (traffic.delivered() - warm);
            reads = crowd.loop().reads() - reads;
            // What arrives from here to the pong is too much.
            crowd.settle();
            traffic.counts().requireRight();
            return new Figures()
                    .put("deliveries_per_s", deliveries / seconds)
                    .put("messages_per_s", (double) shape.senders * shape.messages / seconds)
                    .put("deliveries_per_read", deliveries / reads)
                    .put("wall_s", seconds)
                    .put(before, after, seconds, "server_cpu_s_per_million", deliveries);
        }
    }

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
