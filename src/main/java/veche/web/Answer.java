package veche.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// What a page says, as text.
///
/// @param status of HTTP (RFC 9110, section 15)
/// @param type the media type, with its character set, which is always UTF-8
record Answer(int status, String type, String text) {

    private static final String PLAIN = "text/plain; charset=utf-8";

    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    /// @param words in one line, without its end
    static Answer ok(String words) {
        return new Answer(200, PLAIN, words + "\n");
    }

    /// Not now; later perhaps.
    static Answer unavailable(String why) {
        return refusal(503, why);
    }

    static Answer refusal(int status, String why) {
        return new Answer(status, PLAIN, why + "\n");
    }

    /// Whether a request only reads.
    static boolean isReading(Request request) {
        return METHODS.contains(request.getMethod());
    }

    /// Sends that a request may only read.
    static void notAllowed(Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
        refusal(405, "method not allowed").write(response, callback);
    }

    /// Says that all is well, and no more.
    static void noContent(Response response, Callback callback) {
        response.setStatus(204);
        response.write(true, null, callback);
    }

    /// Sends it. To a HEAD request, Jetty sends no more than its headers.
    void write(Response response, Callback callback) {
        var bytes = text.getBytes(UTF_8);
        response.setStatus(status);
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, type)
                .put(HttpHeader.CONTENT_LENGTH, bytes.length)
                // What was true a moment ago is of no use, and nothing here is a page to look at.
                .put(HttpHeader.CACHE_CONTROL, "no-store")
                .put("X-Content-Type-Options", "nosniff")
                .put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .put("Referrer-Policy", "no-referrer");
        if (status == HttpStatus.UPGRADE_REQUIRED_426) {
            // To what has to be said with it (RFC 9110, section 15.5.22).
            response.getHeaders()
                    .put(HttpHeader.UPGRADE, "websocket")
                    .put(HttpHeader.CONNECTION, "Upgrade");
        }
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }
}
