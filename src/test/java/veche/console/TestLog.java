package veche.console;

import static java.util.Objects.requireNonNull;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/// A service log in a folder of its own, beside the one of the test run.
final class TestLog implements AutoCloseable {

    /// 15 minutes after eight in the evening.
    final Clock clock = Clock.fixed(Instant.parse("2026-11-22T20:15:00Z"), ZoneOffset.UTC);

    final Path folder;
    final LoggerContext context = new LoggerContext();
    final ServiceLog serviceLog;
    final Logger logger = context.getLogger("veche.test.Bell");

    TestLog() {
        this(1_000_000, 3);
    }

    TestLog(long bytes, int files) {
        context.setMDCAdapter(requireNonNull((LogbackMDCAdapter) MDC.getMDCAdapter()));
        try {
            folder = Files.createTempDirectory("veche");
            serviceLog =
                    new ServiceLog(
                            context, folder.resolve("log"), Level.DEBUG, bytes, files, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        serviceLog.close();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
