package veche.net;

import java.io.IOException;

/// A service that serves a client from first to last on one thread: simple to read, and for clients
/// of whom there are not thousands, since each has a thread all the time.
@FunctionalInterface
public interface BlockingService extends Service {

    /// Serves one client until it leaves. Runs on the client's own virtual thread, and may block.
    /// When it returns, the connection is finished: what is queued is still sent, and then the
    /// socket is closed. The service itself closes nothing.
    ///
    /// @throws IOException if the connection broke, which is no news, or if something of our own
    ///   did, such as a disk; then it is logged and the client let go, as for anything else thrown
    void serve(Connection connection) throws IOException;

    @Override
    default Visit visit(Connection connection) {
        return () -> {
            serve(connection);
            return false;
        };
    }
}
