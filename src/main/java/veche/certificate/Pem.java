package veche.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// Bytes with a label, as certificates and keys are kept in files ([RFC
/// 7468](https://www.rfc-editor.org/rfc/rfc7468)).
///
/// @param label what it is, such as `CERTIFICATE`
/// @param bytes DER; not copied
@SuppressWarnings("ArrayRecordComponent") // never compared
record Pem(String label, byte[] bytes) {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    /// All that a file holds, in its order. What stands around it is a comment.
    ///
    /// @throws IllegalArgumentException if something in it is not Base64
    static List<Pem> parse(String text) {
        return BLOCK.matcher(text)
                .results()
                .map(block -> new Pem(block.group(1), decode(block.group(2))))
                .toList();
    }

    /// Headers, as in an old encrypted key, are no Base64 but end with an empty line.
    private static byte[] decode(String text) {
        var unix = text.replace("\r", "");
        var body = unix.substring(unix.lastIndexOf("\n\n") + 1);
        return Base64.getMimeDecoder().decode(body);
    }

    /// As it stands in a file, with its line end.
    String text() {
        var body = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
