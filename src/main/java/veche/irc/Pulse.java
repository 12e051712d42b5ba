package veche.irc;

import java.time.Duration;
import veche.config.Irc;
import veche.net.Reason;
import veche.wire.Message;

/// Finds out whether a client that says nothing is still there: after a silence it is sent a PING,
/// and if it says nothing to that either, it is let go. Until it has said who it is it has no such
/// chance, and however much it says, only so much time.
///
/// It also ends a batch that the client leaves open: it may take as long to send one as to answer.
///
/// A line is only noted; the timer looks at it when it fires. So a client that talks costs no timer
/// of its own for each line.
final class Pulse implements Runnable {

    private final Client client;
    private final Duration silence;
    private final Duration patience;
    private volatile long heard = System.nanoTime();
    private volatile boolean asked;

    /// When the client was asked; until it is welcome, when it came. Belongs to the thread of the
    /// deadlines.
    private long since = heard;

    Pulse(Client client, Irc settings) {
        this.client = client;
        this.silence = settings.silence();
        this.patience = settings.patience();
        look(sooner(silence, loginTime()));
    }

    private Duration loginTime() {
        return client.house().settings().accounts().loginTime();
    }

    private static Duration sooner(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /// The client has sent a line.
    void heard() {
        heard = System.nanoTime();
        asked = false;
    }

    /// The client has begun a batch, which it has to end in time.
    void begun() {
        look(silence);
    }

    private void look(Duration after) {
        var left = client.incoming().expire(client, patience);
        var next = left.filter(it -> it.compareTo(after) < 0).orElse(after);
        client.connection().after(next, this);
    }

    /// Looks at it. Runs on the thread of the deadlines.
    @Override
    public void run() {
        var now = System.nanoTime();
        var quiet = Duration.ofNanos(now - heard);
        var left = silence.minus(quiet);
        if (!client.isWelcome()) {
            left = sooner(left, loginTime().minusNanos(now - since));
        }
        if (left.isPositive()) {
            look(left);
        } else if (!client.isWelcome()) {
            client.connection().letGo(Reason.LOGIN_TIMEOUT, "");
        } else if (!asked) {
            asked = true;
            since = now;
            client.output().send(Message.of("PING", client.house().server()));
            await(patience);
        } else {
            await(patience.minusNanos(now - since));
        }
    }

    /// Looks again when the time for an answer is over, or earlier: after an answer the client may
    /// have been silent again by then.
    ///
    /// @param left of that time
    private void await(Duration left) {
        if (left.isPositive()) {
            look(sooner(left, silence));
        } else {
            var quiet = Duration.ofNanos(System.nanoTime() - heard).toSeconds();
            var words = "Ping timeout: " + quiet + " seconds";
            client.connection().finish(Reason.LOST, Goodbyes.lastWords(client, Reason.LOST, words));
        }
    }
}
