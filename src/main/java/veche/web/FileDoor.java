package veche.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.account.Account;
import veche.file.FileId;
import veche.file.KeptFile;
import veche.file.Uploads;

/// Files, at [KeptFile#FOLDER]: POST there uploads one, as FILEHOST has it
/// (https://codeberg.org/emersion/soju/src/branch/master/doc/ext/filehost.md), GET at its own path
/// hands it out to whoever knows that, and DELETE there removes it.
///
/// Each request has a virtual thread, which may wait.
final class FileDoor extends Handler.Abstract {

    private static final Logger log = LoggerFactory.getLogger(FileDoor.class);

    private final Hosting hosting;
    private final Uploads uploads;
    private final Origins origins;
    private final Receiving receiving;

    FileDoor(Hosting hosting) {
        this.hosting = hosting;
        this.uploads = hosting.uploads();
        this.origins = new Origins(hosting.settings().origins());
        this.receiving = new Receiving(uploads, hosting.settings().files());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException, InterruptedException {
        var path = request.getHttpURI().getPath();
        var isFolder = path.equals(KeptFile.FOLDER);
        if (!isFolder && !path.startsWith(KeptFile.FOLDER + "/")) {
            return false;
        }
        try {
            var file = isFolder ? Optional.<KeptFile>empty() : Optional.of(find(path));
            answer(request, file, response, callback);
        } catch (Declined declined) {
            decline(declined, request, response, callback);
        }
        return true;
    }

    private KeptFile find(String path) throws Declined {
        var parts = path.split("/", -1);
        return (parts.length == 4 ? FileId.parse(parts[2]) : Optional.<FileId>empty())
                .flatMap(uploads::find)
                .filter(file -> isName(file, parts[3]))
                .orElseThrow(() -> new Declined(404, "not found"));
    }

    /// Nobody can call a file otherwise than its owner does.
    private static boolean isName(KeptFile file, String written) {
        return Disposition.percentDecoded(written).filter(file.name().text()::equals).isPresent();
    }

    /// @param file empty if it is asked of all of them
    private void answer(
            Request request, Optional<KeptFile> file, Response response, Callback callback)
            throws Declined, IOException, InterruptedException {
        var methods = file.isPresent() ? List.of("GET", "HEAD", "DELETE") : List.of("POST");
        var method = request.getMethod();
        if (method.equals("OPTIONS")) {
            admitOrigin(request, response);
            options(methods, response);
            Answer.noContent(response, callback);
        } else if (!methods.contains(method)) {
            options(methods, response);
            throw new Declined(405, "method not allowed");
        } else if (file.isEmpty()) {
            admitOrigin(request, response);
            upload(request, response, callback);
        } else if (method.equals("DELETE")) {
            admitOrigin(request, response);
            remove(request, file.get());
            Answer.noContent(response, callback);
        } else {
            Sending.send(uploads, file.get(), request, response, callback);
        }
    }

    private void options(List<String> methods, Response response) {
        response.getHeaders().put(HttpHeader.ALLOW, String.join(", ", methods) + ", OPTIONS");
        if (methods.contains("POST")) {
            var types = String.join(", ", hosting.settings().files().types());
            response.getHeaders().put("Accept-Post", types);
        }
    }

    /// A page of somebody else's may not do anything here, or a browser would do so for whoever
    /// looks at it; those of [Origins] may, and their browsers are told so
    /// (https://fetch.spec.whatwg.org/#http-cors-protocol).
    private void admitOrigin(Request request, Response response) throws Declined {
        response.getHeaders().put(HttpHeader.VARY, "Origin");
        var origin = Origins.of(request);
        if (origin.isEmpty()) {
            return;
        }
        if (!origins.admit(origin.get(), request)) {
            throw new Declined(403, "pages of other sites may not do this: http.origins");
        }
        response.getHeaders()
                .put("Access-Control-Allow-Origin", origin.get())
                .put("Access-Control-Allow-Methods", "POST, DELETE")
                .put(
                        "Access-Control-Allow-Headers",
                        "Authorization, Content-Type, Content-Disposition")
                .put("Access-Control-Expose-Headers", "Location, Retry-After")
                .put("Access-Control-Max-Age", "600");
    }

    private void upload(Request request, Response response, Callback callback)
            throws Declined, InterruptedException {
        var phase = hosting.phase().get();
        if (phase != Phase.SERVING) {
            throw new Declined(503, phase.word());
        }
        var promised = receiving.promised(request);
        var account = login(request);
        var file = receiving.receive(request, promised, account);
        log.atInfo()
                .addKeyValue("account", account.name())
                .addKeyValue("type", file.type())
                .addKeyValue("bytes", file.size())
                .log("file uploaded");
        var url = hosting.settings().url().orElseGet(() -> site(request)) + file.path();
        response.getHeaders().put(HttpHeader.LOCATION, url);
        new Answer(201, "text/plain; charset=utf-8", url + "\n").write(response, callback);
    }

    private String site(Request request) {
        return Caller.of(request, hosting.settings().proxies()).site(request);
    }

    private Account login(Request request) throws Declined, InterruptedException {
        var caller = Caller.of(request, hosting.settings().proxies());
        var authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        return hosting.login().require(authorization, caller.address().getAddress());
    }

    private void remove(Request request, KeptFile file)
            throws Declined, IOException, InterruptedException {
        var account = login(request);
        if (!account.id().equals(file.owner())) {
            throw new Declined(403, "it is somebody else's");
        }
        if (!uploads.remove(file.id())) {
            throw new Declined(404, "not found");
        }
        log.atInfo()
                .addKeyValue("account", account.name())
                .addKeyValue("bytes", file.size())
                .log("file removed");
    }

    /// What the client is still sending is read first, within bounds, since one that cannot send
    /// does not listen.
    private static void decline(
            Declined declined, Request request, Response response, Callback callback) {
        Receiving.drain(request);
        declined.headers().forEach(response.getHeaders()::put);
        declined.answer().write(response, callback);
    }
}
