package veche.net;

import java.io.IOException;

/// What a listener gives its clients, such as echo, or chat in plain lines.
@FunctionalInterface
public interface Service {

    /// Serves one client until it leaves. Runs on the client's own virtual thread, and may block.
    /// When it returns, the connection is finished: what is queued is still sent, and then the
    /// socket is closed. The service itself closes nothing.
    ///
    /// @throws IOException if the connection broke, which is no news, or if something of our own
    ///   did, such as a disk; then it is logged and the client let go, as for anything else thrown
    void serve(Connection connection) throws IOException;

    /// What a client is told that does not get as far as that, since the server is full or there is
    /// too much from its network. Called by any thread, and must not wait for anything.
    ///
    /// @return a line with its end; nothing if the client would not understand it
    default byte[] refusal(Reason reason) {
        return new byte[0];
    }
}
