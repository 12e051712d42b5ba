package veche.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import veche.journal.JournalException.Trouble;

/// Keeps a file to one server at a time. The operating system lets go of it when a server dies.
///
/// It is a lock of a file beside it: SQLite has locks of its own on the database.
final class Claim implements AutoCloseable {

    private final FileChannel channel;

    private Claim(FileChannel channel) {
        this.channel = channel;
    }

    /// Claims a file, which need not be there yet.
    static Claim of(Path file) throws JournalException {
        var lock = file.resolveSibling(file.getFileName() + ".lock");
        try {
            var channel =
                    FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new JournalException(Trouble.IN_USE, file + " is used by another server");
            }
            return new Claim(channel);
        } catch (JournalException e) {
            throw e;
        } catch (IOException e) {
            throw new JournalException(Trouble.NOT_WRITABLE, "cannot write " + file, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProgram) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
