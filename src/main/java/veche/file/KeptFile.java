package veche.file;

import java.time.Instant;
import veche.name.PersonId;

/// A file that somebody has uploaded.
///
/// @param owner the account that may remove it
/// @param size in bytes
/// @param time when it was there
public record KeptFile(
        FileId id, PersonId owner, FileName name, MediaType type, long size, Instant time) {

    /// Where all files are asked for, and where they are sent to.
    public static final String FOLDER = "/files";

    /// Where it is asked for.
    public String path() {
        return FOLDER + "/" + id.text() + "/" + name.encoded();
    }
}
