package veche.config;

import org.slf4j.event.Level;

/// What is logged, and how much of it is kept.
///
/// @param level the least important that is logged
/// @param fileSize how large a file grows before the next one is begun, in bytes; 64 KiB to 1 TiB
/// @param files how many full files are kept beside the one that is written; 1 to 20
public record Log(Level level, long fileSize, int files) {

    public Log {
        new Check()
                .size("file_size", fileSize, 64L << 10, 1L << 40)
                .within("files", files, 1, 20)
                .pass();
    }

    static Log from(Section section) {
        return new Log(
                section.choice("level", Level.class),
                section.read("file_size", Kind.SIZE),
                section.number("files"));
    }
}
