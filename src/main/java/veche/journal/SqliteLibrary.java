package veche.journal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/// The native library of SQLite, which the driver carries along, and otherwise unpacks anew at each
/// start. Where it is told of a folder (`org.sqlite.lib.path`) that has it, it takes it from there;
/// where that has none, or one that cannot be loaded, it unpacks its own as usual.
public final class SqliteLibrary {

    private SqliteLibrary() {}

    /// Unpacks it.
    ///
    /// @param folder is made if it is not there; what is in it is replaced
    /// @throws IOException if that cannot be written, or there is no library for this system
    public static void unpack(Path folder) throws IOException {
        var name = LibraryLoaderUtil.getNativeLibName();
        var resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (var library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new FileNotFoundException(resource);
            }
            Files.createDirectories(folder);
            var unfinished = Files.createTempFile(folder, ".", name);
            Files.copy(library, unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
