package veche.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// A file that is being sent. Nobody can get it before it is [finished][#finish]; if it is closed
/// before that, nothing of it is left. For one thread, which waits for the disk.
public final class Upload implements AutoCloseable {

    private final Uploads all;
    private final Place place;
    private final UnfinishedFile file;
    private final FileChannel channel;
    private long size;

    /// @throws IOException if the disk fails
    Upload(Uploads all, Place place, Path folder) throws IOException {
        this.all = all;
        this.place = place;
        this.file = new UnfinishedFile(folder, place.id());
        this.channel = file.open();
    }

    /// How much of it is there, in bytes.
    public long size() {
        return size;
    }

    /// Adds to it.
    ///
    /// @param bytes no more than there is room for
    /// @throws IOException if the disk fails
    public void write(ByteBuffer bytes) throws IOException {
        size += bytes.remaining();
        if (size > place.most()) {
            throw new IllegalStateException("more than there is room for");
        }
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// Makes it a file that can be asked for, and that no crash takes back.
    ///
    /// @throws IOException if the disk fails; then there is no such file
    public KeptFile finish(FileName name, MediaType type) throws IOException {
        channel.force(true);
        var kept = new KeptFile(place.id(), place.owner(), name, type, size, all.now());
        file.finish(kept);
        all.add(kept);
        return kept;
    }

    @Override
    public void close() throws IOException {
        try (channel;
                file) {
            all.end(place);
        }
    }
}
