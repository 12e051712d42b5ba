package veche.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// The pictures that browsers are to show, by how they begin
/// (https://mimesniff.spec.whatwg.org/#image-type-pattern-matching-algorithm). SVG is none of them:
/// it can have scripts.
public enum Picture {
    PNG("image/png", "\\x89PNG\\r\\n\\x1A\\n"),
    JPEG("image/jpeg", "\\xFF\\xD8\\xFF"),
    GIF("image/gif", "GIF8[79]a"),
    WEBP("image/webp", "RIFF.{4}WEBP");

    /// How many bytes show which one it is, if it is any.
    public static final int BEGINNING = 12;

    private final String type;
    private final Pattern beginning;

    Picture(String type, String beginning) {
        this.type = type;
        this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
    }

    public MediaType type() {
        return new MediaType(type);
    }

    /// The one that is said to be of that type.
    public static Optional<Picture> of(MediaType type) {
        return Arrays.stream(values()).filter(it -> it.type.equals(type.text())).findFirst();
    }

    /// The one that begins with these bytes.
    ///
    /// @param beginning [#BEGINNING] bytes, or all if there are fewer
    public static Optional<Picture> of(byte[] beginning) {
        var text = new String(beginning, ISO_8859_1);
        return Arrays.stream(values())
                .filter(it -> it.beginning.matcher(text).lookingAt())
                .findFirst();
    }
}
