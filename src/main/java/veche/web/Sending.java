package veche.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import veche.file.KeptFile;
import veche.file.Uploads;

/// Hands out a file so that it can do nothing in a browser but be looked at or saved.
final class Sending {

    private Sending() {}

    /// Sends it, or its headers alone to a HEAD request. Waits for the client.
    ///
    /// @throws Declined if it is gone
    static void send(
            Uploads uploads, KeptFile file, Request request, Response response, Callback callback)
            throws Declined, IOException {
        try (var content = Files.newInputStream(uploads.content(file))) {
            head(file, response);
            if (request.getMethod().equals("HEAD")) {
                response.write(true, null, callback);
                return;
            }
            copy(content, response, callback);
        } catch (NoSuchFileException gone) {
            throw new Declined(404, "not found");
        }
    }

    /// Ends also when the client leaves, or takes nothing for as long as Jetty lets it.
    private static void copy(InputStream content, Response response, Callback callback) {
        try (var body = Content.Sink.asOutputStream(response)) {
            content.transferTo(body);
        } catch (IOException gone) {
            callback.failed(gone);
            return;
        }
        callback.succeeded();
    }

    private static void head(KeptFile file, Response response) {
        response.setStatus(200);
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, file.type().told())
                .put(HttpHeader.CONTENT_LENGTH, file.size())
                .put("Content-Disposition", Disposition.write(file.type().isShown(), file.name()))
                .put("X-Content-Type-Options", "nosniff")
                .put(
                        "Content-Security-Policy",
                        "default-src 'none'; sandbox; frame-ancestors 'none'")
                .put("Cross-Origin-Resource-Policy", "same-origin")
                .put("Referrer-Policy", "no-referrer")
                .put(HttpHeader.ACCEPT_RANGES, "none")
                // Its path is as good as a password, so nobody on the way keeps it.
                .put(HttpHeader.CACHE_CONTROL, "private, max-age=31536000, immutable");
    }
}
