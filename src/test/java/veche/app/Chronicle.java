package veche.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What was said, as the files of a server have it that does not run. Asks nothing of the server's
/// own code.
final class Chronicle {

    private Chronicle() {}

    /// All messages in their order, as `name: words`.
    ///
    /// @param data the data folder
    /// @param scratch an empty folder, or one of an earlier reading. Only a copy is read: to open a
    ///   database after a crash mends it, and that is for the server to do
    static List<String> read(Path data, Path scratch) throws IOException, SQLException {
        Files.createDirectories(scratch);
        for (var name : List.of("veche.db", "veche.db-wal", "veche.db-shm")) {
            Files.deleteIfExists(scratch.resolve(name));
        }
        // The third file is an index that every reader can make anew.
        for (var name : List.of("veche.db", "veche.db-wal")) {
            if (Files.exists(data.resolve(name))) {
                Files.copy(data.resolve(name), scratch.resolve(name));
            }
        }
        return messages(scratch.resolve("veche.db"));
    }

    private static List<String> messages(Path database) throws SQLException {
        var sql = "SELECT name || ': ' || text FROM message ORDER BY position";
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var messages = new ArrayList<String>();
            while (found.next()) {
                messages.add(found.getString(1));
            }
            return messages;
        }
    }
}
