package veche.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Uploading files, and getting them again.
class FilesTest {

    private static final String SETTINGS =
            """
            [http]
            listen = ["127.0.0.1:0"]
            [http.files]
            largest = "64KiB"
            per_account = "256KiB"
            total = "512KiB"
            """;

    private static final byte[] PNG = "\u0089PNG\r\n\u001a\n and so on".getBytes(ISO_8859_1);

    private ChatServer server = ChatServer.start(SETTINGS);
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void somebodyHasAnAccount() throws IOException {
        server.account("ann");
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    private void restart(String settings) throws IOException {
        server.close();
        server = ChatServer.start(settings);
        server.account("ann");
    }

    private URI url(String path) {
        return URI.create(server.urls().getFirst() + path);
    }

    private static String login(String name, String password) {
        var both = (name + ":" + password).getBytes(UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private HttpResponse<String> send(
            String method, URI url, byte[] body, Map<String, String> headers) throws Exception {
        var request = HttpRequest.newBuilder(url).method(method, BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofString(ISO_8859_1));
    }

    private HttpResponse<String> post(byte[] body, String type, String disposition)
            throws Exception {
        return send(
                "POST",
                url("/files"),
                body,
                Map.of(
                        "Authorization",
                        login("ann", Chat.PASSWORD),
                        "Content-Type",
                        type,
                        "Content-Disposition",
                        disposition));
    }

    private URI upload(byte[] body, String type, String disposition) throws Exception {
        var answer = post(body, type, disposition);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private HttpResponse<String> ask(String method, URI url) throws Exception {
        return send(method, url, new byte[0], Map.of());
    }

    private HttpResponse<String> delete(URI url, String name) throws Exception {
        return send(
                "DELETE", url, new byte[0], Map.of("Authorization", login(name, Chat.PASSWORD)));
    }

    private List<Path> kept() throws IOException {
        var folder = server.data().resolve("files");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void aPictureIsUploadedAndShown() throws Exception {
        var url = upload(PNG, "image/png", "attachment; filename=\"cat.png\"");
        assertThat(url.toString()).matches(url("/files/") + "[0-9a-f]{32}/cat\\.png");

        var answer = ask("GET", url);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().getBytes(ISO_8859_1)).isEqualTo(PNG);
        assertThat(header(answer, "Content-Type")).isEqualTo("image/png");
        assertThat(header(answer, "Content-Disposition"))
                .isEqualTo("inline; filename=\"cat.png\"; filename*=UTF-8''cat.png");
        assertSafe(answer);

        var head = ask("HEAD", url);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(PNG.length);
        assertSafe(head);
    }

    private static void assertSafe(HttpResponse<?> answer) {
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy"))
                .isEqualTo("default-src 'none'; sandbox; frame-ancestors 'none'");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Cache-Control"))
                .isEqualTo("private, max-age=31536000, immutable");
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("none");
    }

    /// What a browser might run is never shown by one, whatever its owner says that it is.
    @ParameterizedTest
    @CsvSource({
        "image/svg+xml, application/octet-stream, attachment",
        "text/html, application/octet-stream, attachment",
        "text/javascript, application/octet-stream, attachment",
        "application/pdf, application/pdf, attachment",
        "text/plain; charset=utf-7, text/plain; charset=utf-8, inline",
    })
    void whatBrowsersMightRunTheySave(String type, String told, String disposition)
            throws Exception {
        restart(SETTINGS + "types = [\"*/*\"]\n");
        var url = upload("<script>alert(1)</script>".getBytes(UTF_8), type, "attachment");
        var answer = ask("GET", url);
        assertThat(header(answer, "Content-Type")).isEqualTo(told);
        assertThat(header(answer, "Content-Disposition")).startsWith(disposition + "; ");
        assertSafe(answer);
    }

    @Test
    void aPictureHasToBeOne() throws Exception {
        var answer = post("<svg/onload=x>".getBytes(UTF_8), "image/png", "attachment");
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).isEqualTo("that is no image/png\n");
        assertThat(kept()).isEmpty();
    }

    @Test
    void onlySuchTypesAreTakenAsTheOperatorWants() throws Exception {
        var answer = post("MZ".getBytes(UTF_8), "application/x-msdownload", "attachment");
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(header(answer, "Accept-Post")).contains("image/*, audio/*");
    }

    /// Nobody can call a file so that it is a path.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "attachment; filename=\"../../veche.db\"",
                "attachment; filename=\"..\"",
                "attachment; filename=\"/etc/passwd\"",
                "attachment; filename=\"..\\..\\veche.toml\"",
                "attachment; filename*=UTF-8''..%2F..%2Fveche.db",
                "attachment; filename*=UTF-8''a%00.png",
                "attachment; filename*=UTF-8''a%0d%0aSet-Cookie:%20a",
                "attachment; filename*=UTF-8''%ff",
                "attachment; filename=\"unfinished",
            })
    void hostileNamesAreRefused(String disposition) throws Exception {
        var answer = post(PNG, "image/png", disposition);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(kept()).isEmpty();
    }

    @Test
    void namesInAnyScriptAreKept() throws Exception {
        var url =
                upload(
                        PNG,
                        "image/png",
                        "attachment; filename=\"x.png\"; filename*=UTF-8''%D1%87%D0%B0%D0%B9.png");
        assertThat(url.getPath()).endsWith("/чай.png");
        assertThat(header(ask("GET", url), "Content-Disposition"))
                .isEqualTo("inline; filename=\"___.png\"; filename*=UTF-8''%D1%87%D0%B0%D0%B9.png");
    }

    @Test
    void nothingElseIsHandedOut() throws Exception {
        var url = upload(PNG, "image/png", "attachment; filename=\"cat.png\"").getRawPath();
        var id = url.split("/", -1)[2];
        var paths =
                List.of(
                        "/files/",
                        "/files/" + id,
                        "/files/" + id + "/",
                        "/files/" + id + "/dog.png",
                        "/files/" + id + "/cat.png/",
                        "/files/" + id + "/content",
                        "/files/" + id + "/about.json",
                        "/files/" + "0".repeat(32) + "/cat.png",
                        "/files/../veche.db",
                        "/files/%2e%2e/veche.db",
                        "/files/..%2fveche.db",
                        "/files/%2e%2e%2fveche.db",
                        "/files/..%5cveche.db",
                        "/files/" + id + "/..%2f..%2f..%2fveche.db",
                        "/files//etc/passwd",
                        "/files/" + id + "/cat.png%00",
                        "/files/" + id + "/%",
                        "/files/" + id + "/cat%252epng");
        for (var path : paths) {
            assertThat(status("GET " + path)).as(path).isIn(400, 404);
        }
        assertThat(status("GET " + url)).isEqualTo(200);
    }

    /// Without a client that would make the path another one.
    private int status(String request) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(server.httpAddresses().getFirst());
            var text = request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            return Integer.parseInt(answer.split(" ", -1)[1]);
        }
    }

    @Test
    void onlyOwnersOfAccountsUpload() throws Exception {
        var url = url("/files");
        var anonymous = send("POST", url, PNG, Map.of("Content-Type", "image/png"));
        assertThat(anonymous.statusCode()).isEqualTo(401);
        assertThat(header(anonymous, "WWW-Authenticate"))
                .isEqualTo("Basic realm=\"Veche\", charset=\"UTF-8\"");
        for (var wrong :
                List.of(login("ann", "wrong"), login("nobody", "x"), "Basic ?", "Bearer x")) {
            var headers = Map.of("Content-Type", "image/png", "Authorization", wrong);
            assertThat(send("POST", url, PNG, headers).statusCode()).isEqualTo(401);
        }
        assertThat(server.ctl("ban", "add", "ann").exit()).isZero();
        assertThat(post(PNG, "image/png", "attachment").statusCode()).isEqualTo(403);
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatIsTooLargeIsRefused() throws Exception {
        var answer = post(new byte[(64 << 10) + 1], "text/plain", "attachment");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo("a file can have 65536 bytes\n");

        var body = new byte[200 << 10];
        var unmeasured =
                HttpRequest.newBuilder(url("/files"))
                        .header("Authorization", login("ann", Chat.PASSWORD))
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofByteArrays(List.of(body)))
                        .build();
        assertThat(client.send(unmeasured, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        assertThat(post(new byte[0], "text/plain", "attachment").statusCode()).isEqualTo(400);
        assertThat(kept()).isEmpty();
    }

    @Test
    void aFileWhoseSizeIsNotToldIsTakenAsWell() throws Exception {
        var request =
                HttpRequest.newBuilder(url("/files"))
                        .header("Authorization", login("ann", Chat.PASSWORD))
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofByteArrays(List.of("tea".getBytes(UTF_8))))
                        .build();
        var answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(ask("GET", URI.create(header(answer, "Location"))).body()).isEqualTo("tea");
    }

    @Test
    void thereIsOnlySoMuchRoom() throws Exception {
        server.account("bob");
        var body = new byte[64 << 10];
        for (var count = 0; count < 4; count++) {
            upload(body, "text/plain", "attachment");
        }
        var full = post(body, "text/plain", "attachment");
        assertThat(full.statusCode()).isEqualTo(507);
        assertThat(full.body()).isEqualTo("you have as many files as you may have\n");
        var headers =
                Map.of("Content-Type", "text/plain", "Authorization", login("bob", Chat.PASSWORD));
        assertThat(send("POST", url("/files"), body, headers).statusCode()).isEqualTo(201);
    }

    @Test
    void halfAFileLeavesNothing() throws Exception {
        try (var socket = new Socket()) {
            socket.connect(server.httpAddresses().getFirst());
            var head =
                    """
                    POST /files HTTP/1.1
                    Host: localhost
                    Authorization: %s
                    Content-Type: text/plain
                    Content-Length: 1000

                    half\
                    """
                            .formatted(login("ann", Chat.PASSWORD))
                            .replace("\n", "\r\n");
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.shutdownOutput();
            var answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(answer).startsWith("HTTP/1.1 400 ");
        }
        server.stop();
        assertThat(kept()).isEmpty();
    }

    @Test
    void itsOwnerRemovesIt() throws Exception {
        server.account("bob");
        var url = upload(PNG, "image/png", "attachment");
        assertThat(ask("DELETE", url).statusCode()).isEqualTo(401);
        assertThat(delete(url, "bob").statusCode()).isEqualTo(403);
        assertThat(ask("GET", url).statusCode()).isEqualTo(200);
        assertThat(delete(url, "ann").statusCode()).isEqualTo(204);
        assertThat(ask("GET", url).statusCode()).isEqualTo(404);
        assertThat(delete(url, "ann").statusCode()).isEqualTo(404);
        assertThat(kept()).isEmpty();
    }

    @Test
    void theOperatorListsAndRemovesThem() throws Exception {
        var url = upload(PNG, "image/png", "attachment; filename=\"cat.png\"");
        var id = url.getPath().split("/", -1)[2];
        upload(PNG, "image/png", "attachment; filename=\"dog.png\"");
        assertThat(server.ctl("files", "list").out()).contains(id, "ann", "cat.png", "dog.png");
        assertThat(server.ctl("files", "remove", "--yes", id).exit()).isZero();
        assertThat(ask("GET", url).statusCode()).isEqualTo(404);
        assertThat(server.ctl("files", "list", "ann").out())
                .contains("dog.png")
                .doesNotContain("cat.png");
        assertThat(server.ctl("files", "remove", "--yes", id).exit()).isNotZero();
        assertThat(server.ctl("files", "remove", "--yes", "--account", "ann").exit()).isZero();
        assertThat(server.ctl("files", "list").out()).contains("There are no files.");
        assertThat(kept()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts remove --yes ann", "accounts clear --yes"})
    void theyGoWithTheirAccount(String command) throws Exception {
        var url = upload(PNG, "image/png", "attachment");
        assertThat(server.ctl(command.split(" ", -1)).exit()).isZero();
        assertThat(ask("GET", url).statusCode()).isEqualTo(404);
        server.stop();
        assertThat(kept()).isEmpty();
    }

    @Test
    void theyAreThereAfterARestartForTheServersUserAlone() throws Exception {
        var path = upload(PNG, "image/png", "attachment; filename=\"cat.png\"").getPath();
        server.stop();
        for (var file : kept()) {
            assertThat(mode(file)).isEqualTo("rwx------");
            assertThat(mode(file.resolve("content"))).isEqualTo("rw-------");
            assertThat(mode(file.resolve("about.json"))).isEqualTo("rw-------");
        }
        var unfinished = server.data().resolve("files/." + "a".repeat(32));
        Files.createDirectory(unfinished);
        Files.writeString(unfinished.resolve("content"), "half");
        try (var again = ChatServer.startAgain(server)) {
            assertThat(unfinished).doesNotExist();
            var url = URI.create(again.urls().getFirst() + path);
            assertThat(ask("GET", url).body().getBytes(ISO_8859_1)).isEqualTo(PNG);
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void whileItIsPausedNothingIsTaken() throws Exception {
        var url = upload(PNG, "image/png", "attachment");
        assertThat(server.ctl("pause").exit()).isZero();
        var answer = post(PNG, "image/png", "attachment");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("paused\n");
        assertThat(ask("GET", url).statusCode()).isEqualTo(200);
    }

    @Test
    void clientsLearnWhatCanBeAsked() throws Exception {
        var answer = ask("OPTIONS", url("/files"));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(header(answer, "Allow")).isEqualTo("POST, OPTIONS");
        assertThat(header(answer, "Accept-Post")).startsWith("image/*, audio/*");
        assertThat(ask("GET", url("/files")).statusCode()).isEqualTo(405);
        var file = upload(PNG, "image/png", "attachment");
        assertThat(header(ask("OPTIONS", file), "Allow")).isEqualTo("GET, HEAD, DELETE, OPTIONS");
        assertThat(ask("PUT", file).statusCode()).isEqualTo(405);
    }

    @Test
    void pagesOfOthersUploadNothing() throws Exception {
        var origin =
                Map.of("Authorization", login("ann", Chat.PASSWORD), "Content-Type", "image/png");
        for (var foreign : List.of("https://evil.example", "null", url("").toString() + "1")) {
            var answer = send("POST", url("/files"), PNG, with(origin, foreign));
            assertThat(answer.statusCode()).as(foreign).isEqualTo(403);
            assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
            assertThat(send("OPTIONS", url("/files"), PNG, with(origin, foreign)).statusCode())
                    .isEqualTo(403);
        }
        var own = send("POST", url("/files"), PNG, with(origin, url("").toString()));
        assertThat(own.statusCode()).isEqualTo(201);
        assertThat(kept()).hasSize(1);
    }

    private static Map<String, String> with(Map<String, String> headers, String origin) {
        var all = new HashMap<>(headers);
        all.put("Origin", origin);
        return all;
    }

    @Test
    void pagesThatTheOperatorNamesMay() throws Exception {
        var gamja = "https://gamja.example";
        restart(
                """
                [http]
                listen = ["127.0.0.1:0"]
                origins = ["%s"]
                """
                        .formatted(gamja));
        var preflight = send("OPTIONS", url("/files"), new byte[0], with(Map.of(), gamja));
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo(gamja);
        assertThat(header(preflight, "Access-Control-Allow-Methods")).isEqualTo("POST, DELETE");
        assertThat(header(preflight, "Access-Control-Allow-Headers"))
                .isEqualTo("Authorization, Content-Type, Content-Disposition");
        var headers =
                Map.of("Authorization", login("ann", Chat.PASSWORD), "Content-Type", "image/png");
        var answer = send("POST", url("/files"), PNG, with(headers, gamja));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(header(answer, "Access-Control-Expose-Headers")).contains("Location");
    }

    @Test
    void clientsAreToldWhereToUpload() throws Exception {
        var http = url("/files").toString();
        assertThat(support(IrcClient.connect(server.ircAddress())))
                .contains("draft/FILEHOST=" + http, "soju.im/FILEHOST=" + http);
        // Whoever comes by another name uploads by that name.
        var port = server.httpAddresses().getFirst().getPort();
        var socket =
                WebSocketSocket.connect(
                        URI.create("ws://localhost:" + port + "/ws"),
                        List.of("text.ircv3.net"),
                        Map.of());
        assertThat(support(new IrcClient(socket)))
                .contains("draft/FILEHOST=http://localhost:" + port + "/files");
    }

    @Test
    void theOperatorSaysByWhatOthersReachIt() throws Exception {
        restart(SETTINGS.replace("[http]", "[http]\nurl = \"https://chat.example.org\""));
        assertThat(support(IrcClient.connect(server.ircAddress())))
                .contains("draft/FILEHOST=https://chat.example.org/files");
        assertThat(upload(PNG, "image/png", "attachment").toString())
                .startsWith("https://chat.example.org/files/");
    }

    @Test
    void withoutFilesThereIsNothing() throws Exception {
        restart(
                """
                [http]
                listen = ["127.0.0.1:0"]
                [http.files]
                enabled = false
                """);
        assertThat(support(IrcClient.connect(server.ircAddress())))
                .noneMatch(token -> token.contains("FILEHOST"));
        assertThat(post(PNG, "image/png", "attachment").statusCode()).isEqualTo(404);
    }

    private static List<String> support(IrcClient client) throws IOException {
        try (client) {
            client.send("NICK guest");
            client.send("USER guest 0 * :guest");
            return client.readUntil(":… 376 …").stream()
                    .filter(line -> line.contains(" 005 "))
                    .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                    .toList();
        }
    }

    @Test
    void whoGuessesIsSlowedDownAsInTheChat() throws Exception {
        var headers = Map.of("Content-Type", "image/png", "Authorization", login("ann", "wrong"));
        for (var count = 0; count < 3; count++) {
            assertThat(send("POST", url("/files"), PNG, headers).statusCode()).isEqualTo(401);
        }
        var metrics = ask("GET", url("/metrics")).body();
        assertThat(metrics).contains("veche_login_failures_total 3.0");
    }

    @Test
    void filesAreCounted() throws Exception {
        upload(PNG, "image/png", "attachment");
        assertThat(ask("GET", url("/metrics")).body())
                .contains(
                        "veche_uploads_total 1.0",
                        "veche_files 1.0",
                        "veche_files_bytes " + PNG.length);
    }
}
