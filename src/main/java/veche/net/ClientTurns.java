package veche.net;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/// What is done for one client, from the first byte to the last: [a turn][Visit#turn] on a virtual
/// thread of its own whenever it has sent something. A thread that waits keeps as much memory as it
/// has ever needed; so a client that is silent has none.
///
/// Trouble of every kind ends up here, so that nothing below need catch it, and nobody else suffers
/// from it.
final class ClientTurns implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(ClientTurns.class);

    private final Connection connection;
    private final Service service;
    private final Connections connections;

    /// Null until the client is let in. Each turn hands it to the next.
    private @Nullable Visit visit;

    ClientTurns(Connection connection, Service service, Connections connections) {
        this.connection = connection;
        this.service = service;
        this.connections = connections;
    }

    /// Begins a turn. Does not block.
    @Override
    public void run() {
        Thread.ofVirtual().start(this::takeTurn);
    }

    private void takeTurn() {
        identify();
        if (goesOn()) {
            connection.whenReadable(this);
        } else {
            end();
        }
    }

    /// In the log it is the client's doing.
    private void identify() {
        MDC.put("client", Long.toString(connection.id()));
        MDC.put("address", Addresses.text(connection.remote()));
    }

    private boolean goesOn() {
        try {
            var begun = visit == null ? begin() : visit;
            return begun != null && begun.turn();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // The connection has ended if the exception is its own: the client is gone, and that is
            // all. Else a disk or the like failed.
            if (connection.ended().isEmpty()) {
                fail(e);
            }
        } catch (RuntimeException | Error e) {
            fail(e);
        }
        return false;
    }

    /// Lets the client in. Null if it does not get in.
    private @Nullable Visit begin() {
        connection.lastWords((reason, note) -> service.refusal(reason));
        try {
            connection.open();
        } catch (IOException e) {
            log.atDebug().setCause(e).log("client not let in");
            return null;
        }
        identify(); // a proxy has told
        log.atInfo().addKeyValue("protocol", connection.protocol()).log("client connected");
        var begun = service.visit(connection);
        visit = begun;
        return begun;
    }

    private void fail(Throwable cause) {
        log.atError().setCause(cause).log("serving a client failed");
        connection.letGo(Reason.FAILED, "");
    }

    private void end() {
        try {
            connection.finish(Reason.QUIT);
            endVisit();
            connection.settle();
        } finally {
            leave();
        }
    }

    private void endVisit() {
        try {
            if (visit != null) {
                visit.end();
            }
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void leave() {
        var reason = connection.ended().orElse(Reason.FAILED);
        var level =
                visit == null ? Level.DEBUG : Level.INFO; // who does not get in is of no interest
        try {
            log.atLevel(level)
                    .addKeyValue("protocol", connection.protocol())
                    .addKeyValue("name", connection.name().orElse("-"))
                    .addKeyValue("reason", reason)
                    .addKeyValue("stayed", Duration.between(connection.since(), Instant.now()))
                    .log("client gone");
        } finally {
            // Last, so that whoever waits for everyone to be gone finds the log complete.
            connections.remove(connection);
        }
    }
}
