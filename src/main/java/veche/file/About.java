package veche.file;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import veche.name.PersonId;

/// What is written beside a file: an object of JSON.
final class About {

    private About() {}

    static byte[] write(KeptFile file) throws IOException {
        var about = new LinkedHashMap<String, Object>();
        about.put("owner", file.owner().value());
        about.put("name", file.name().text());
        about.put("type", file.type().text());
        about.put("size", file.size());
        about.put("time", file.time().toString());
        return JSON.std.asBytes(about);
    }

    /// @throws IOException if it is not what [#write] writes
    static KeptFile read(FileId id, byte[] bytes) throws IOException {
        var about = JSON.std.mapFrom(bytes);
        try {
            return new KeptFile(
                    id,
                    new PersonId(number(about, "owner")),
                    new FileName(text(about, "name")),
                    new MediaType(text(about, "type")),
                    number(about, "size"),
                    Instant.parse(text(about, "time")));
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        }
    }

    private static String text(Map<String, Object> about, String key) throws IOException {
        if (about.get(key) instanceof String text) {
            return text;
        }
        throw new IOException(key + " is missing");
    }

    private static long number(Map<String, Object> about, String key) throws IOException {
        if (about.get(key) instanceof Number number) {
            return number.longValue();
        }
        throw new IOException(key + " is missing");
    }
}
