package veche.net;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/// What a client's own thread does, from the first byte to the last. Trouble of every kind ends up
/// here, so that nothing below need catch it, and nobody else suffers from it.
record ClientThread(Connection connection, Service service, Connections connections)
        implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(ClientThread.class);

    void start() {
        Thread.ofVirtual().name("client ", connection.id()).start(this);
    }

    @Override
    public void run() {
        MDC.put("client", Long.toString(connection.id()));
        MDC.put("address", Addresses.text(connection.remote()));
        connection.lastWords((reason, note) -> service.refusal(reason));
        var level = Level.DEBUG; // who does not get in is of no interest
        try {
            if (isLetIn()) {
                level = Level.INFO;
                serve();
            }
            connection.settle();
        } finally {
            leave(level);
        }
    }

    private boolean isLetIn() {
        try {
            connection.open();
        } catch (IOException e) {
            log.atDebug().setCause(e).log("client not let in");
            return false;
        } catch (RuntimeException | Error e) {
            fail(e);
            return false;
        }
        MDC.put("address", Addresses.text(connection.remote())); // a proxy has told
        log.atInfo().addKeyValue("protocol", connection.protocol()).log("client connected");
        return true;
    }

    private void serve() {
        try {
            service.serve(connection);
            connection.finish(Reason.QUIT);
        } catch (IOException e) {
            // The connection has ended if the exception is its own: the client is gone, and that is
            // all. Else a disk or the like failed.
            if (connection.ended().isEmpty()) {
                fail(e);
            }
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void fail(Throwable cause) {
        log.atError().setCause(cause).log("serving a client failed");
        connection.letGo(Reason.FAILED, "");
    }

    private void leave(Level level) {
        var reason = connection.ended().orElse(Reason.FAILED);
        try {
            log.atLevel(level)
                    .addKeyValue("protocol", connection.protocol())
                    .addKeyValue("name", connection.name().orElse("-"))
                    .addKeyValue("reason", reason)
                    .addKeyValue("stayed", Duration.between(connection.since(), Instant.now()))
                    .log("client gone");
        } finally {
            // Last, so that whoever waits for everyone to be gone finds the log complete.
            connections.remove(connection, reason);
        }
    }
}
