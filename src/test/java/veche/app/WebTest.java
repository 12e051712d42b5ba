package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What whatever watches over the server learns by HTTP.
class WebTest {

    private static final String SETTINGS = "[http]\nlisten = [\"127.0.0.1:0\", \"127.0.0.1:0\"]\n";

    @Test
    void aServerInGoodHealthIsReady() throws Exception {
        try (var server = ChatServer.start(SETTINGS)) {
            assertAnswer(ask(server, "GET", "/healthz"), 200, "ok\n");
            assertAnswer(ask(server, "GET", "/readyz"), 200, "ok\n");
        }
    }

    @Test
    void itIsNotReadyWhileItIsPaused() throws Exception {
        try (var server = ChatServer.start(SETTINGS)) {
            assertThat(server.ctl("pause").exit()).isZero();
            assertAnswer(ask(server, "GET", "/healthz"), 200, "ok\n");
            assertAnswer(ask(server, "GET", "/readyz"), 503, "paused\n");
            assertThat(server.ctl("resume").exit()).isZero();
            assertAnswer(ask(server, "GET", "/readyz"), 200, "ok\n");
        }
    }

    @Test
    void itAnswersAtEachAddress() throws Exception {
        try (var server = ChatServer.start(SETTINGS)) {
            assertThat(server.httpAddresses()).hasSize(2).doesNotHaveDuplicates();
            for (var address : server.httpAddresses()) {
                assertAnswer(ask(address.getPort(), "GET", "/healthz"), 200, "ok\n");
            }
        }
    }

    @Test
    void whoeverAsksForNoWebSocketLearnsThatOneIsWanted() throws Exception {
        try (var server = ChatServer.start(SETTINGS)) {
            var answer = ask(server, "GET", "/ws");
            assertAnswer(answer, 426, "IRC over WebSocket is spoken here\n");
            assertThat(answer.headers().firstValue("Upgrade")).hasValue("websocket");
            assertThat(answer.headers().firstValue("Connection")).hasValue("Upgrade");
        }
    }

    @Test
    void whoeverAsksForTheHeadersAloneGetsThose() throws Exception {
        try (var server = ChatServer.start(SETTINGS)) {
            var answer = ask(server, "HEAD", "/healthz");
            assertAnswer(answer, 200, "");
            assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthz/", "/health", "/favicon.ico", "/a?b=c"})
    void thereIsNothingElse(String path) throws Exception {
        try (var server = ChatServer.start(SETTINGS)) {
            assertAnswer(ask(server, "GET", path), 404, "not found\n");
            assertAnswer(ask(server, "POST", path), 404, "not found\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "BREW"})
    void nothingCanBeChanged(String method) throws Exception {
        try (var server = ChatServer.start(SETTINGS)) {
            var answer = ask(server, method, "/healthz");
            assertAnswer(answer, 405, "method not allowed\n");
            assertThat(answer.headers().allValues("Allow")).containsExactly("GET, HEAD");
        }
    }

    @Test
    void whatIsNoHttpIsRefusedInAFewWords() throws Exception {
        try (var server = ChatServer.start(SETTINGS);
                var socket = new Socket()) {
            socket.connect(server.httpAddresses().getFirst());
            socket.getOutputStream().write("GET /healthz HTTP/1.1\r\n\r\n".getBytes(UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .endsWith("\r\n\r\nBad Request\n")
                    .doesNotContainIgnoringCase("jetty");
        }
    }

    @Test
    void itDoesNotListenWithoutAnAddress() {
        try (var server = ChatServer.start("[http]\nlisten = []\n")) {
            assertThat(server.httpAddresses()).isEmpty();
            assertThat(server.ctl("status").out()).doesNotContain("HTTP");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void statusSaysWhereItAnswers() throws Exception {
        try (var server = ChatServer.start("[http]\nlisten = [\"127.0.0.1:0\"]\n")) {
            var port = server.httpAddresses().getFirst().getPort();
            assertThat(server.ctl("status").out()).contains("HTTP: http://127.0.0.1:" + port);
        }
    }

    /// Jetty has nothing to tell the operator.
    @Test
    void theLogKnowsOfNoJetty() throws Exception {
        try (var server = ChatServer.start(SETTINGS)) {
            assertAnswer(ask(server, "GET", "/healthz"), 200, "ok\n");
            server.stop();
            assertThat(Files.readString(server.data().resolve("log/veche.log")))
                    .contains("protocol", "http")
                    .doesNotContainIgnoringCase("jetty")
                    .doesNotContain("WARN");
        }
    }

    /// Or anybody could fill the operator's log with warnings.
    @ParameterizedTest
    @ValueSource(strings = {"[::1", "a:b:c", "a\r\nHost: b"})
    void whatIsWrongWithARequestIsNoNewsForTheOperator(String host) throws Exception {
        try (var server = ChatServer.start(SETTINGS);
                var socket = new Socket()) {
            socket.connect(server.httpAddresses().getFirst());
            var request = "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 400 Bad Request\r\n");
            server.stop();
            assertThat(Files.readString(server.data().resolve("log/veche.log")))
                    .doesNotContain("WARN");
        }
    }

    @Test
    void itEndsWithTheServer() throws Exception {
        try (var server = ChatServer.start(SETTINGS)) {
            var address = server.httpAddresses().getFirst();
            assertAnswer(ask(server, "GET", "/healthz"), 200, "ok\n");
            server.stop();
            try (var again = new ServerSocket()) {
                again.bind(address);
            }
        }
    }

    @Test
    void whatPeopleDoIsCounted() throws Exception {
        try (var server = ChatServer.start(SETTINGS)) {
            // At the last line everything before it has been stored, delivered and counted.
            server.chat(
                    """
                    ann +
                    ann2 +
                    bob +
                    ann < *** bob is here
                    ann2 < *** bob is here
                    bob > hello
                    ann < bob: hello
                    ann2 < bob: hello
                    bob > /lang en
                    bob < *** …
                    """);
            var metrics = metrics(server);
            assertThat(metrics)
                    .contains(
                            "# TYPE veche_connections gauge",
                            "# TYPE veche_messages_total counter",
                            "# TYPE veche_commit_seconds histogram",
                            "veche_connections{protocol=\"line\"} 3.0",
                            "veche_connections{protocol=\"irc\"} 0.0",
                            "veche_connections_accepted_total 3.0",
                            "veche_connections_ended_total{reason=\"quit\"} 0.0",
                            "veche_connections_ended_total{reason=\"slow_consumer\"} 0.0",
                            "veche_messages_total 1.0",
                            "veche_messages_kept 1.0",
                            "veche_deliveries_total 3.0",
                            "veche_message_stored_seconds_count 1",
                            "veche_message_delivered_seconds_bucket{le=\"+Inf\"} 1",
                            "veche_logins_total 1.0",
                            "veche_login_failures_total 0.0",
                            "veche_accounts 2.0",
                            "veche_channels 1.0",
                            "veche_journal_trouble 0.0")
                    .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{"));
        }
    }

    @Test
    void metricsAreThereWhileItIsPaused() throws Exception {
        try (var server = ChatServer.start(SETTINGS)) {
            assertThat(server.ctl("pause").exit()).isZero();
            assertThat(metrics(server)).contains("veche_connections{protocol=\"line\"} 0.0");
        }
    }

    /// The manual of the figures has all of ours, and no others.
    @Test
    void everyFigureIsExplained() throws Exception {
        var explained =
                Pattern.compile("`(veche_\\w+)[`{]")
                        .matcher(Files.readString(Path.of("docs/metrics.md")))
                        .results()
                        .map(name -> name.group(1))
                        .toList();
        try (var server = ChatServer.start(SETTINGS)) {
            var told =
                    metrics(server).stream()
                            .filter(line -> line.startsWith("# TYPE veche_"))
                            .map(line -> line.replaceFirst("# TYPE (\\w+) .*", "$1"))
                            .toList();
            assertThat(explained).containsExactlyInAnyOrderElementsOf(told);
        }
    }

    private static List<String> metrics(ChatServer server)
            throws IOException, InterruptedException {
        var answer = ask(server, "GET", "/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("text/plain; version=0.0.4; charset=utf-8");
        return answer.body().lines().toList();
    }

    private static HttpResponse<String> ask(ChatServer server, String method, String path)
            throws IOException, InterruptedException {
        return ask(server.httpAddresses().getFirst().getPort(), method, path);
    }

    private static HttpResponse<String> ask(int port, String method, String path)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, BodyPublishers.noBody())
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static void assertAnswer(HttpResponse<String> answer, int status, String text) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(text);
        var headers = answer.headers();
        assertThat(headers.firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; frame-ancestors 'none'");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Server")).isEmpty();
    }
}
