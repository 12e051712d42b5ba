package veche.console;

import java.time.Duration;
import java.util.function.Consumer;
import veche.language.Phrases;

/// Shows new log records on a screen, by a thread of its own.
final class LogDisplay implements AutoCloseable {

    /// How long the last lines may take to get out; a screen that stands still never takes them.
    private static final Duration LAST_LINES = Duration.ofSeconds(1);

    private final LogFile file;
    private final Follower follower = new Follower(LogFilter.EVERYTHING);
    private final Thread thread;

    LogDisplay(LogFile file, Phrases phrases, Consumer<String> screen) {
        this.file = file;
        file.follow(follower);
        thread =
                Thread.ofPlatform().daemon().name("log display").start(() -> show(phrases, screen));
    }

    private void show(Phrases phrases, Consumer<String> screen) {
        try {
            for (var heard = follower.next(); heard.isPresent(); heard = follower.next()) {
                if (heard.get().missed() > 0) {
                    screen.accept(phrases.text("logs.missed", heard.get().missed()));
                }
                screen.accept(heard.get().record().brief());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Shows what has been logged until now, and no more.
    @Override
    public void close() {
        file.leave(follower);
        try {
            thread.join(LAST_LINES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
