package veche.file;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// By which a file is asked for. Whoever knows it gets the file, so nobody can guess it: 128 bits
/// of chance.
///
/// @param text 32 digits of lower-case hexadecimal, which also are a name for a folder
public record FileId(String text) {

    /// In bytes.
    private static final int CHANCE = 16;

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public FileId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not the id of a file");
        }
    }

    /// Reads one that a stranger wrote.
    public static Optional<FileId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new FileId(text)) : Optional.empty();
    }

    /// One that no other file has.
    static FileId make(SecureRandom random) {
        var bytes = new byte[CHANCE];
        random.nextBytes(bytes);
        return new FileId(HexFormat.of().formatHex(bytes));
    }
}
