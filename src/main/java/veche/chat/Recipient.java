package veche.chat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import veche.event.Refusal;
import veche.net.Connection;
import veche.net.Reason;

/// The side of a session that a protocol provides: it puts into words what the session is told.
public interface Recipient {

    /// What has happened, and is stored. Runs on the journal's thread, in the order of the server,
    /// as does [#refused]; neither may block.
    void told(Round round);

    /// A command that was [asked for][Session#ask] and did not happen.
    void refused(Command command, Refusal refusal);

    /// Lets the client go, in good order. Any thread; must not block.
    void letGo(Reason reason);

    /// The position of the last entry that was sent to the client, not only told; 0 if none was.
    /// Runs on the hub's thread, and must not block.
    long sent();

    /// How many bytes of what the client was told wait to be sent, if it cannot follow, since that
    /// is much; else 0. Runs on the journal's thread, and must not block.
    default int behind() {
        return connected().map(it -> it.outbox().behind()).orElse(0);
    }

    /// Waits until it can, or is gone, or for so long; an interrupt ends the wait too, and stays
    /// set. For the thread of whoever talks to it.
    ///
    /// @return false if it still cannot follow
    default boolean awaitRoom(Duration atMost) {
        return connected().map(it -> it.outbox().awaitRoom(atMost)).orElse(true);
    }

    /// How the client is connected; empty if there is none behind it.
    default Optional<Connection> connected() {
        return Optional.empty();
    }

    /// Where the client really is, as far as is known.
    default Optional<InetAddress> address() {
        return connected().map(it -> it.remote().getAddress());
    }
}
