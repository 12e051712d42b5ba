package veche.console;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import veche.net.Connection;
import veche.net.Connections;
import veche.net.Listeners;
import veche.net.Reason;

/// `pause`: stops listening. Whoever is here stays, unless they are sent away too.
@Command(name = "pause")
public final class PauseCommand implements OperatorCommand {

    private static final Logger log = LoggerFactory.getLogger(PauseCommand.class);

    private final Listeners listeners;
    private final Connections connections;

    @Option(names = "--disconnect")
    private boolean disconnect;

    public PauseCommand(Listeners listeners, Connections connections) {
        this.listeners = listeners;
        this.connections = connections;
    }

    @Override
    public void run(Operator operator) {
        var already = listeners.isPaused();
        listeners.pause();
        log.atInfo().addKeyValue("disconnect", disconnect).log("paused");
        var sentAway = disconnect ? connections.all() : List.<Connection>of();
        sentAway.forEach(connection -> connection.letGo(Reason.PAUSED, ""));
        operator.say(already ? "pause.already" : "pause.done");
        if (disconnect) {
            operator.say("pause.disconnected", sentAway.size());
        }
        operator.answer(Map.of("paused", true, "disconnected", sentAway.size()));
    }
}
