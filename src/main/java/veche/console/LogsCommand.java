package veche.console;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `logs`: shows the end of the service log; `logs clear` empties it.
@Command(name = "logs")
public final class LogsCommand implements OperatorCommand.Inquiry {

    private static final long USUAL = 200;

    private final ServiceLog serviceLog;
    private final Clock clock;

    @Option(names = "-n", paramLabel = "N")
    private @Nullable Integer count;

    @Option(names = {"-f", "--follow"})
    private boolean follow;

    @Option(names = "--level", paramLabel = "LEVEL")
    private Level level = Level.TRACE;

    @Option(names = "--grep", paramLabel = "TEXT")
    private String text = "";

    @Option(names = "--since", paramLabel = "TIME")
    private @Nullable Moment since;

    /// @param clock what time an operator means who writes `--since 1h` or `--since 20:15`
    public LogsCommand(ServiceLog serviceLog, Clock clock) {
        this.serviceLog = serviceLog;
        this.clock = clock;
    }

    @Override
    public List<OperatorCommand> commands() {
        return List.of(new LogsClearCommand(serviceLog));
    }

    @Override
    public void run(Operator operator) throws Failure, IOException, InterruptedException {
        if (count != null && count < 0) {
            throw Failure.misuse("logs.count", count);
        }
        var filter = new LogFilter(level, since == null ? Instant.MIN : since.on(clock), text);
        if (follow) {
            var follower = new Follower(filter);
            try (var rows = operator.stream(follower::end)) {
                serviceLog.follow(limit(), follower, heard -> tell(heard, rows, operator));
            }
        } else {
            try (var rows = operator.rows()) {
                serviceLog.read(limit(), filter, record -> rows.add(record.full(), value(record)));
            }
        }
    }

    /// Who says since when wants everything since then.
    private long limit() {
        if (count != null) {
            return count;
        }
        return since == null ? USUAL : Long.MAX_VALUE;
    }

    private static void tell(Follower.Heard heard, Operator.Rows rows, Operator operator) {
        if (heard.missed() > 0) {
            rows.add(
                    operator.phrases().text("logs.missed", heard.missed()),
                    Map.of("missed", heard.missed()));
        }
        rows.add(heard.record().full(), value(heard.record()));
    }

    private static Map<String, Object> value(LogRecord record) {
        var value = new LinkedHashMap<String, Object>();
        value.put("time", record.time().toString());
        value.put("level", record.level().name());
        value.put("source", record.source());
        value.put("text", record.text());
        return value;
    }
}
