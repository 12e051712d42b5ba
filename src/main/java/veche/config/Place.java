package veche.config;

import java.nio.file.Path;
import org.tomlj.TomlPosition;

/// Where an operator wrote something.
///
/// @param line from 1; 0 outside of a file
/// @param column from 1; 0 outside of a file
record Place(Words words, int line, int column) implements Comparable<Place> {

    /// Among the flags.
    static final Place COMMAND_LINE = new Place(Words.of("place.command-line"), 0, 0);

    /// Nowhere: the setting is as it is shipped.
    static final Place DEFAULT = new Place(Words.of("place.default"), 0, 0);

    static Place in(Path file, TomlPosition position) {
        return in(file, position.line(), position.column());
    }

    /// @param line from 1
    /// @param column from 1
    static Place in(Path file, int line, int column) {
        return new Place(Words.of("place.file", file.toString(), line, column), line, column);
    }

    /// From the top down.
    @Override
    public int compareTo(Place other) {
        var lines = Integer.compare(line, other.line);
        return lines != 0 ? lines : Integer.compare(column, other.column);
    }
}
