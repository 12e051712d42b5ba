package veche.web;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Gives browsers the page, which lies beside our classes. It needs nothing from elsewhere, and its
/// headers see to that.
final class Assets extends Handler.Abstract {

    private static final String FRONT = "/";

    /// Files alone, in the folder of the page or in the one below it; nothing leads out of there.
    private static final Pattern PATH =
            Pattern.compile("/(?:assets/)?[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+");

    /// What is in there has the hash of what it contains in its name: it never changes.
    private static final String HASHED = "/assets/";

    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "webmanifest", "application/manifest+json");

    private static final HttpField FOREVER =
            new PreEncodedHttpField(
                    HttpHeader.CACHE_CONTROL, "public, max-age=31536000, immutable");

    private static final HttpField ASK_FIRST =
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-cache");

    private static final HttpField[] SAFETY = {
        new PreEncodedHttpField(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self';"
                        + " img-src 'self' data: blob:; connect-src 'self'; font-src 'self';"
                        + " manifest-src 'self'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'"),
        new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
        new PreEncodedHttpField("X-Frame-Options", "DENY"),
        new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
        new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"),
        new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"),
        new PreEncodedHttpField(
                "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
    };

    private final Map<String, Asset> known = new ConcurrentHashMap<>();

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        var path = Request.getPathInContext(request);
        var asset = find(path);
        if (asset.isEmpty()) {
            return false;
        }
        if (Answer.isReading(request)) {
            send(asset.get(), path, request, response, callback);
        } else {
            Answer.notAllowed(response, callback);
        }
        return true;
    }

    private Optional<Asset> find(String path) throws IOException {
        if (!path.equals(FRONT) && !PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        var name = path.equals(FRONT) ? "/index.html" : path;
        var asset = known.get(name);
        return asset != null ? Optional.of(asset) : load(name);
    }

    private Optional<Asset> load(String name) throws IOException {
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        try (var file = Assets.class.getResourceAsStream("page" + name)) {
            if (type == null || file == null) {
                return Optional.empty();
            }
            var asset = new Asset(type, file.readAllBytes());
            known.put(name, asset);
            return Optional.of(asset);
        }
    }

    private static void send(
            Asset asset, String path, Request request, Response response, Callback callback) {
        var asGzip =
                asset.isCompressible()
                        && request.getHeaders().contains(HttpHeader.ACCEPT_ENCODING, "gzip");
        var headers = response.getHeaders();
        var tag = asset.tag(asGzip);
        headers.put(path.startsWith(HASHED) ? FOREVER : ASK_FIRST)
                .put(HttpHeader.ETAG, tag)
                .put(HttpHeader.VARY, HttpHeader.ACCEPT_ENCODING.asString());
        for (var field : SAFETY) {
            headers.put(field);
        }
        if (request.getHeaders().getCSV(HttpHeader.IF_NONE_MATCH, true).contains(tag)) {
            response.setStatus(304);
            response.write(true, null, callback);
            return;
        }
        var bytes = asset.bytes(asGzip);
        headers.put(HttpHeader.CONTENT_TYPE, asset.type())
                .put(HttpHeader.CONTENT_LENGTH, bytes.remaining());
        if (asGzip) {
            headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        response.setStatus(200);
        response.write(true, bytes, callback);
    }
}
