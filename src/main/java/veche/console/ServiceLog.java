package veche.console;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import veche.console.Follower.Heard;
import veche.language.Phrases;

/// The service log: everything that is logged through SLF4J, in files of a folder of their own.
/// Safe for use by many threads; whoever logs writes to the file themselves.
public final class ServiceLog implements AutoCloseable {

    private static final DateTimeFormatter ARCHIVE =
            DateTimeFormatter.ofPattern("'archive-'uuuu-MM-dd'T'HH-mm-ss");

    /// How the names of files begin that are being destroyed.
    private static final String DOOMED = ".shredded-";

    private final Path folder;
    private final Clock clock;
    private final LogFile file;
    private final Logger root;

    /// Gets ready, and logs nothing yet. To be called while no other thread asks for a logger:
    /// where a second does so while the first one does, SLF4J gives it another for a while.
    public static void prepare() {
        context()
                .getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                .setLevel(ch.qos.logback.classic.Level.OFF);
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    /// Begins to write, in place of everything that Logback did before.
    ///
    /// @param folder is made if it is not there, for this user's eyes only
    /// @param level what is less grave is not logged
    /// @param bytes how long a file becomes before the next one is begun
    /// @param files how many files there are at most; 2 to 21
    /// @throws IOException if the folder or the file cannot be written
    public static ServiceLog open(Path folder, Level level, long bytes, int files, Clock clock)
            throws IOException {
        return new ServiceLog(context(), folder, level, bytes, files, clock);
    }

    ServiceLog(LoggerContext context, Path folder, Level level, long bytes, int files, Clock clock)
            throws IOException {
        this.folder = folder;
        this.clock = clock;
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
        file = new LogFile(context, folder, clock.getZone(), bytes, files - 1);
        // Logback would only make a note of a file that cannot be written.
        FileChannel.open(file.current(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                .close();
        context.reset();
        file.start();
        root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(ch.qos.logback.classic.Level.convertAnSLF4JLevel(level));
        root.addAppender(file);
        quieten(context);
    }

    /// What a library has to say of its daily work is of no use to an operator.
    private static void quieten(LoggerContext context) {
        var jetty = context.getLogger("org.eclipse.jetty");
        if (jetty.isInfoEnabled()) {
            jetty.setLevel(ch.qos.logback.classic.Level.WARN);
            // They warn of what anybody may write into a request; the client is told that it is
            // wrong.
            for (var reader : List.of("http.HttpParser", "util.HostPort")) {
                context.getLogger("org.eclipse.jetty." + reader)
                        .setLevel(ch.qos.logback.classic.Level.ERROR);
            }
        }
    }

    /// Where the log is.
    public Path path() {
        return file.current();
    }

    /// Shows each new record, briefly, until the result is closed. The lines come on a thread of
    /// their own, so that a screen that stands still holds up nobody who logs.
    LogDisplay show(Phrases phrases, Consumer<String> lines) {
        return new LogDisplay(file, phrases, lines);
    }

    /// Tells the last records that pass a filter, oldest first.
    ///
    /// @param limit at most so many
    void read(long limit, LogFilter filter, Consumer<LogRecord> reader) throws IOException {
        try (var bytes = file.read(List.of())) {
            new LogReader(bytes).last(limit, filter, reader);
        }
    }

    /// The same as [#read], and then everything new, without a gap, until the follower is ended.
    ///
    /// @param follower has not followed anything before
    void follow(long limit, Follower follower, Consumer<Heard> reader)
            throws IOException, InterruptedException {
        try {
            try (var bytes = file.read(List.of(follower))) {
                new LogReader(bytes)
                        .last(
                                limit,
                                follower.filter(),
                                record -> {
                                    if (!follower.hasEnded()) {
                                        reader.accept(new Heard(record, 0));
                                    }
                                });
            }
            for (var heard = follower.next(); heard.isPresent(); heard = follower.next()) {
                reader.accept(heard.get());
            }
        } finally {
            file.leave(follower);
        }
    }

    /// Everything that is logged from now on, until the result is closed.
    ///
    /// @param level only what is at least so grave
    /// @param text only what has this in it, in upper or lower case
    public LogStream follow(Level level, String text) {
        return new LogStream(file, new LogFilter(level, Instant.MIN, text));
    }

    /// Empties the log. What was in it goes to a folder of its own.
    ///
    /// @return that folder; empty if there was nothing in the log
    Optional<Path> archive() throws IOException {
        var archive = unused(ARCHIVE.format(LocalDateTime.now(clock)));
        var moved = new boolean[1];
        file.clear(files -> {
            for (var path : files) {
                if (Files.size(path) > 0) {
                    Files.createDirectories(archive);
                    Files.move(path, archive.resolve(path.getFileName()));
                    moved[0] = true;
                }
            }
        });
        return moved[0] ? Optional.of(archive) : Optional.empty();
    }

    private Path unused(String name) {
        var path = folder.resolve(name);
        for (var number = 2; Files.exists(path); number++) {
            path = folder.resolve(name + "-" + number);
        }
        return path;
    }

    /// Empties the log, and destroys what was in it: overwrites it on the disk, then deletes it.
    /// Whoever logs waits only until it is out of the way. What a crash has left of an earlier time
    /// is destroyed as well.
    ///
    /// It needs no room: a full disk may be why somebody does it.
    synchronized void shred() throws IOException {
        file.clear(files -> {
            for (var path : files) {
                Files.move(path, unused(DOOMED + path.getFileName()));
            }
        });
        try (var all = Files.newDirectoryStream(folder, DOOMED + "*")) {
            for (var doomed : all) {
                overwrite(doomed);
                Files.delete(doomed);
            }
        }
    }

    private static void overwrite(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            var zeros = ByteBuffer.allocate(64 * 1024);
            for (var left = channel.size(); left > 0; left -= zeros.position()) {
                zeros.clear().limit((int) Math.min(left, zeros.capacity()));
                channel.write(zeros);
            }
            channel.force(true);
        }
    }

    /// Stops writing. What is logged afterwards goes nowhere.
    @Override
    public void close() {
        root.detachAppender(file);
        file.stop();
    }
}
