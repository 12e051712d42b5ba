package veche.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.account.Account;
import veche.config.FileHosting;
import veche.file.FileName;
import veche.file.KeptFile;
import veche.file.MediaType;
import veche.file.NoRoom;
import veche.file.Picture;
import veche.file.Upload;
import veche.file.Uploads;

/// Takes the files that people send, bit by bit: no more than [#PORTION] bytes of one are in
/// memory. Runs on the thread of the request, and waits for the client and the disk.
final class Receiving {

    private static final Logger log = LoggerFactory.getLogger(Receiving.class);

    /// In bytes.
    private static final int PORTION = 16 << 10;

    /// How slowly a file may come, in bytes a second: who takes longer takes the place of others.
    private static final long SLOWEST = 8 << 10;

    /// How long it may come more slowly at first.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// How much of a file that is not wanted is read nevertheless, in bytes, and for how long.
    private static final long DRAINED = 16 << 20;

    private static final Duration DRAINING = Duration.ofSeconds(3);

    /// How long a client that is declined may send nothing meanwhile: somebody else may need its
    /// place.
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final Uploads uploads;
    private final FileHosting rules;

    Receiving(Uploads uploads, FileHosting rules) {
        this.uploads = uploads;
        this.rules = rules;
    }

    /// What a client says of a file before it sends it.
    ///
    /// @param size how many bytes it has at most
    record Promised(FileName name, MediaType type, long size) {}

    /// Reads what the client says of its file.
    ///
    /// @throws Declined if such a file is not taken, whoever sends it
    Promised promised(Request request) throws Declined {
        var headers = request.getHeaders();
        if (headers.contains(HttpHeader.CONTENT_ENCODING)) {
            throw new Declined(415, "files are taken as they are: no Content-Encoding");
        }
        // Negative if the client does not know it yet.
        var length = request.getLength();
        if (length == 0) {
            throw new Declined(400, "the file is empty");
        }
        if (length > rules.largest()) {
            throw tooLarge();
        }
        var said = Optional.ofNullable(headers.get(HttpHeader.CONTENT_TYPE));
        var type = said.isEmpty() ? Optional.of(MediaType.BYTES) : MediaType.parse(said.get());
        return new Promised(
                Disposition.name(headers.get("Content-Disposition")),
                type.filter(it -> it.isOneOf(rules.types())).orElseThrow(this::wrongType),
                length < 0 ? rules.largest() : length);
    }

    private Declined tooLarge() {
        return new Declined(413, "a file can have " + rules.largest() + " bytes");
    }

    private Declined wrongType() {
        var types = String.join(", ", rules.types());
        return new Declined(
                415, "files of these types are taken: " + types, Map.of("Accept-Post", types));
    }

    /// Takes it.
    ///
    /// @throws Declined if it is not taken; then nothing of it is left
    KeptFile receive(Request request, Promised promised, Account account) throws Declined {
        try (var upload = uploads.begin(account.id(), promised.size())) {
            var type = copy(Content.Source.asInputStream(request), promised, upload);
            return upload.finish(promised.name(), type);
        } catch (NoRoom full) {
            throw noRoom(full);
        } catch (IOException disk) {
            log.atError().setCause(disk).log("a file cannot be kept");
            throw new Declined(500, "the file cannot be kept");
        }
    }

    /// @return of which type it is
    /// @throws IOException if the disk fails
    private MediaType copy(InputStream from, Promised promised, Upload to)
            throws Declined, IOException {
        var start = System.nanoTime();
        var bytes = new byte[PORTION];
        var begun = read(from, bytes, Picture.BEGINNING);
        var type = type(promised.type(), Arrays.copyOf(bytes, begun));
        for (var length = begun; length > 0; length = read(from, bytes, 1)) {
            if (to.size() + length > promised.size()) {
                throw tooLarge();
            }
            to.write(ByteBuffer.wrap(bytes, 0, length));
            requireSpeed(to.size(), Duration.ofNanos(System.nanoTime() - start));
        }
        if (to.size() == 0) {
            throw new Declined(400, "the file is empty");
        }
        return type;
    }

    /// @param time in which so many bytes have come
    static void requireSpeed(long bytes, Duration time) throws Declined {
        if (time.compareTo(PATIENCE.plusSeconds(bytes / SLOWEST)) > 0) {
            throw new Declined(408, "that took too long");
        }
    }

    /// Reads at least so many bytes, unless there are no more.
    ///
    /// @throws Declined if the client breaks off
    private static int read(InputStream from, byte[] bytes, int least) throws Declined {
        try {
            var length = 0;
            while (length < least) {
                var more = from.read(bytes, length, bytes.length - length);
                if (more < 0) {
                    break;
                }
                length += more;
            }
            return length;
        } catch (IOException gone) {
            throw new Declined(400, "the file is not complete");
        }
    }

    /// A picture is what its first bytes say, whatever the client says. What is called one of those
    /// that browsers show has to be one.
    private MediaType type(MediaType promised, byte[] beginning) throws Declined {
        var picture = Picture.of(beginning).map(Picture::type);
        if (picture.isEmpty() && Picture.of(promised).isPresent()) {
            throw new Declined(415, "that is no " + promised);
        }
        return picture.filter(it -> it.isOneOf(rules.types())).orElse(promised);
    }

    private static Declined noRoom(NoRoom full) {
        return switch (full.why()) {
            case ACCOUNT -> new Declined(507, "you have as many files as you may have");
            case SERVER -> new Declined(507, "there is no room for more files");
            case ACCOUNT_IS_BUSY, SERVER_IS_BUSY ->
                    new Declined(
                            full.why() == NoRoom.Cause.ACCOUNT_IS_BUSY ? 429 : 503,
                            "too many files are being sent",
                            Map.of("Retry-After", "5"));
        };
    }

    /// Reads and forgets what the client is still sending, within bounds.
    static void drain(Request request) {
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            // It sends nothing before it is told to (RFC 9110, section 10.1.1).
            return;
        }
        var connection = request.getConnectionMetaData().getConnection().getEndPoint();
        var patience = connection.getIdleTimeout();
        connection.setIdleTimeout(SILENCE.toMillis());
        var deadline = System.nanoTime() + DRAINING.toNanos();
        var bytes = new byte[PORTION];
        try (var rest = Content.Source.asInputStream(request)) {
            var left = DRAINED;
            while (left > 0 && System.nanoTime() - deadline < 0) {
                var length = rest.read(bytes);
                if (length < 0) {
                    return;
                }
                left -= length;
            }
        } catch (IOException gone) {
            // Nobody will read the answer, or nothing more comes.
        } finally {
            connection.setIdleTimeout(patience);
        }
    }
}
