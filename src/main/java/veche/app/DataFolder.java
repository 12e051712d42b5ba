package veche.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.slf4j.event.Level;
import veche.config.Log;
import veche.console.ServiceLog;

/// The folder in which a server keeps everything, and which it alone uses while it runs.
final class DataFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /// Makes the folder if it is not there, for its owner only, and takes it.
    ///
    /// @throws CannotStart if it cannot be written to, or another server uses it
    static DataFolder take(Path chosen) throws CannotStart {
        var folder = chosen.toAbsolutePath().normalize();
        try {
            make(folder);
            var channel =
                    FileChannel.open(
                            folder.resolve("veche.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            return new DataFolder(folder, channel, lock(folder, channel));
        } catch (FileAlreadyExistsException e) {
            throw new CannotStart("data.not_a_folder", folder);
        } catch (NoSuchFileException e) {
            throw new CannotStart("data.nowhere", folder);
        } catch (IOException e) {
            throw CannotStart.unusable(folder, e);
        }
    }

    private static void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static FileLock lock(Path folder, FileChannel channel) throws IOException, CannotStart {
        try {
            var lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException sameProcess) {
            // Another server of this process has it.
        }
        channel.close();
        throw new CannotStart("data.taken", folder);
    }

    /// Begins to write the service log.
    ///
    /// @throws CannotStart if it cannot be written
    ServiceLog openLog(Log settings, Clock clock) throws CannotStart {
        try {
            return ServiceLog.open(
                    file("log"),
                    Level.valueOf(settings.level().name()),
                    settings.fileSize(),
                    settings.files() + 1, // with the one that is being written
                    clock);
        } catch (IOException e) {
            throw CannotStart.unusable(folder, e);
        }
    }

    /// Where something is kept.
    Path file(String name) {
        return folder.resolve(name);
    }

    Path path() {
        return folder;
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException e) {
            // The lock goes with the process at the latest.
        }
    }
}
