package veche.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `stop`: tells everyone, and ends the server.
@Command(name = "stop")
public final class StopCommand implements OperatorCommand {

    private final Shutdown shutdown;

    @Option(names = "--in", paramLabel = "TIME")
    private Duration delay = Duration.ZERO;

    @Option(names = "--cancel")
    private boolean cancel;

    @Parameters(arity = "0..*", paramLabel = "REASON", descriptionKey = "reason")
    private List<String> reason = new ArrayList<>();

    public StopCommand(Shutdown shutdown) {
        this.shutdown = shutdown;
    }

    @Override
    public void run(Operator operator) throws Failure {
        if (cancel) {
            cancel(operator);
            return;
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("stopping", true);
        answer.put("seconds", delay.toSeconds());
        shutdown.begin(
                delay, Optional.of(String.join(" ", reason)).filter(words -> !words.isBlank()));
        if (delay.isZero()) {
            operator.say("stop.now");
        } else {
            operator.say("stop.later", delay.toSeconds());
        }
        operator.answer(answer);
    }

    private void cancel(Operator operator) throws Failure {
        if (!shutdown.cancel()) {
            throw new Failure("stop.nothing");
        }
        operator.say("stop.cancelled");
        operator.answer(Map.of("stopping", false));
    }
}
