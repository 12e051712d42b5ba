package veche.net;

/// What a listener gives its clients, such as echo, or chat in plain lines.
public interface Service {

    /// Begins to serve a client. Runs on a virtual thread of its own, and may not block: it has its
    /// first [turn][Visit#turn] at once.
    Visit visit(Connection connection);

    /// What a client is told that does not get as far as that, since the server is full or there is
    /// too much from its network. Called by any thread, and must not wait for anything.
    ///
    /// @return a line with its end; nothing if the client would not understand it
    default byte[] refusal(Reason reason) {
        return new byte[0];
    }
}
