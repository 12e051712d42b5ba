package veche.account;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import veche.name.CaseMapping;
import veche.name.ChannelName;

/// All accounts at one time, in a file of their own: what is written before they are cleared, and
/// what they are restored from. Blocks on the disk, so it is nothing for the hub.
///
/// @param taken when, which also names the file
/// @param accounts in any order
public record Snapshot(Instant taken, List<Saved> accounts) {

    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ssX").withZone(ZoneOffset.UTC);

    /// One account, with what belongs to it elsewhere.
    ///
    /// @param channels of which it is a member
    /// @param seen the position of the last entry that was sent to its owner; 0 if there was none
    public record Saved(Account account, List<ChannelName> channels, long seen) {
        public Saved {
            channels = List.copyOf(channels);
        }
    }

    public Snapshot {
        accounts = List.copyOf(accounts);
    }

    /// Writes a new file, for the server's own user only, and returns when no crash can take it
    /// back. If that fails, no part of a snapshot is left under such a name.
    ///
    /// @param folder is made if it is not there
    /// @return the file, such as `accounts-2026-11-22T20-13-38Z.json`; never one that was there
    public Path write(Path folder) throws IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        // Java makes temporary files for their owner only.
        var unfinished = Files.createTempFile(folder, ".accounts-", ".unfinished");
        try {
            fill(unfinished);
            var file = moveToFreeName(unfinished, folder);
            sync(folder);
            return file;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void fill(Path file) throws IOException {
        var bytes = ByteBuffer.wrap(SnapshotFormat.write(this));
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /// Ends at the first name that is free: only snapshots of one second are in the way.
    private Path moveToFreeName(Path unfinished, Path folder) throws IOException {
        for (var copy = 1; ; copy++) {
            var name = "accounts-" + FILE_TIME.format(taken) + (copy == 1 ? "" : "-" + copy);
            try {
                return Files.move(unfinished, folder.resolve(name + ".json"));
            } catch (FileAlreadyExistsException taken) {
                // The next one.
            }
        }
    }

    /// A new name in a folder is durable when the folder is.
    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// Reads a file that [#write] wrote.
    ///
    /// @param mapping by which names are read
    /// @throws SnapshotException if it cannot be read or is not such a file; the message names the
    ///   file and what is wrong
    public static Snapshot read(Path file, CaseMapping mapping) throws SnapshotException {
        try {
            return SnapshotFormat.read(Files.readAllBytes(file), mapping);
        } catch (NoSuchFileException missing) {
            throw new SnapshotException(file + ": there is no such file", missing);
        } catch (IOException wrong) {
            throw new SnapshotException(file + ": " + wrong.getMessage(), wrong);
        }
    }

    /// The snapshots in a folder, oldest first; none if there is no such folder.
    public static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(Snapshot::isSnapshot).sorted().toList();
        }
    }

    private static boolean isSnapshot(Path file) {
        var name = file.getFileName().toString();
        return name.startsWith("accounts-") && name.endsWith(".json");
    }
}
