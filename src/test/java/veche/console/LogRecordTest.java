package veche.console;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.MDC;

class LogRecordTest {

    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private final Logger logger;

    LogRecordTest() {
        var context = new LoggerContext();
        context.setMDCAdapter((LogbackMDCAdapter) MDC.getMDCAdapter());
        var made = context.getLogger("veche.journal.Scribe");
        made.addAppender(events);
        logger = made;
    }

    @BeforeEach
    void listen() {
        events.start();
    }

    private LogRecord logged() {
        return LogRecord.of(events.list.getLast(), ZoneOffset.ofHours(3));
    }

    @Test
    void aRecordIsALineWithItsValues() {
        logger.atWarn()
                .addKeyValue("channel", "#tea time")
                .addKeyValue("waited", 7)
                .log("slow commit");
        assertThat(logged().full())
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+03:00 WARN  Scribe: slow"
                                + " commit channel=\"#tea time\" waited=7");
        assertThat(logged().brief())
                .matches("\\d\\d:\\d\\d:\\d\\d WARN  slow commit channel=\"#tea time\" waited=7");
    }

    @Test
    void whoTheClientIsStandsInEveryRecord() {
        try (var _ = MDC.putCloseable("client", "127.0.0.1:40000")) {
            logger.info("connected");
            assertThat(logged().text()).isEqualTo("connected client=127.0.0.1:40000");
        }
    }

    @Test
    void nobodyCanForgeARecordOrReachTheTerminal() {
        logger.atInfo()
                .addKeyValue("name", "ann\n2026-11-22T20:15:00.000Z ERROR Hub: \u001b[2J\u202e\"\\")
                .addKeyValue("empty", "")
                .addKeyValue("emoji", "👩‍🌾")
                .log("said\r\n\u0085\u2028");
        assertThat(logged().full()).hasLineCount(1);
        assertThat(logged().text())
                .isEqualTo(
                        "said\\r\\n\\u0085\\u2028 name=\"ann\\n2026-11-22T20:15:00.000Z ERROR Hub:"
                                + " \\u001b[2J\\u202e\\\"\\\\\" empty=\"\" emoji=👩‍🌾");
    }

    @Test
    void whatWentWrongStandsOnLinesThatBeginWithATab() {
        logger.atError()
                .setCause(new IOException("disk\n2026-11-22 full\u0007", new IOException("cause")))
                .log("cannot store");
        var lines = logged().full().lines().toList();
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.startsWith("\t"));
        assertThat(lines.get(1)).isEqualTo("\tjava.io.IOException: disk");
        assertThat(lines.get(2)).isEqualTo("\t2026-11-22 full\\u0007");
        assertThat(logged().full()).contains("\n\tCaused by: java.io.IOException: cause");
        assertThat(logged().brief()).endsWith("cannot store\n\tjava.io.IOException: disk");
    }

    @Test
    void whatIsWrittenCanBeRead() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var i = 0; i < 1_000; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(40), 0, Character.MAX_CODE_POINT + 1)
                    .map(c -> random.nextBoolean() ? c : c % 128)
                    .forEach(text::appendCodePoint);
            logger.atInfo().addKeyValue("value", text.toString()).log(text.toString());
            assertThat(LogRecord.parse(logged().full())).as("seed %d", seed).contains(logged());
            assertThat(logged().full()).as("seed %d", seed).hasLineCount(1);
        }
    }

    @Test
    void aVeryLongValueIsCut() {
        logger.atInfo().addKeyValue("value", "x".repeat(1_000_000)).log("long");
        assertThat(logged().text()).hasSizeLessThan(9_000).endsWith("x…");
    }
}
