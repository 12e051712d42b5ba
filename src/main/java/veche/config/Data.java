package veche.config;

import java.nio.file.Path;

/// Where the server keeps what it keeps.
///
/// @param folder the data folder; a relative one begins at the working folder
public record Data(Path folder) {

    static Data from(Section section) {
        return new Data(section.read("folder", Kind.PATH));
    }
}
