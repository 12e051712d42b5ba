package veche.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a file is called: a name that is harmless wherever somebody saves it, and on whichever
/// system. The server itself never makes a path of it.
///
/// @param text 1 to [#LONGEST] characters (UTF-16): no control or direction mark, none that a
///   system forbids in names, no dot in front, no dot or space behind
public record FileName(String text) {

    /// The longest, in characters (UTF-16).
    public static final int LONGEST = 100;

    /// The longest name that is read at all; those that are longer are nobody's.
    private static final int LONGEST_SENT = 1000;

    /// Of which a long name keeps the end, in characters.
    private static final int LONGEST_ENDING = 16;

    /// What separates folders, and what is no character: nobody has a file that is called so.
    private static final Pattern HOSTILE = Pattern.compile("[/\\\\\\p{Cc}\\p{Cs}]");

    /// What has no look of its own: marks of direction above all, by which `gpj.exe` looks like
    /// `exe.jpg`. Those that join letters and emoji stay.
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\u200C\\u200D]]");

    /// What Windows forbids, and what means something to a shell or in HTML.
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*&'`$]");

    private static final Pattern EDGES = Pattern.compile("^[.\\s\\h]+|[.\\s\\h]+$");

    /// What Windows takes for a device, whatever stands behind the dot.
    private static final Pattern DEVICE =
            Pattern.compile(
                    "(?i)(?:con|prn|aux|nul|conin\\$|conout\\$|(?:com|lpt)[0-9¹²³])\\h*(?:\\..*)?");

    /// What a file is called whose owner has not said.
    public static final FileName UNNAMED = new FileName("file");

    public FileName {
        if (isHostile(text) || !clean(text).equals(text)) {
            throw new IllegalArgumentException("not the name of a file");
        }
    }

    /// Reads the name that a client sent, and makes it harmless. Empty if it is a path, has control
    /// characters in it, or is absurdly long.
    public static Optional<FileName> parse(String sent) {
        return sent.length() > LONGEST_SENT || isHostile(sent)
                ? Optional.empty()
                : Optional.of(new FileName(clean(sent)));
    }

    private static boolean isHostile(String sent) {
        return sent.equals(".") || sent.equals("..") || HOSTILE.matcher(sent).find();
    }

    /// What is clean already stays as it is.
    private static String clean(String sent) {
        var seen = UNSEEN.matcher(sent).replaceAll("");
        var normal = Normalizer.normalize(seen, Normalizer.Form.NFC);
        var allowed = trimmed(FORBIDDEN.matcher(normal).replaceAll("_"));
        // A long name may look like a device only when it has been shortened, and be too long again
        // when it does not.
        var name = cut(noDevice(cut(noDevice(allowed))));
        return name.isEmpty() ? "file" : name;
    }

    private static String noDevice(String name) {
        return DEVICE.matcher(name).matches() ? "_" + name : name;
    }

    private static String cut(String name) {
        return trimmed(shortened(name));
    }

    private static String trimmed(String name) {
        return EDGES.matcher(name).replaceAll("");
    }

    /// A long name keeps its beginning, and its ending with the dot.
    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var ending = dot >= 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        return beginning(name, LONGEST - ending.length()) + ending;
    }

    /// No character is cut in two.
    private static String beginning(String name, int length) {
        var isCut = Character.isHighSurrogate(name.charAt(length - 1));
        return name.substring(0, isCut ? length - 1 : length);
    }

    /// As it stands in a URL (RFC 3986), and after `UTF-8''` in a header (RFC 8187).
    public String encoded() {
        var encoded = new StringBuilder();
        for (var each : text.getBytes(UTF_8)) {
            var isPlain =
                    each > 0 && (Character.isLetterOrDigit(each) || "-._~".indexOf(each) >= 0);
            encoded.append(isPlain ? String.valueOf((char) each) : "%%%02X".formatted(each));
        }
        return encoded.toString();
    }

    /// In ASCII alone, for clients that know nothing else (RFC 6266, appendix D).
    public String plain() {
        return text.replaceAll("[^ -~]|[%\\\\\"]", "_");
    }

    @Override
    public String toString() {
        return text;
    }
}
