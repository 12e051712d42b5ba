package veche.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/// Writes the little of DER (ITU-T X.690) that a certificate is made of.
final class Der {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(UTC);

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return of(0x30, parts);
    }

    static byte[] set(byte[]... parts) {
        return of(0x31, parts);
    }

    static byte[] integer(BigInteger number) {
        return of(0x02, number.toByteArray());
    }

    static byte[] text(String text) {
        return of(0x0c, text.getBytes(UTF_8));
    }

    static byte[] octets(byte[] bytes) {
        return of(0x04, bytes);
    }

    static byte[] bits(byte[] bytes) {
        return of(0x03, new byte[] {0}, bytes);
    }

    /// Up to 2049 a time has but two digits for its year (RFC 5280, 4.1.2.5).
    static byte[] time(Instant time) {
        var text = TIME.format(time);
        return text.compareTo("2050") < 0
                ? of(0x17, text.substring(2).getBytes(US_ASCII))
                : of(0x18, text.getBytes(US_ASCII));
    }

    /// An object identifier.
    static byte[] identifier(int first, int second, int... rest) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(40 * first + second);
        for (var arc : rest) {
            for (var shift = 28; shift > 0; shift -= 7) {
                if (arc >>> shift > 0) {
                    bytes.write(0x80 | ((arc >>> shift) & 0x7f));
                }
            }
            bytes.write(arc & 0x7f);
        }
        return of(0x06, bytes.toByteArray());
    }

    /// Something whose tag says what it means, around what it is.
    static byte[] explicit(int number, byte[] value) {
        return of(0xa0 | number, value);
    }

    /// Bytes whose tag says what they mean, in place of what they are.
    static byte[] implicit(int number, byte[] bytes) {
        return of(0x80 | number, bytes);
    }

    private static byte[] of(int tag, byte[]... parts) {
        var length = 0;
        for (var part : parts) {
            length += part.length;
        }
        var bytes = new ByteArrayOutputStream();
        bytes.write(tag);
        if (length >= 0x100) {
            bytes.write(0x82);
            bytes.write(length >>> 8);
        } else if (length >= 0x80) {
            bytes.write(0x81);
        }
        bytes.write(length);
        for (var part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
