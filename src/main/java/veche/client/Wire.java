package veche.client;

import veche.wire.Message;

/// The way to a server that has been reached.
interface Wire {

    /// Sends a line. Never waits.
    void send(Message message);

    /// Ends the connection, after what was sent before.
    void close();

    /// The same, and waits until it was written, a second at most.
    void finish();
}
