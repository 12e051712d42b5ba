package veche.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import veche.file.FileName;

/// What a file is called, and whether it is shown or saved, in the header Content-Disposition (RFC
/// 6266).
final class Disposition {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    private static final Pattern TYPE = Pattern.compile("\\h*" + TOKEN);

    private static final Pattern PARAMETER =
            Pattern.compile(
                    "\\h*;\\h*(?<name>"
                            + TOKEN
                            + ")\\h*=\\h*(?:\"(?<quoted>(?:[^\"\\\\]|\\\\.)*+)\"|(?<token>[^\\h\";]*+))");

    /// What may be left over behind the last one.
    private static final Pattern END = Pattern.compile("\\h*;?\\h*");

    private static final Pattern EXTENDED = Pattern.compile("(?i)utf-8'[^']*'(?<value>.*)");

    private Disposition() {}

    /// Reads what a client calls a file that it sends.
    ///
    /// @param header null if it does not say
    /// @throws Declined if that is no name for a file
    static FileName name(@Nullable String header) throws Declined {
        if (header == null) {
            return FileName.UNNAMED;
        }
        var parameters = parameters(header);
        var extended = parameters.get("filename*");
        if (extended != null) {
            return parse(decoded(extended));
        }
        var plain = parameters.get("filename");
        return plain == null ? FileName.UNNAMED : parse(utf8(plain));
    }

    private static FileName parse(String name) throws Declined {
        return FileName.parse(name)
                .orElseThrow(() ->
                        new Declined(
                                400,
                                "that is no name for a file: it has / or \\ or control characters in it, or is too long"));
    }

    private static Map<String, String> parameters(String header) throws Declined {
        var parameters = new HashMap<String, String>();
        var type = TYPE.matcher(header);
        if (!type.lookingAt()) {
            throw malformed();
        }
        var parameter = PARAMETER.matcher(header).region(type.end(), header.length());
        var end = type.end();
        while (parameter.lookingAt()) {
            var quoted = parameter.group("quoted");
            var value = quoted == null ? parameter.group("token") : unquoted(quoted);
            if (parameters.put(parameter.group("name").toLowerCase(Locale.ROOT), value) != null) {
                throw malformed();
            }
            end = parameter.end();
            parameter.region(end, header.length());
        }
        if (!END.matcher(header).region(end, header.length()).matches()) {
            throw malformed();
        }
        return parameters;
    }

    /// Only what has to be quoted is: a backslash before anything else is one, as in the paths of
    /// Windows.
    private static String unquoted(String quoted) {
        return quoted.replaceAll("\\\\([\"\\\\])", "$1");
    }

    /// Some clients write UTF-8 where only ASCII is meant to be; Jetty takes each byte for a
    /// character.
    private static String utf8(String bytes) {
        try {
            var decoder = UTF_8.newDecoder();
            return decoder.decode(ByteBuffer.wrap(bytes.getBytes(ISO_8859_1))).toString();
        } catch (CharacterCodingException notUtf8) {
            return bytes;
        }
    }

    /// Reads a value as RFC 8187 writes it, which says in which language it is and how it is
    /// written; we know UTF-8.
    private static String decoded(String extended) throws Declined {
        var value = EXTENDED.matcher(extended);
        if (!value.matches()) {
            throw malformed();
        }
        return percentDecoded(value.group("value")).orElseThrow(Disposition::malformed);
    }

    /// Empty if it cannot be decoded, or is not UTF-8 then.
    static Optional<String> percentDecoded(String text) {
        var bytes = new ByteArrayOutputStream();
        for (var at = 0; at < text.length(); at++) {
            var each = text.charAt(at);
            if (each == '%') {
                var digits = text.length() - at < 3 ? "" : text.substring(at + 1, at + 3);
                if (!digits.matches("[0-9A-Fa-f]{2}")) {
                    return Optional.empty();
                }
                bytes.write(Integer.parseInt(digits, 16));
                at += 2;
            } else {
                bytes.writeBytes(String.valueOf(each).getBytes(UTF_8));
            }
        }
        try {
            var decoder = UTF_8.newDecoder();
            return Optional.of(decoder.decode(ByteBuffer.wrap(bytes.toByteArray())).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static Declined malformed() {
        return new Declined(400, "Content-Disposition is malformed");
    }

    /// What browsers are told of a file.
    static String write(boolean isShown, FileName name) {
        return (isShown ? "inline" : "attachment")
                + "; filename=\""
                + name.plain()
                + "\"; filename*=UTF-8''"
                + name.encoded();
    }
}
