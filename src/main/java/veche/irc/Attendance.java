package veche.irc;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import veche.net.Line;
import veche.net.Lines;
import veche.net.Reason;
import veche.net.Visit;

/// One IRC client while it is here. In each turn all lines that have come are obeyed.
final class Attendance implements Visit {

    /// What is done with a line.
    @FunctionalInterface
    interface Obedience {
        void obey(Client client, Line line) throws IOException, InterruptedException;
    }

    private final Client client;
    private final Lines lines;
    private final Pulse pulse;
    private final Obedience obedience;
    private boolean begun;

    Attendance(Client client, Lines lines, Pulse pulse, Obedience obedience) {
        this.client = client;
        this.lines = lines;
        this.pulse = pulse;
        this.obedience = obedience;
    }

    @Override
    public boolean turn() throws IOException, InterruptedException {
        if (!begun) {
            begin();
        }
        for (var line = next(); line != null; line = next()) {
            pulse.heard();
            obedience.obey(client, line);
        }
        if (client.isLetGo() || lines.isOver()) {
            client.session().settle();
            return false;
        }
        return true;
    }

    private void begin() throws InterruptedException {
        begun = true;
        client.incoming().boundedBy(pulse);
        // If the settings have changed since it began, nobody else tells it.
        client.offered().update();
        client.turnAwayIfBanned();
        if (!client.isLetGo()) {
            client.house().turns().awaitThoseBefore();
        }
    }

    /// The next line; null when there is none yet, or the client has gone or is let go: what it had
    /// sent ahead is not obeyed then.
    private @Nullable Line next() throws IOException {
        var line = lines.next();
        return client.isLetGo() ? null : line;
    }

    @Override
    public void end() {
        var connection = client.connection();
        // What the client has not got, because it broke off or did not read, counts as missed.
        connection.outbox().awaitEmpty();
        client.stopLogs();
        client.house().clients().remove(client);
        var reason = connection.ended().orElse(Reason.FAILED);
        client.session().end(client.sent(), reason, client.goodbye());
    }
}
