package veche.net;

import java.io.IOException;

/// A client that is served, in turns: whenever something has come from it. Between them nothing is
/// kept for it but this.
public interface Visit {

    /// Does what there is to do: at first when the client has come, and then whenever it has sent
    /// something, or has closed its side. Runs on a virtual thread of the client's own, one turn
    /// after the other, and may block.
    ///
    /// @return whether there may be another turn; if not, the client has left, or is let go
    /// @throws IOException as [BlockingService#serve]
    boolean turn() throws IOException, InterruptedException;

    /// The client has left, or was let go, or a turn has failed. Runs once, after the last turn.
    /// When it returns, the connection is finished: what is queued is still sent, and then the
    /// socket is closed.
    default void end() {}
}
