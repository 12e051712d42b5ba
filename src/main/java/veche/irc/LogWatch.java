package veche.irc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;
import veche.config.Privilege;
import veche.wire.Message;

/// The log of the server as one operator's client is shown it while it is written: LOGS ENTRY. A
/// thread of its own waits for records, and while much is queued for the client, for the client;
/// what is logged meanwhile may be missed, which the client is told. It ends when the client says
/// so, goes, or is no operator any more.
///
/// A small lock, under which nobody waits, sees to it that nothing comes after the end.
final class LogWatch {

    /// The longest text of a line, in bytes of UTF-8.
    private static final int LONGEST = 400;

    private final Client client;
    private Office.@Nullable Log log;

    LogWatch(Client client) {
        this.client = client;
    }

    /// Begins, in place of what was shown before.
    void follow(Level level, String text) {
        stop();
        var next = client.house().office().follow(level, text);
        synchronized (this) {
            log = next;
        }
        Thread.ofVirtual().name("log for a client").start(() -> show(next));
    }

    /// Ends. Does nothing if nothing is shown.
    synchronized void stop() {
        if (log != null) {
            log.close();
            log = null;
        }
    }

    private void show(Office.Log shown) {
        try {
            for (var heard = shown.next(); heard.isPresent(); heard = shown.next()) {
                if (!tell(shown, heard.get())) {
                    return;
                }
                client.connection().outbox().awaitRoom();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return whether there may be more
    private synchronized boolean tell(Office.Log shown, Office.Heard heard) {
        if (!shown.equals(log)) {
            return false;
        }
        if (!Operators.may(client, Privilege.CONSOLE)) {
            stop();
            return false;
        }
        client.output().sendAside(lines(heard));
        return true;
    }

    /// A record of several lines is as many entries.
    private List<Message> lines(Office.Heard heard) {
        var lines = new ArrayList<Message>();
        if (heard.missed() > 0) {
            lines.add(line("MISSED", Long.toString(heard.missed())));
        }
        for (var text : heard.text().lines().toList()) {
            lines.add(
                    line(
                            "ENTRY",
                            heard.level().name(),
                            ServerTime.text(heard.time()),
                            heard.source(),
                            Texts.cut(Texts.printable(text), LONGEST)));
        }
        return lines;
    }

    private Message line(String... parameters) {
        return Message.of("LOGS", parameters).withSource(client.house().server());
    }
}
