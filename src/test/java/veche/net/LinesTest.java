package veche.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void tenLinesMayComeInOneRead() throws IOException {
        var ten = IntStream.range(0, 10).mapToObj(i -> "line " + i).toList();
        assertThat(read(String.join("\r\n", ten) + "\r\n")).isEqualTo(ten);
    }

    @Test
    void oneLineMayComeInTenReads() throws IOException {
        assertThat(read("h", "e", "l", "l", "o", ",", " y", "ou", "\r", "\n"))
                .containsExactly("hello, you");
    }

    @Test
    void aLineMayBeLongerThanTheBuffer() throws IOException {
        var line = "0123456789".repeat(90);
        assertThat(read(line + "\nshort\n")).containsExactly(line, "short");
    }

    @Test
    void theEndOfTheStreamStaysTheEnd() throws IOException {
        var lines = new Lines(bytes -> -1, 1000);
        assertThat(lines.read()).isNull();
        assertThat(lines.read()).isNull();
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(read("one\nt", "wo")).containsExactly("one", "two");
    }

    @Test
    void halfALineThatWeDidNotLetTheClientFinishIsNone() throws IOException {
        assertThat(read(true, "one\nt", "wo")).containsExactly("one");
    }

    @Test
    void whoeverSendsWithoutEndIsNotReadWithoutEnd() throws IOException {
        var lines =
                new Lines(
                        buffer -> {
                            var size = buffer.remaining();
                            buffer.put(TestServer.bytes("\n".repeat(size)));
                            return size;
                        },
                        1000);
        for (var turn = 0; turn < 3; turn++) {
            var count = 0;
            for (var line = lines.next(); line != null; line = lines.next()) {
                count++;
            }
            assertThat(count).isEqualTo(Buffers.SIZE);
            assertThat(lines.isOver()).isFalse();
        }
    }

    @Test
    void whileTheLastLineIsObeyedOthersHaveTheBuffer() throws IOException {
        var buffers = new Buffers();
        var used = new ArrayDeque<ByteBuffer>();
        var lines =
                new Lines(
                        buffer -> {
                            used.add(buffer);
                            buffer.put(TestServer.bytes("one\ntwo\n"));
                            return 8;
                        },
                        1000,
                        buffers);
        lines.next();
        assertThat(buffers.take()).isNotSameAs(used.element());
        lines.next();
        assertThat(buffers.take()).isSameAs(used.element());
    }

    private static List<String> read(String... pieces) throws IOException {
        return read(false, pieces);
    }

    private static List<String> read(boolean cutShort, String... pieces) throws IOException {
        var coming = new ArrayDeque<byte[]>();
        for (var piece : pieces) {
            coming.add(TestServer.bytes(piece));
        }
        var lines = new Lines(new Pieces(coming, cutShort), 1000);
        var texts = new ArrayList<String>();
        for (var line = lines.read(); line != null; line = lines.read()) {
            texts.add(((Line.Of) line).text());
        }
        return texts;
    }

    /// A stream that comes in pieces.
    private record Pieces(Deque<byte[]> coming, boolean isCutShort) implements Lines.Source {
        @Override
        public int readNow(ByteBuffer buffer) {
            var piece = coming.poll();
            if (piece == null) {
                return -1;
            }
            var size = Math.min(piece.length, buffer.remaining());
            buffer.put(piece, 0, size);
            if (size < piece.length) {
                coming.addFirst(Arrays.copyOfRange(piece, size, piece.length));
            }
            return size;
        }
    }
}
