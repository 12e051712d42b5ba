package veche.event;

import java.util.Optional;

/// Under which name programs find something that is said of a person or a channel, such as
/// `avatar`. See https://ircv3.net/specs/extensions/metadata#keys-and-values
///
/// @param text 1 to [#LONGEST] of the characters `a` to `z`, `0` to `9`, `_`, `.`, `/` and `-`
public record MetadataKey(String text) implements Comparable<MetadataKey> {

    /// The most characters of a key, so that it fits into a line beside its value.
    public static final int LONGEST = 64;

    public MetadataKey {
        if (!isLegal(text)) {
            throw new IllegalArgumentException("not a key: " + text);
        }
    }

    /// Reads a key that a client sent.
    public static Optional<MetadataKey> parse(String text) {
        return isLegal(text) ? Optional.of(new MetadataKey(text)) : Optional.empty();
    }

    private static boolean isLegal(String text) {
        return text.length() <= LONGEST && text.matches("[a-z0-9_./-]+");
    }

    @Override
    public int compareTo(MetadataKey other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
