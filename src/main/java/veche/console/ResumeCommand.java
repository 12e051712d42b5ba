package veche.console;

import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import veche.net.Addresses;
import veche.net.Listeners;

/// `resume`: listens again, where it listened before.
@Command(name = "resume")
public final class ResumeCommand implements OperatorCommand {

    private static final Logger log = LoggerFactory.getLogger(ResumeCommand.class);

    private final Listeners listeners;

    public ResumeCommand(Listeners listeners) {
        this.listeners = listeners;
    }

    @Override
    public void run(Operator operator) throws Failure {
        var paused = listeners.isPaused();
        try {
            listeners.open();
        } catch (IOException e) {
            throw new Failure("resume.failed", String.valueOf(e.getMessage()));
        }
        log.atInfo().log("resumed");
        var addresses = listeners.all().stream().map(it -> Addresses.text(it.address())).toList();
        operator.say(paused ? "resume.done" : "resume.already", String.join(", ", addresses));
        operator.answer(Map.of("paused", false, "listening", addresses));
    }
}
