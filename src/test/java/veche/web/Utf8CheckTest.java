package veche.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class Utf8CheckTest {

    private final Utf8Check check = new Utf8Check();

    @Test
    void everyCutThroughATextIsFine() {
        var text = "a ж € 𝄞 z".getBytes(UTF_8);
        for (var cut = 0; cut <= text.length; cut++) {
            assertThat(check.goesOn(ByteBuffer.wrap(text, 0, cut), false)).isTrue();
            assertThat(check.goesOn(ByteBuffer.wrap(text, cut, text.length - cut), true)).isTrue();
        }
    }

    @Test
    void aTextMayNotEndInTheMiddleOfACharacter() {
        var text = "𝄞".getBytes(UTF_8);
        assertThat(check.goesOn(ByteBuffer.wrap(text, 0, 3), true)).isFalse();
        assertThat(check.goesOn(ByteBuffer.wrap(text), true)).isTrue();
    }

    /// What is UTF-8 says Java, to whom it is given in one piece.
    @RepeatedTest(20)
    void randomBytesInRandomPiecesAreJudgedAsJavaJudgesThem() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var round = 0; round < 1000; round++) {
            var bytes = bytes(random);
            assertThat(inPieces(bytes, random))
                    .as("seed %d, bytes %s", seed, Arrays.toString(bytes))
                    .isEqualTo(isUtf8(bytes));
        }
    }

    private static byte[] bytes(Random random) {
        var text = new StringBuilder();
        random.ints(random.nextInt(8), 0, 0x11_0000)
                .filter(it -> it < 0xD800 || it > 0xDFFF)
                .forEach(text::appendCodePoint);
        var bytes = text.toString().getBytes(UTF_8);
        if (bytes.length > 0 && random.nextBoolean()) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static boolean inPieces(byte[] bytes, Random random) {
        var check = new Utf8Check();
        var from = 0;
        while (from < bytes.length) {
            var length = Math.min(random.nextInt(4), bytes.length - from);
            if (!check.goesOn(ByteBuffer.wrap(bytes, from, length), false)) {
                return false;
            }
            from += length;
        }
        return check.goesOn(ByteBuffer.allocate(0), true);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
