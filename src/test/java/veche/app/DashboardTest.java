package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The dashboard for Grafana that lies beside the documentation.
class DashboardTest {

    /// All but those of garbage collections, which are there only when there was one.
    private static final Pattern METRIC =
            Pattern.compile("\\b((?:veche|process|system|jvm_memory)_[a-z_]+)\\{");

    @Test
    void everythingOnTheDashboardIsMeasured() throws Exception {
        var dashboard = Files.readString(Path.of("docs", "grafana.json"));
        assertThat(JSON.std.mapFrom(dashboard)).containsEntry("title", "Veche");
        var shown = new TreeSet<String>();
        METRIC.matcher(dashboard).results().forEach(match -> shown.add(match.group(1)));
        assertThat(shown).hasSizeGreaterThan(15);

        assertThat(metrics().lines().map(DashboardTest::name)).containsAll(shown);
    }

    private static String metrics() throws Exception {
        try (var server = ChatServer.start("[http]\nlisten = [\"127.0.0.1:0\"]\n");
                var client = HttpClient.newHttpClient()) {
            var url = server.urls().getFirst().resolve("/metrics");
            return client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()).body();
        }
    }

    private static String name(String line) {
        return line.split("[{ ]", 2)[0];
    }
}
