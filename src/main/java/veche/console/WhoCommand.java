package veche.console;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import veche.net.Addresses;
import veche.net.Connection;
import veche.net.Connections;

/// `who`: who is connected, from where, and since when.
@Command(name = "who")
public final class WhoCommand implements OperatorCommand.Inquiry {

    private final Connections connections;
    private final InstantSource clock;

    public WhoCommand(Connections connections, InstantSource clock) {
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public void run(Operator operator) {
        var all = connections.all();
        if (all.isEmpty()) {
            operator.say("who.nobody");
        }
        try (var rows = operator.rows()) {
            all.forEach(connection -> rows.add(line(connection, operator), value(connection)));
        }
    }

    private String line(Connection connection, Operator operator) {
        var name = connection.name().orElse(operator.phrases().text("who.unnamed"));
        return "#%-6d %-20s %-24s %-6s %s"
                .formatted(
                        connection.id(),
                        name,
                        Addresses.text(connection.remote()),
                        connection.protocol(),
                        Durations.text(Duration.between(connection.since(), clock.instant())));
    }

    private static Map<String, Object> value(Connection connection) {
        var value = new LinkedHashMap<String, Object>();
        value.put("id", connection.id());
        connection.name().ifPresent(name -> value.put("name", name));
        value.put("address", Addresses.text(connection.remote()));
        value.put("protocol", connection.protocol());
        value.put("since", connection.since().toString());
        value.put("queued_bytes", connection.outbox().queued());
        return value;
    }
}
