package veche.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineParserTest {

    private static final int LONGEST = 16;
    private static final Line TOO_LONG = new Line.TooLong();
    private static final Line NOT_UTF8 = new Line.NotUtf8();

    @Test
    void bothLineEndsCount() {
        assertThat(parse("one\ntwo\r\n\n\r\nfive"))
                .containsExactly(of("one"), of("two"), of(""), of(""), of("five"));
    }

    @Test
    void aCarriageReturnInsideALineIsPartOfIt() {
        assertThat(parse("a\rb\r\r\nc\r")).containsExactly(of("a\rb\r"), of("c\r"));
    }

    @Test
    void theLongestLineMayHaveEitherEnd() {
        var longest = "x".repeat(LONGEST);
        assertThat(parse(longest + "\n" + longest + "\r\n" + longest))
                .containsExactly(of(longest), of(longest), of(longest));
    }

    @Test
    void aLineThatIsTooLongIsSkipped() {
        var tooLong = "x".repeat(LONGEST + 1);
        assertThat(parse(tooLong + "\nshort\n" + tooLong + "\r\n" + tooLong))
                .containsExactly(TOO_LONG, of("short"), TOO_LONG, TOO_LONG);
    }

    @Test
    void theLengthIsCountedInBytes() {
        assertThat(parse("ж".repeat(LONGEST / 2) + "\n" + "ж".repeat(LONGEST / 2 + 1) + "\n"))
                .containsExactly(of("ж".repeat(LONGEST / 2)), TOO_LONG);
    }

    @Test
    void whatIsNotUtf8IsSaidToBeSo() {
        assertThat(parse(new byte[] {'a', (byte) 0xC3, '\n', 'b', '\n', (byte) 0xFF}))
                .containsExactly(NOT_UTF8, of("b"), NOT_UTF8);
    }

    @Test
    void surrogatesAndOverlongFormsAreNotUtf8() {
        assertThat(parse(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80, '\n'}))
                .containsExactly(NOT_UTF8);
        assertThat(parse(new byte[] {(byte) 0xC0, (byte) 0x80, '\n'})).containsExactly(NOT_UTF8);
    }

    @Test
    void anEmptyStreamHasNoLine() {
        assertThat(parse("")).isEmpty();
    }

    @Test
    void aMegabyteWithoutAnEndIsOneLineThatIsTooLong() {
        assertThat(parse("x".repeat(1 << 20))).containsExactly(TOO_LONG);
    }

    @Test
    void howTheStreamIsCutMakesNoDifference() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var round = 0; round < 5_000; round++) {
            var stream = randomStream(random);
            assertThat(parseInPieces(stream, random))
                    .as("seed %d, round %d: %s", seed, round, Arrays.toString(stream))
                    .isEqualTo(expected(stream));
        }
    }

    @Test
    void randomBytesAreLinesToo() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var round = 0; round < 5_000; round++) {
            var stream = new byte[random.nextInt(200)];
            random.nextBytes(stream);
            assertThat(parseInPieces(stream, random))
                    .as("seed %d, round %d: %s", seed, round, Arrays.toString(stream))
                    .isEqualTo(expected(stream));
        }
    }

    /// Mostly what is at the border of something: ends, halves of characters, lengths.
    private static byte[] randomStream(Random random) {
        var words =
                List.of("\n", "\r\n", "\r", "a", "ж", "🙂", "x".repeat(LONGEST - 1), "0123456789");
        var stream = new ByteArrayOutputStream();
        for (var more = random.nextInt(20); more > 0; more--) {
            if (random.nextInt(20) == 0) {
                stream.write(random.nextInt(256));
            } else {
                stream.writeBytes(TestServer.bytes(words.get(random.nextInt(words.size()))));
            }
        }
        return stream.toByteArray();
    }

    /// The same rules, said of the whole stream at once.
    private static List<Line> expected(byte[] stream) {
        var lines = new ArrayList<Line>();
        var start = 0;
        for (var i = 0; i < stream.length; i++) {
            if (stream[i] == '\n') {
                var end = i > start && stream[i - 1] == '\r' ? i - 1 : i;
                lines.add(expected(stream, start, end));
                start = i + 1;
            }
        }
        if (start < stream.length) {
            lines.add(expected(stream, start, stream.length));
        }
        return lines;
    }

    private static Line expected(byte[] stream, int start, int end) {
        var bytes = Arrays.copyOfRange(stream, start, end);
        if (bytes.length > LONGEST) {
            return TOO_LONG;
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        return Arrays.equals(TestServer.bytes(text), bytes) ? of(text) : NOT_UTF8;
    }

    private static List<Line> parse(String stream) {
        return parse(TestServer.bytes(stream));
    }

    private static List<Line> parse(byte[] stream) {
        return parseInPieces(stream, stream.length, new Random(0));
    }

    private static List<Line> parseInPieces(byte[] stream, Random random) {
        return parseInPieces(stream, 1 + random.nextInt(40), random);
    }

    private static List<Line> parseInPieces(byte[] stream, int largest, Random random) {
        var parser = new LineParser(LONGEST);
        var lines = new ArrayList<Line>();
        for (var start = 0; start < stream.length; ) {
            var size = largest == stream.length ? largest : 1 + random.nextInt(largest);
            var piece = ByteBuffer.wrap(stream, start, Math.min(size, stream.length - start));
            start += piece.remaining();
            for (var line = parser.next(piece); line != null; line = parser.next(piece)) {
                lines.add(line);
            }
            assertThat(piece.hasRemaining()).isFalse();
        }
        var last = parser.end();
        if (last != null) {
            lines.add(last);
        }
        assertThat(parser.end()).isNull();
        return lines;
    }

    private static Line of(String text) {
        return new Line.Of(text);
    }
}
