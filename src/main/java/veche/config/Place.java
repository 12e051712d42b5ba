package veche.config;

import java.nio.file.Path;
import java.util.Comparator;
import org.tomlj.TomlPosition;

/// Where an operator wrote something.
///
/// @param line from 1; 0 on the command line
/// @param column from 1; 0 on the command line
record Place(Words words, int line, int column) implements Comparable<Place> {

    /// Among the flags.
    static final Place COMMAND_LINE = new Place(Words.of("place.command-line"), 0, 0);

    private static final Comparator<Place> TOP_DOWN =
            Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

    static Place in(Path file, TomlPosition position) {
        return in(file, position.line(), position.column());
    }

    /// @param line from 1
    /// @param column from 1
    static Place in(Path file, int line, int column) {
        return new Place(Words.of("place.file", file.toString(), line, column), line, column);
    }

    @Override
    public int compareTo(Place other) {
        return TOP_DOWN.compare(this, other);
    }
}
