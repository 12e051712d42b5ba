package veche.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/// Sends messages by a schedule that waits for nothing (an open loop), on a thread of its own: the
/// senders take turns. What is late is sent at once, and counts from when it was due.
final class Metronome {

    /// So that the first message is not late already.
    private static final long LEAD_NANOS = 20_000_000;

    private final Crowd crowd;
    private final Traffic traffic;
    private final double step;
    private final long total;
    private final long begin = System.nanoTime() + LEAD_NANOS;
    private final Histogram lag = new Histogram();
    private final byte[][] templates;
    private final ByteBuffer lines = ByteBuffer.allocateDirect(64 << 10);
    private final Thread thread = Thread.ofPlatform().name("metronome").unstarted(this::run);
    private long lastSent;
    private volatile boolean ended;

    /// @param rate messages a second, of all senders together
    /// @param total after how many it ends
    Metronome(Crowd crowd, Traffic traffic, double rate, long total) {
        this.crowd = crowd;
        this.traffic = traffic;
        this.step = 1e9 / rate;
        this.total = total;
        this.templates = new byte[traffic.senders()][];
        for (var i = 0; i < templates.length; i++) {
            templates[i] = traffic.template(i);
        }
        thread.start();
    }

    /// Whether all is sent.
    boolean hasEnded() {
        return ended;
    }

    /// How late messages were sent. Good when it has ended.
    Histogram lag() {
        return lag;
    }

    /// From when the first message was due until the last was sent.
    double seconds() {
        return (lastSent - begin) / 1e9;
    }

    private void run() {
        sharpen();
        for (var message = 0L; message < total && !Thread.currentThread().isInterrupted(); ) {
            var now = System.nanoTime();
            var due = due(message);
            if (due > now) {
                LockSupport.parkNanos(due - now);
            } else {
                message = sendWhatIsDue(message, now);
                lastSent = now;
            }
        }
        ended = true;
        crowd.loop().wake();
    }

    private long due(long message) {
        return begin + (long) (message * step);
    }

    /// With several senders each message is a write of its own.
    private long sendWhatIsDue(long first, long now) {
        var message = first;
        while (message < total && due(message) <= now) {
            var sender = (int) (message % templates.length);
            var template = templates[sender];
            traffic.number(template, sender, due(message));
            lines.put(template);
            lag.add(now - due(message));
            message++;
            if (templates.length > 1 || lines.remaining() < template.length) {
                flush(sender);
            }
        }
        if (lines.position() > 0) {
            flush(0);
        }
        return message;
    }

    private void flush(int sender) {
        crowd.loop().send(crowd.client(sender), lines.flip());
        lines.clear();
    }

    /// Has Linux wake this thread when it is time, and not up to 50 µs later. Where that cannot be,
    /// [#lag] tells.
    private static void sharpen() {
        try {
            var thread = Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName();
            Files.writeString(Path.of("/proc", thread.toString(), "timerslack_ns"), "1000");
        } catch (IOException | SecurityException e) {
            // Another system.
        }
    }

    /// Waits until its thread has ended, which it does at once.
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
