package veche.console;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.TriggeringPolicy;
import ch.qos.logback.core.rolling.TriggeringPolicyBase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// The file that the log is written to: `veche.log`, and when that is full `veche.1.log` and so on,
/// the oldest with the highest number. Whoever logs writes, under Logback's lock; clearing takes
/// the same lock, so that every record is in exactly one place.
final class LogFile extends RollingFileAppender<ILoggingEvent> {

    private static final Pattern ROTATED = Pattern.compile("veche\\.([1-9][0-9]?)\\.log");

    /// What may be done with the files while nobody writes.
    interface Clearing {
        void clear(List<Path> files) throws IOException;
    }

    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final Path folder;
    private final LogEncoder records;

    /// @param bytes how long the file becomes before it is rotated
    /// @param rotated how many rotated files are kept; 1 to 20
    LogFile(LoggerContext context, Path folder, ZoneId zone, long bytes, int rotated) {
        this.folder = folder;
        this.records = new LogEncoder(zone);
        setContext(context);
        setName("log");
        setFile(current().toString());
        setAppend(true);
        setEncoder(records);
        setRollingPolicy(rolling(context, rotated));
        setTriggeringPolicy(full(bytes));
    }

    private FixedWindowRollingPolicy rolling(LoggerContext context, int rotated) {
        var rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(this);
        rolling.setFileNamePattern(folder.resolve("veche.%i.log").toString());
        rolling.setMinIndex(1);
        rolling.setMaxIndex(rotated);
        rolling.start();
        return rolling;
    }

    /// Logback's own policy looks only now and then, so that a burst makes a file as long as it
    /// likes.
    private static TriggeringPolicy<ILoggingEvent> full(long bytes) {
        var full =
                new TriggeringPolicyBase<ILoggingEvent>() {
                    @Override
                    public boolean isTriggeringEvent(File active, ILoggingEvent event) {
                        return active.length() >= bytes;
                    }
                };
        full.start();
        return full;
    }

    Path current() {
        return folder.resolve("veche.log");
    }

    /// Writes a record and tells the followers, in the same order.
    @Override
    protected void subAppend(ILoggingEvent event) {
        streamWriteLock.lock();
        try {
            super.subAppend(event);
            if (!followers.isEmpty()) {
                var record = records.record(event);
                followers.forEach(follower -> follower.tell(record));
            }
        } finally {
            streamWriteLock.unlock();
        }
    }

    /// What is in the log now. A follower, if there is one, is told everything after it.
    LogBytes read(List<Follower> following) throws IOException {
        streamWriteLock.lock();
        try {
            var bytes = LogBytes.open(files());
            followers.addAll(following);
            return bytes;
        } finally {
            streamWriteLock.unlock();
        }
    }

    void follow(Follower follower) {
        followers.add(follower);
    }

    void leave(Follower follower) {
        followers.remove(follower);
        follower.end();
    }

    /// Takes all files away and begins anew. Whoever logs waits meanwhile.
    void clear(Clearing clearing) throws IOException {
        streamWriteLock.lock();
        try {
            closeOutputStream();
            try {
                clearing.clear(files());
            } finally {
                openFile(current().toString());
            }
        } finally {
            streamWriteLock.unlock();
        }
    }

    /// The files that there are, oldest first; also those from when more were kept.
    private List<Path> files() throws IOException {
        try (var found = Files.list(folder)) {
            var files =
                    new ArrayList<>(
                            found.filter(path -> number(path) > 0)
                                    .sorted(Comparator.comparingInt(LogFile::number).reversed())
                                    .toList());
            if (Files.exists(current())) {
                files.add(current());
            }
            return files;
        }
    }

    /// Of a rotated file; 0 of any other.
    private static int number(Path path) {
        var name = ROTATED.matcher(path.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }
}
