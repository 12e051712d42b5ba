package veche.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Where other threads leave what happens, in order. Reading from a socket stops at [#MOST]: then
/// TCP slows the server down. So few, since each may be long, and whoever types waits behind them.
final class Mailbox {

    private static final int MOST = 1_000;

    private final BlockingQueue<Mail> mail = new LinkedBlockingQueue<>(MOST);

    /// Waits while it is full, until the owner has read some, or the caller is interrupted.
    void put(Mail letter) {
        try {
            mail.put(letter);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// As [#put], for a thread that may not wait: while the mailbox is full another one waits.
    void putLater(Mail letter) {
        if (!mail.offer(letter)) {
            Thread.ofVirtual().name("letter").start(() -> put(letter));
        }
    }

    /// The next one; empty if none comes within a time.
    Optional<Mail> poll(Duration patience) throws InterruptedException {
        return Optional.ofNullable(
                mail.poll(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS));
    }
}
