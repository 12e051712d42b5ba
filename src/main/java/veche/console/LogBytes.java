package veche.console;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The log's files as one row of bytes, oldest first, as long as they were when this was opened.
/// They stay readable while they are rotated or archived. Of all of them one block is in memory.
/// For one thread.
final class LogBytes implements Closeable {

    private static final int BLOCK = 64 * 1024;

    private record Part(FileChannel file, long start, long length) {}

    private final List<Part> parts = new ArrayList<>();
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK);
    private long blockStart = -1;
    private long size;

    /// @param files oldest first
    static LogBytes open(List<Path> files) throws IOException {
        var bytes = new LogBytes();
        try {
            for (var path : files) {
                var file = FileChannel.open(path);
                bytes.parts.add(new Part(file, bytes.size, file.size()));
                bytes.size += file.size();
            }
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
        return bytes;
    }

    private LogBytes() {}

    long size() {
        return size;
    }

    byte at(long position) throws IOException {
        var start = position - position % BLOCK;
        if (start != blockStart) {
            load(start);
        }
        return block.get((int) (position - start));
    }

    /// The text between two positions, the second one excluded.
    String text(long from, long to) throws IOException {
        var text = new byte[Math.toIntExact(to - from)];
        for (var i = 0; i < text.length; i++) {
            text[i] = at(from + i);
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    /// Loads a block. What has been shredded meanwhile reads as zeros.
    private void load(long start) throws IOException {
        blockStart = -1;
        block.clear();
        for (var part : parts) {
            var from = Math.max(start, part.start);
            var to = Math.min(start + BLOCK, part.start + part.length);
            if (from < to) {
                read(
                        part.file,
                        from - part.start,
                        block.slice((int) (from - start), (int) (to - from)));
            }
        }
        blockStart = start;
    }

    private static void read(FileChannel file, long from, ByteBuffer into) throws IOException {
        while (into.hasRemaining()) {
            if (file.read(into, from + into.position()) < 0) {
                break;
            }
        }
        while (into.hasRemaining()) {
            into.put((byte) 0);
        }
    }

    @Override
    public void close() throws IOException {
        for (var part : parts) {
            part.file.close();
        }
    }
}
