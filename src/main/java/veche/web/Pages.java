package veche.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Answers requests out of a table of pages, which can be read and not changed.
final class Pages extends Handler.Abstract {

    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private final Map<String, Page> pages;

    /// @param pages each with its path, such as `/healthz`
    Pages(Map<String, Page> pages) {
        this.pages = Map.copyOf(pages);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var page = pages.get(Request.getPathInContext(request));
        if (page == null) {
            write(response, callback, Answer.refusal(404, "not found"));
        } else if (!METHODS.contains(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            write(response, callback, Answer.refusal(405, "method not allowed"));
        } else {
            write(response, callback, page.answer());
        }
        return true;
    }

    /// Writes an answer. To a HEAD request, Jetty sends no more than its headers.
    private static void write(Response response, Callback callback, Answer answer) {
        var bytes = answer.text().getBytes(UTF_8);
        response.setStatus(answer.status());
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, answer.type())
                .put(HttpHeader.CONTENT_LENGTH, bytes.length)
                // What was true a moment ago is of no use, and nothing here is a page to look at.
                .put(HttpHeader.CACHE_CONTROL, "no-store")
                .put("X-Content-Type-Options", "nosniff")
                .put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .put("Referrer-Policy", "no-referrer");
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }

    /// What is answered where there is no page to ask: to a request that is no HTTP, or when
    /// something is broken on our side, which the log has.
    static final class Failures implements Request.Handler {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            // Jetty has set it.
            var status = response.getStatus();
            write(response, callback, Answer.refusal(status, HttpStatus.getMessage(status)));
            return true;
        }
    }
}
