package veche.client;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What is kept from one time to the next, in the folder of the user's settings: who we are where
/// (`logins`, the last one first), and which certificates are known (`servers`). Only its owner can
/// read it. A file is written beside the old one and then takes its place.
final class Keyring {

    private static final String LOGINS = "logins";
    private static final String SERVERS = "servers";
    private static final String TYPED = "chat.history";

    private final Path folder;

    Keyring(Path folder) {
        this.folder = folder;
    }

    /// The folder `veche` in `$XDG_CONFIG_HOME`, or in `.config` of the home folder
    /// (https://specifications.freedesktop.org/basedir-spec/latest/).
    static Path folder(Map<String, String> environment) {
        var set = environment.getOrDefault("XDG_CONFIG_HOME", "");
        var home = environment.getOrDefault("HOME", "");
        home = home.isEmpty() ? System.getProperty("user.home", "") : home;
        return (set.startsWith("/") ? Path.of(set) : Path.of(home, ".config")).resolve("veche");
    }

    /// Where what was typed is kept.
    Path typed() {
        return folder.resolve(TYPED);
    }

    /// The same, made if it is not there.
    Path history() throws IOException {
        make();
        var file = typed();
        if (!Files.exists(file)) {
            Files.createFile(file, mode("rw-------"));
        }
        return file;
    }

    Path servers() {
        return folder.resolve(SERVERS);
    }

    List<Login> logins() throws IOException {
        return lines(LOGINS).stream().map(Login::parse).flatMap(Optional::stream).toList();
    }

    /// Keeps a login in place of the one before of the same name at the same server.
    void keep(Login login) throws IOException {
        change(
                LOGINS,
                line -> Login.parse(line).filter(it -> isSame(it, login)).isPresent(),
                login.line());
    }

    void forget(Login login) throws IOException {
        change(LOGINS, line -> Login.parse(line).filter(it -> isSame(it, login)).isPresent(), "");
    }

    private static boolean isSame(Login one, Login other) {
        return one.address().text().equals(other.address().text())
                && one.name().equalsIgnoreCase(other.name());
    }

    /// The fingerprint of a server's certificate, if it is known.
    Optional<String> pin(ServerAddress address) throws IOException {
        var begin = address.text() + " ";
        return lines(SERVERS).stream()
                .filter(line -> line.startsWith(begin))
                .map(line -> line.substring(begin.length()).strip())
                .findFirst();
    }

    void pin(ServerAddress address, String fingerprint) throws IOException {
        var begin = address.text() + " ";
        change(SERVERS, line -> line.startsWith(begin), begin + fingerprint);
    }

    private List<String> lines(String name) throws IOException {
        var file = folder.resolve(name);
        return hasHome() && Files.exists(file) ? lines(file) : List.of();
    }

    /// The lines of a file, which is named if it cannot be read.
    static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new FileSystemException(file.toString(), null, "not UTF-8");
        }
    }

    private void change(String name, Predicate<String> replaced, String first) throws IOException {
        var before = lines(name);
        var lines = new ArrayList<String>();
        if (!first.isEmpty()) {
            lines.add(first);
        }
        before.stream().filter(replaced.negate()).forEach(lines::add);
        if (lines.equals(before)) {
            // What is not kept is forgotten already, even where nothing can be written.
            return;
        }
        make();
        var written = Files.createTempFile(folder, name, ".new", mode("rw-------"));
        try {
            Files.write(written, lines);
            Files.move(
                    written,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /// Whoever has no home keeps nothing, as what is kept would lie wherever we are just now.
    private boolean hasHome() {
        return folder.isAbsolute();
    }

    private void make() throws IOException {
        if (!hasHome()) {
            throw new FileSystemException(folder.toString(), null, "HOME is not set");
        }
        if (!Files.isDirectory(folder)) {
            var parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(folder, mode("rwx------"));
        }
    }

    private static FileAttribute<?> mode(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }
}
