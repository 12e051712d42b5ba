package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import veche.bench.Bench;
import veche.echo.EchoService;
import veche.net.TestServer;

/// The benchmark measures a real server, in small: each mode runs, and its counts are right.
class BenchTest {

    private static final String SETTINGS =
            """
            [irc]
            tls_listen = ["127.0.0.1:0"]
            [http]
            listen = ["127.0.0.1:0"]
            [limits.pace]
            burst = "unlimited"
            """;

    private static ChatServer server;

    @TempDir private Path folder;

    @BeforeAll
    static void start() {
        server = ChatServer.start(SETTINGS);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "idle --clients 20 --channels 3 --hold 0.1",
                "fanout --members 20 --channels 2 --senders 5 --messages 50 --window 4",
                "fanout --members 5 --senders 5 --messages 50 --cap echo-message",
                "fanout --members 5 --senders 2 --messages 50 --cap server-time",
                "fanout --members 10 --messages 20 --senders 4 --cap-every 2 --cap server-time",
                "latency --members 10 --rate 500 --seconds 0.4 --warm-up 0.1 --senders 3",
                "history --fill 30 --requests 5 --limit 20",
                "history --fill 30 --requests 5 --word abc",
                "storm --clients 20 --missed 30 --rate 100",
                "storm --clients 20 --channels 3 --missed 5 --rate 100",
            })
    void eachModeMeasuresARealServer(String arguments) {
        var bench = run(target() + arguments);
        assertThat(bench.status()).as(bench.output()).isZero();
        assertThat(bench.output()).containsPattern("a second +[1-9]");
    }

    @Test
    void deliveriesAreCountedInJson() throws IOException {
        var file = folder.resolve("result.json");
        var bench =
                run(
                        target()
                                + "fanout --members 10 --messages 20 --senders 3 --runs 3 --json "
                                + file);
        assertThat(bench.status()).as(bench.output()).isZero();
        var written = Files.readString(file);
        assertThat(JSON.std.mapFrom(written))
                .containsEntry("mode", "fanout")
                .containsEntry("ok", true);
        assertThat(written.split("\"deliveries_per_s\"", -1)).as("a median and 3 runs").hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "load --members 5 --senders 2 --rates 100,200 --seconds 0.2 --warm-up 0",
                "members --from 3 --to 20 --deliveries 500",
                "soak --members 5 --senders 2 --rate 200 --minutes 2 --minute 0.2",
                "history --fill 10,40 --requests 5 --limit 20",
            })
    void aSeriesIsDrawn(String arguments) throws IOException {
        var file = folder.resolve("plot.svg");
        var bench = run(target() + arguments + " --plot " + file);
        assertThat(bench.status()).as(bench.output()).isZero();
        assertThat(Files.readString(file)).contains("<circle").endsWith("</svg>\n");
    }

    @Test
    void linesGoToAnEchoServerAndBack() throws IOException {
        try (var echo = new TestServer(new EchoService())) {
            var port = echo.listener.address().getPort();
            var bench = run("echo --clients 3 --messages 20 --target 127.0.0.1:" + port);
            assertThat(bench.status()).as(bench.output()).isZero();
            assertThat(bench.output()).containsPattern("lines a second +[1-9]");
        }
    }

    @Test
    void twoServersAreComparedInTheSameRun() throws IOException {
        try (var other = ChatServer.start(SETTINGS)) {
            var bench =
                    run(
                            target()
                                    + "fanout --members 5 --messages 20 --senders 2 --runs 2 --compare 127.0.0.1:"
                                    + other.ircAddress().getPort());
            assertThat(bench.status()).as(bench.output()).isZero();
            assertThat(bench.output()).contains("ratio").contains("Run 2 of 2");
        }
    }

    @Test
    void clientsComeByTlsAndByWebSocketToo() {
        var tls = "--target 127.0.0.1:" + server.ircTlsAddress().getPort();
        var web = "--target 127.0.0.1:" + server.httpAddresses().getFirst().getPort();
        var what = " fanout --members 5 --messages 50 --senders 2";
        for (var way : List.of(tls + " --insecure" + what, web + " --websocket" + what)) {
            var bench = run(way);
            assertThat(bench.status()).as(bench.output()).isZero();
        }
        var unknown = run(tls + " --tls" + what);
        assertThat(unknown.status()).as("nobody vouches for the certificate").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fanout",
                "fanout --target nowhere",
                "fanout --target 127.0.0.1:1 --members 3 --senders 4",
                "fanout --target 127.0.0.1:1 --size 10",
                "fanout --target 127.0.0.1:1 --cap-every 2 --cap echo-message",
                "fanout --target 127.0.0.1:1 --runs 0",
                "fanout --target 127.0.0.1:1 --plot x.svg",
                "history --target 127.0.0.1:1 --fill 20,10",
                "history --target 127.0.0.1:1 --fill 10,20 --channel #tea",
                "fanout --target 127.0.0.1:1 --server-pid 99999999",
                "fanout --target 127.0.0.1:1 --tls --websocket",
                "latency --target 127.0.0.1:1 --rate fast",
                "flood --target 127.0.0.1:1",
            })
    void whatMakesNoSenseIsRefused(String arguments) {
        assertThat(run(arguments).status()).as(arguments).isEqualTo(2);
    }

    @Test
    void aServerThatIsNotThereIsAFailure() {
        var bench = run("idle --target 127.0.0.1:1 --clients 3");
        assertThat(bench.status()).isEqualTo(1);
        assertThat(bench.output()).contains("0 of 3");
    }

    private static String target() {
        return "--target 127.0.0.1:" + server.ircAddress().getPort() + " ";
    }

    private static Bench.Ended run(String arguments) {
        return Bench.run(new ArrayList<>(List.of(arguments.split(" "))).toArray(String[]::new));
    }
}
