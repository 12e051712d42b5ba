package veche.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A file on disk on its way in or out: a folder with a dot in front of its name, which nobody
/// looks into. One that is there when the server starts is from a crash.
final class UnfinishedFile implements AutoCloseable {

    /// In the folder of a file: its bytes, and what is known of it.
    static final String CONTENT = "content";

    static final String ABOUT = "about.json";

    static final String SIGN = ".";

    private static final Set<StandardOpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path all;
    private final Path unfinished;
    private final Path finished;

    UnfinishedFile(Path all, FileId id) {
        this.all = all;
        this.unfinished = all.resolve(SIGN + id.text());
        this.finished = all.resolve(id.text());
    }

    /// A folder that only the server's own user can see into.
    static void make(Path folder) throws IOException {
        Files.createDirectories(folder, only("rwx------"));
    }

    private static FileAttribute<Set<PosixFilePermission>> only(String owner) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(owner));
    }

    /// Begins it.
    FileChannel open() throws IOException {
        make(unfinished);
        try {
            return FileChannel.open(unfinished.resolve(CONTENT), NEW, only("rw-------"));
        } catch (IOException e) {
            // Nobody closes what was never begun.
            delete(unfinished);
            throw e;
        }
    }

    /// Gives it its name, with all that is in it, or fails.
    void finish(KeptFile file) throws IOException {
        var about = ByteBuffer.wrap(About.write(file));
        try (var channel = FileChannel.open(unfinished.resolve(ABOUT), NEW, only("rw-------"))) {
            while (about.hasRemaining()) {
                channel.write(about);
            }
            channel.force(true);
        }
        sync(unfinished);
        Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
        try {
            sync(all);
        } catch (IOException e) {
            // Its owner is told that there is none.
            reopen();
            throw e;
        }
    }

    /// Takes its name from a finished one, so that it is gone whatever happens then.
    void reopen() throws IOException {
        Files.move(finished, unfinished, StandardCopyOption.ATOMIC_MOVE);
    }

    /// A new name in a folder is durable when the folder is.
    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// Deletes it, unless it is finished.
    @Override
    public void close() throws IOException {
        delete(unfinished);
    }

    static void delete(Path unfinished) throws IOException {
        Files.deleteIfExists(unfinished.resolve(CONTENT));
        Files.deleteIfExists(unfinished.resolve(ABOUT));
        Files.deleteIfExists(unfinished);
    }
}
