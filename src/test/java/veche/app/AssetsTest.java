package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a browser is given before anybody has said anything.
class AssetsTest {

    /// What a page of ours may weigh in all, compressed, in bytes.
    private static final int HEAVIEST = 100_000;

    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");

    private final ChatServer server = ChatServer.start("[http]\nlisten = [\"127.0.0.1:0\"]\n");
    private final HttpClient browser = HttpClient.newHttpClient();

    @AfterEach
    void stop() throws IOException {
        browser.close();
        server.close();
    }

    private HttpResponse<byte[]> ask(String path, String... headers) throws Exception {
        var url = server.urls().getFirst().resolve(path);
        var request = HttpRequest.newBuilder(url);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> askCompressed(String path) throws Exception {
        return ask(path, "Accept-Encoding", "gzip, deflate, br");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /// What the page needs at once.
    private Set<String> references() throws Exception {
        var page = new String(ask("/").body(), UTF_8);
        var references = new LinkedHashSet<String>();
        var matcher = REFERENCE.matcher(page);
        while (matcher.find()) {
            references.add(matcher.group(1));
        }
        return references;
    }

    @Test
    void thePageIsInTheServerItself() throws Exception {
        var answer = ask("/");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(new String(answer.body(), UTF_8)).contains("<title>Veche</title>");
        assertThat(references()).anyMatch(path -> path.endsWith(".js"));
        assertThat(references()).anyMatch(path -> path.endsWith(".css"));
    }

    @Test
    void nothingIsLoadedFromElsewhereAndNothingForeignRuns() throws Exception {
        for (var path : references()) {
            assertThat(ask(path).statusCode()).as(path).isEqualTo(200);
        }
        var answer = ask("/");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Server")).isEmpty();
        assertThat(new String(answer.body(), UTF_8))
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContain("<style", " style=", "http://", "https://");
    }

    @Test
    void itIsLight() throws Exception {
        var all = askCompressed("/").body().length;
        for (var path : references()) {
            var answer = askCompressed(path);
            assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
            all += answer.body().length;
        }
        assertThat(all).isLessThan(HEAVIEST);
    }

    @Test
    void whatIsCompressedIsTheSame() throws Exception {
        for (var path : references()) {
            var answer = askCompressed(path);
            if (header(answer, "Content-Encoding").equals("gzip")) {
                assertThat(uncompressed(answer.body())).isEqualTo(ask(path).body());
            }
        }
    }

    private static byte[] uncompressed(byte[] bytes) {
        var target = new ByteArrayOutputStream();
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            gzip.transferTo(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target.toByteArray();
    }

    @Test
    void whatHasItsHashInItsNameIsKeptAndTheRestIsAskedForAgain() throws Exception {
        for (var path : references()) {
            assertThat(header(ask(path), "Cache-Control"))
                    .isEqualTo(
                            path.startsWith("/assets/")
                                    ? "public, max-age=31536000, immutable"
                                    : "no-cache");
        }
        var first = askCompressed("/");
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        var tag = header(first, "ETag");
        assertThat(tag).isNotEmpty().isNotEqualTo(header(ask("/"), "ETag"));
        var again = ask("/", "Accept-Encoding", "gzip", "If-None-Match", "\"other\", " + tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(ask("/", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void thePageCanBeReadAndNotChanged() throws Exception {
        var url = server.urls().getFirst();
        var request = HttpRequest.newBuilder(url).POST(HttpRequest.BodyPublishers.noBody()).build();
        assertThat(browser.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
        var head = HttpRequest.newBuilder(URI.create(url + "/")).HEAD().build();
        var answer = browser.send(head, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValueAsLong("Content-Length").orElse(0)).isPositive();
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets",
                "/assets/",
                "/assets/..%2f..%2fWeb.class",
                "/..%2fWeb.class",
                "/%2e%2e/Web.class",
                "/../Web.class",
                "//index.html",
                "/assets/%00.js",
                "/.hidden",
                "/Web.class",
                "/package-info.class",
                "/assets/..;/..;/Web.class",
                "/assets\\..\\index.html",
                "/index.html%20",
                "/nothing.js"
            })
    void nothingElseIsGivenAway(String path) throws IOException {
        var address = server.httpAddresses().getFirst();
        try (var socket = new Socket(address.getAddress(), address.getPort())) {
            socket.setSoTimeout(20_000);
            var request = "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).containsPattern("^HTTP/1.1 40[04] ");
        }
    }
}
