package veche.console;

import java.time.Instant;
import java.util.Optional;
import org.slf4j.event.Level;

/// The service log as it is written, for one reader on a thread of its own, from when it was
/// [begun][ServiceLog#follow] until it is closed. A reader who is slow misses records, and holds up
/// nobody: see [Follower].
public final class LogStream implements AutoCloseable {

    /// A record of the log.
    ///
    /// @param source the class that logged it, without its package
    /// @param text may have several lines
    /// @param missed how many records before this one the reader did not get
    public record Heard(Instant time, Level level, String source, String text, long missed) {}

    private final LogFile file;
    private final Follower follower;

    LogStream(LogFile file, LogFilter filter) {
        this.file = file;
        this.follower = new Follower(filter);
        file.follow(follower);
    }

    /// Waits for the next record; empty when this is closed, and all before it was read.
    public Optional<Heard> next() throws InterruptedException {
        return follower.next()
                .map(heard -> {
                    var record = heard.record();
                    return new Heard(
                            record.time().toInstant(),
                            record.level(),
                            record.source(),
                            record.text(),
                            heard.missed());
                });
    }

    /// Any thread.
    @Override
    public void close() {
        file.leave(follower);
    }
}
