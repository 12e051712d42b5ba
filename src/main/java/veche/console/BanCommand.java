package veche.console;

import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import veche.chat.Hub;
import veche.net.Connections;

/// `ban`: who may not be on this server.
@Command(name = "ban")
public final class BanCommand implements OperatorCommand.Group {

    private final Hub hub;
    private final Connections connections;
    private final Clock clock;

    public BanCommand(Hub hub, Connections connections, Clock clock) {
        this.hub = hub;
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public List<OperatorCommand> commands() {
        return List.of(
                new BanAddCommand(hub, clock),
                new BanRemoveCommand(hub, clock),
                new BanListCommand(hub, clock),
                new BanInfoCommand(hub, connections, clock));
    }
}
