package veche.web;

import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Answers requests out of a table of pages, which can be read and not changed.
final class Pages extends Handler.Abstract {

    private final Map<String, Page> pages;

    /// @param pages each with its path, such as `/healthz`
    Pages(Map<String, Page> pages) {
        this.pages = Map.copyOf(pages);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var page = pages.get(Request.getPathInContext(request));
        if (page == null) {
            Answer.refusal(404, "not found").write(response, callback);
        } else if (!Answer.isReading(request)) {
            Answer.notAllowed(response, callback);
        } else {
            page.answer().write(response, callback);
        }
        return true;
    }

    /// What is answered where there is no page to ask: to a request that is no HTTP, or when
    /// something is broken on our side, which the log has.
    static final class Failures implements Request.Handler {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            // Jetty has set it.
            var status = response.getStatus();
            Answer.refusal(status, HttpStatus.getMessage(status)).write(response, callback);
            return true;
        }
    }
}
