package veche.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a file is made of, such as `image/png` (RFC 9110, section 8.3.1), without parameters.
///
/// @param text in lower case
public record MediaType(String text) {

    private static final String WORD = "[a-z0-9][a-z0-9!#$&^_.+-]{0,126}";
    private static final Pattern FORM = Pattern.compile(WORD + "/" + WORD);

    /// Anything.
    public static final MediaType BYTES = new MediaType("application/octet-stream");

    static final MediaType PLAIN_TEXT = new MediaType("text/plain");

    public MediaType {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a media type: " + text);
        }
    }

    /// Reads a Content-Type; what stands behind a semicolon does not count.
    public static Optional<MediaType> parse(String sent) {
        var text = sent.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(text).matches() ? Optional.of(new MediaType(text)) : Optional.empty();
    }

    /// Whether it is one of these: types, families such as `image/*`, or `*/*`.
    public boolean isOneOf(List<String> ranges) {
        var family = text.substring(0, text.indexOf('/')) + "/*";
        return ranges.stream()
                .anyMatch(it -> it.equals(text) || it.equals(family) || it.equals("*/*"));
    }

    /// As browsers are told. What one might run, such as a script that a page of ours would load
    /// since it comes from where that came from, is nothing but bytes to them.
    public String told() {
        if (equals(PLAIN_TEXT)) {
            return text + "; charset=utf-8";
        }
        return isPassive() ? text : BYTES.text();
    }

    private boolean isPassive() {
        return Picture.of(this).isPresent()
                || text.startsWith("audio/")
                || text.startsWith("video/")
                || text.equals("application/pdf");
    }

    /// Whether a browser may show it in its window: nothing in it can do anything.
    public boolean isShown() {
        return Picture.of(this).isPresent() || equals(PLAIN_TEXT);
    }

    @Override
    public String toString() {
        return text;
    }
}
