package veche.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// A file of the page, ready to be sent.
final class Asset {

    /// How much of a hash is enough to tell one version from another, in bytes.
    private static final int TAG = 12;

    private final String type;
    private final byte[] plain;
    private final byte @Nullable [] compressed;
    private final String tag;

    /// @param type its media type
    Asset(String type, byte[] bytes) {
        this.type = type;
        this.plain = bytes;
        var smaller = compress(bytes);
        this.compressed = smaller.length < bytes.length ? smaller : null;
        this.tag = tag(bytes);
    }

    String type() {
        return type;
    }

    /// Whether it is sent compressed to whoever understands that.
    boolean isCompressible() {
        return compressed != null;
    }

    /// What is sent, compressed by gzip or as it is.
    ByteBuffer bytes(boolean asGzip) {
        return ByteBuffer.wrap(asGzip && compressed != null ? compressed : plain)
                .asReadOnlyBuffer();
    }

    /// By what a browser recognises what it has (RFC 9110, section 8.8.3).
    String tag(boolean asGzip) {
        return '"' + tag + (asGzip ? "-gzip" : "") + '"';
    }

    private static byte[] compress(byte[] bytes) {
        var target = new ByteArrayOutputStream();
        try (var gzip = new BestGzip(target)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return target.toByteArray();
    }

    private static String tag(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, TAG));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java can do this", e);
        }
    }

    /// It is done once, and sent many times.
    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(ByteArrayOutputStream target) throws IOException {
            super(target);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
