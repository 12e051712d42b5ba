package veche.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.random.RandomGenerator;

/// A secret of the server's own, in a file of its data folder.
public final class SecretFile {

    private SecretFile() {}

    /// Reads a secret of [Cloak#SECRET] bytes from a file. If there is no such file, makes one that
    /// only its owner can read, whole or not at all. Nobody else may do so at the same time.
    ///
    /// @param random for a new secret; one that nobody can predict
    /// @throws IOException if the file cannot be read or made, or is of another length: what
    ///   depends on the old secret would change
    public static byte[] load(Path file, RandomGenerator random) throws IOException {
        if (Files.notExists(file)) {
            make(file, random);
        }
        var secret = Files.readAllBytes(file);
        if (secret.length != Cloak.SECRET) {
            throw new IOException(
                    file + " must have " + Cloak.SECRET + " bytes, but has " + secret.length);
        }
        return secret;
    }

    private static void make(Path file, RandomGenerator random) throws IOException {
        var secret = new byte[Cloak.SECRET];
        random.nextBytes(secret);
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        try (var channel =
                FileChannel.open(
                        unfinished,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            var bytes = ByteBuffer.wrap(secret);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
